import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ROOM_NAMES } from '../../ui/dashboard/links.ts';
import { readArguments } from '../arguments.ts';
import { buildExtension } from '../build.ts';
import { defineCommand, EXIT, UsageError } from '../command.ts';
import { root } from '../root.ts';
import { COUNTS, SCREENS, takeScreens } from '../screens.ts';

export default defineCommand({
  summary: 'makes pictures of every screen, with a synthetic network',
  usage: `npm run -s cli -- screens [--only NAME,…] [--count 0,1,40] [--lang en,de] [--scheme light,dark] [--zoom 200] [--no-build]

Builds the extension, fills it with a synthetic network (src/cli/seed) and photographs every screen in Chromium into
.output/screens/ as NAME.COUNT.LANG.SCHEME.png: the rooms of the dashboard, the contact panel, the popup at its true
size (and NAME-below1, …: what scrolling shows), the button in a page. --only takes beginnings of names:
${[...ROOM_NAMES, ...SCREENS].join(', ')}.`,
  async run(args) {
    const { values } = parse(args);
    const list = <T extends string>(text: string | undefined, all: readonly T[]): T[] => {
      const chosen = text?.split(',') ?? all;
      const unknown = chosen.find((name) => !all.includes(name as T));
      if (unknown !== undefined) throw new UsageError(`"${unknown}" is none of ${all.join(', ')}.`);
      return chosen as T[];
    };
    const options = {
      only: values.only?.split(',') ?? [''],
      counts: list(values.count, COUNTS.map(String)).map(Number),
      languages: list(values.lang, ['en', 'de'] as const),
      schemes: list(values.scheme, ['light', 'dark'] as const),
      zoom: Number(values.zoom ?? 100) / 100,
    };
    if (!(options.zoom >= 0.5 && options.zoom <= 4)) throw new UsageError('--zoom takes 50 to 400.');
    if (!values['no-build']) buildExtension(root);
    const folder = join(root, '.output', 'screens');
    if (values.only === undefined) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const problems = await takeScreens(root, options, (name, picture) => {
      writeFileSync(join(folder, `${name}.png`), picture);
      process.stdout.write(`${name}\n`);
    });
    for (const problem of problems) process.stderr.write(`problem: ${problem}\n`);
    return problems.length === 0 ? EXIT.done : EXIT.refused;
  },
});

function parse(args: string[]) {
  return readArguments({
    args,
    options: {
      only: { type: 'string' },
      count: { type: 'string' },
      lang: { type: 'string' },
      scheme: { type: 'string' },
      zoom: { type: 'string' },
      'no-build': { type: 'boolean' },
    },
  });
}
