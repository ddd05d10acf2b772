import { it } from 'vitest';
import { literalsOf } from './literals.ts';
import { growthOf } from './growth.ts';
import { writeFileSync } from 'node:fs';
it('scan', () => {
  const { literals, made } = literalsOf('/tmp/wt/page-button/src');
  const out: string[] = [`${literals.length} literals`, ...made.map((m) => `made ${m.file}:${m.line}`)];
  let slow: [number,string][] = [];
  const t0 = performance.now();
  for (const { file, line, source, flags } of literals) {
    const t = performance.now();
    try {
      const g = growthOf(source, flags);
      if (g) out.push(`${file}:${line} /${source}/${flags} front=${JSON.stringify(g.front)} pump=${JSON.stringify(g.pump)} end=${JSON.stringify(g.end)} steps=${g.steps} x${g.times}`);
    } catch (e) { out.push(`ERR ${file}:${line} /${source}/${flags} ${e}`); }
    slow.push([performance.now() - t, `${file}:${line} ${source.slice(0,100)}`]);
  }
  slow.sort((a, b) => b[0] - a[0]);
  out.push(`total ${performance.now() - t0}`, ...slow.slice(0, 12).map(([a, b]) => `${a.toFixed(0)} ${b}`));
  writeFileSync('/tmp/pb-scan.txt', out.join('\n'));
}, 300000);
