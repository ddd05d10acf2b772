import { it } from 'vitest';
import { literalsOf } from './literals.ts';
import { growthOf } from './growth.ts';
import { writeFileSync } from 'node:fs';
it('scan', () => {
  const out: string[] = [];
  for (const w of ['classify', 'files-cards', 'storage', 'strategy', 'typing', 'files-tables', 'capture']) {
  const { literals, made } = literalsOf(`/tmp/wt/${w}/src`);
  out.push(w, ...made.map((m) => `  made ${m.file}:${m.line}`));
  for (const { file, line, source, flags } of literals) {
    if (w !== 'classify' && (file.startsWith('capture') || file.startsWith('core/classify'))) continue;
    const g = growthOf(source, flags);
    if (g) out.push(`  ${file}:${line} /${source.slice(0,150)}/${flags} pump=${JSON.stringify(g.pump)} end=${JSON.stringify(g.end)}`);
  }
  writeFileSync('/tmp/pb-scan.txt', out.join('\n'));
  }
}, 600000);
