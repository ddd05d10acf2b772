import { it } from 'vitest';
import { history } from './histories.test.ts';

it('probe', async () => {
  const lines: string[] = [];
  for (let seed = 1; seed <= 120; seed++) {
    const devices = await history(seed);
    const views = (await Promise.all(devices.map((d) => d.view()))) as Record<string, unknown>[];
    const kinds = Object.keys(views[0]!).filter((k) => k !== 'captures').filter(
      (k) => new Set(views.map((v) => JSON.stringify(v[k]))).size > 1,
    );
    const status = (await Promise.all(devices.map((d) => d.status()))) as any[];
    lines.push(
      `${seed}: ${kinds.join(' ')} waiting ${status.map((s) => s.waiting)} ${status.map((s) => s.trouble?.kind ?? '')}`,
    );
    for (const k of kinds) {
      const lists = views.map((v) =>
        (Array.isArray(v[k]) ? (v[k] as object[]) : [v[k] as object]).map((x) => JSON.stringify(x)),
      );
      const all = new Set(lists.flat());
      for (const x of all)
        if (!lists.every((l) => l.includes(x)))
          lines.push(
            `   ${k} ${lists.map((l) => (l.includes(x) ? 1 : 0)).join('')} ${x.slice(0, 170)} … ${k === 'contacts' ? x.slice(x.indexOf('"own"'), x.indexOf('"own"') + 300) : ''}`,
          );
    }
  }
  process.stderr.write(lines.join('\n') + '\n');
}, 120_000);
