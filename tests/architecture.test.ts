import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Which folder may import which; `types` allows `import type` alone. The table of the README's picture. */
const WALLS: Record<string, { ours: string[]; types?: string[]; packages: RegExp }> = {
  core: { ours: ['core'], packages: /^(zod\/mini)$/ },
  capture: { ours: ['core', 'capture'], packages: /^(microformats-parser)$/ },
  exchange: {
    ours: ['core', 'exchange'],
    packages: /^(zod\/mini|fflate|ical\.js|@noble\/(?:ciphers|hashes)\/\w+\.js)$/,
  },
  storage: { ours: ['core', 'storage'], packages: /^(idb|zod\/mini)$/ },
  messaging: { ours: ['core', 'messaging'], packages: /^(zod\/mini|wxt\/browser)$/ },
  services: { ours: ['core', 'storage', 'exchange', 'messaging', 'services'], packages: /^(zod\/mini)$/ },
  browser: { ours: ['core', 'messaging', 'browser'], packages: /^(wxt\/browser)$/ },
  ui: {
    ours: ['core', 'messaging', 'browser', 'ui'],
    types: ['exchange'],
    packages: /^(preact.*|wxt\/browser|d3-.*|lucide)$/,
  },
};
/** The two entries of the workshop and the front doors may import anything. */
const FREE = ['cli', 'entrypoints'];

/** A transaction of one's own, or a request past it. */
const OWN_TRANSACTION =
  /objectStore\(|\bdb\.(?:get|getAll|getKey|getAllKeys|getFromIndex|put|add|count|delete|clear|transaction)\b|\.transaction\(/;

interface Import {
  from: string;
  type: boolean;
}

function files(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|js)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [
    ...text.matchAll(
      /^(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gm,
    ),
  ].map((match) => ({ from: match[2] ?? match[3] ?? match[4] ?? '', type: match[1] !== undefined }));
}

const sources = files('src');

describe('the walls of the house', () => {
  it('knows every room', () => {
    const rooms = readdirSync(join(root, 'src'));
    expect(rooms.sort()).toEqual([...Object.keys(WALLS), 'cli'].sort());
    expect(rooms).not.toContain('utils');
  });

  it.each(Object.entries(WALLS))('%s imports only what it may', (room, wall) => {
    const broken = sources
      .filter((file) => file.startsWith(`src/${room}/`))
      .flatMap((file) =>
        importsOf(file).flatMap(({ from, type }) => {
          if (!from.startsWith('.')) {
            return wall.packages.test(from)
              ? []
              : [`${file} imports the package ${from}: not one that ${room} may use`];
          }
          // The keys of the catalogues, as a type: nothing of them is there when the code runs.
          if (type && room === 'core' && from.endsWith('/_locales/en/messages.json')) return [];
          const target =
            relative(join(root, 'src'), resolve(join(root, dirname(file)), from)).split('/')[0] ?? '';
          const allowed = wall.ours.includes(target) || (type && (wall.types ?? []).includes(target));
          return allowed
            ? []
            : [`${file} reaches into ${target}: hand it in as a parameter from an entry point instead`];
        }),
      );
    expect(broken).toEqual([]);
  });

  it('storage alone reads and writes the database: nobody else holds a transaction', () => {
    const rooms = ['services', 'messaging', 'exchange', 'core', 'capture', 'ui'];
    const guilty = sources
      .filter((file) => rooms.includes(file.split('/')[1] ?? ''))
      .filter((file) => {
        const text = stripComments(readFileSync(join(root, file), 'utf8'));
        return OWN_TRANSACTION.test(text) || /import (?!type)[^;]*\bwrite\b[^;]*storage\//.test(text);
      });
    expect(guilty).toEqual([]);
    expect('await db.put(x)').toMatch(OWN_TRANSACTION);
    expect("writing.transaction.objectStore('ties')").toMatch(OWN_TRANSACTION);
  });

  it('within storage, one place puts contacts, and what replaces everything', () => {
    const putting = (store: string) =>
      files('src/storage').filter((file) =>
        new RegExp(
          `objectStore\\('${store}'\\)\\s*\\.put\\(|(?:putRow\\([\\w.]+, |inParts\\()'${store}'`,
        ).test(readFileSync(join(root, file), 'utf8')),
      );
    expect(putting('contacts').sort()).toEqual(['src/storage/backup.ts', 'src/storage/contacts.ts']);
    expect(putting('ties').sort()).toEqual(['src/storage/backup.ts', 'src/storage/ties.ts']);
    expect(putting('goals').sort()).toEqual(['src/storage/backup.ts', 'src/storage/goals.ts']);
    expect(putting('undo')).toEqual(['src/storage/undo/rows.ts']);
  });

  it('entry points only wire: 25 lines at most', () => {
    const long = files('entrypoints')
      .map((file) => [file, readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length] as const)
      .filter(([, lines]) => lines > 25);
    expect(long).toEqual([]);
    expect(FREE).toContain('entrypoints');
  });

  it('has no circle of files that need each other', () => {
    expect(circles(sources)).toEqual([]);
  });

  it('keeps the rooms of the dashboard apart: what two of them need stands in shared/', () => {
    const rooms = 'src/ui/dashboard/rooms/';
    const broken = sources
      .filter((file) => file.startsWith(rooms))
      .flatMap((file) =>
        importsOf(file)
          .filter(({ from }) => from.startsWith('.'))
          .map(({ from }) => relative(root, resolve(join(root, dirname(file)), from)))
          .filter((target) => target.startsWith(rooms) && roomOf(target) !== roomOf(file))
          .map((target) => `${file} reaches into ${target}`),
      );
    expect(broken).toEqual([]);
  });

  it('makes no HTML from strings', () => {
    const guilty = [...sources, ...files('entrypoints')].filter((file) =>
      /\.innerHTML\s*=|\.outerHTML\s*=|insertAdjacentHTML|dangerouslySetInnerHTML/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    );
    expect(guilty).toEqual([]);
  });

  it('exports no `any`', () => {
    const guilty = sources.filter((file) =>
      /(:\s*any\b|<any>|as any\b)/.test(stripComments(readFileSync(join(root, file), 'utf8'))),
    );
    expect(guilty).toEqual([]);
  });

  it('keeps zod out of what runs in pages', () => {
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const { from, type } of importsOf(file)) {
        if (type) continue;
        expect(from, `${file} would bring zod into the page`).not.toMatch(/^zod/);
        if (from.startsWith('.')) visit(relative(root, resolve(join(root, dirname(file)), from)));
      }
    };
    visit('entrypoints/profile.content.ts');
    visit('entrypoints/capture.ts');
    expect(seen.size).toBeGreaterThan(5);
  });
});

describe('README', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');

  it.each([
    'README.md',
    'CONTRIBUTING.md',
    ...readdirSync(join(root, 'docs'))
      .filter((file) => file.endsWith('.md'))
      .map((file) => `docs/${file}`),
  ])('%s names files that exist', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const named = [
      ...text.matchAll(
        /`((?:src|tests|entrypoints|public|docs|data|\.ci)\/[\w./{},-]*\w)`|\]\(((?!http|#)[^)]+)\)/g,
      ),
    ].flatMap(([, path, link]) => {
      if (path !== undefined) return [path];
      return link === undefined ? [] : [join(dirname(page), link.replace(/#.*$/, ''))];
    });
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !/[{}*]/.test(name) && !existsSync(join(root, name)))).toEqual([]);
  });

  it('says why each runtime dependency is there', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: object;
    };
    expect(
      Object.keys(dependencies).filter((name) => !new RegExp(`^\\| ${name} +\\|`, 'm').test(readme)),
    ).toEqual([]);
  });
});

function roomOf(file: string): string {
  return file.split('/')[4] ?? '';
}

/** Groups of files that import each other, be it types alone (Tarjan 1972). */
function circles(among: readonly string[]): string[][] {
  const found: string[][] = [];
  const number = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (file: string): void => {
    number.set(file, number.size);
    lowest.set(file, number.size - 1);
    open.push(file);
    for (const { from } of importsOf(file)) {
      if (!from.startsWith('.')) continue;
      const target = relative(root, resolve(join(root, dirname(file)), from));
      if (!among.includes(target)) continue;
      if (!number.has(target)) visit(target);
      if (open.includes(target)) lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(target) ?? 0));
    }
    if (lowest.get(file) !== number.get(file)) return;
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const file of among) if (!number.has(file)) visit(file);
  return found;
}

function stripComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
