import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { defineCommand, EXIT, RefusedError, UsageError } from '../command.ts';

const REGISTRY = 'src/capture/registry.ts';

export default defineCommand({
  summary: 'Lay out a new site reader with a failing test to fill in.',
  usage: `npm run -s cli -- new-site <id>

Writes src/capture/sites/<id>.ts and one page with its expectation in tests/fixtures/sites/<id>/, and adds
the site to src/capture/registry.ts. The tests then fail until address, reader and two pages are filled in.`,
  async run([id, ...more]) {
    if (id === undefined || more.length > 0 || !/^[a-z][a-z0-9]{0,38}$/.test(id)) {
      throw new UsageError('One id of lower-case letters and digits is needed.');
    }
    const file = `src/capture/sites/${id}.ts`;
    const folder = `tests/fixtures/sites/${id}`;
    if (existsSync(file) || existsSync(folder)) throw new RefusedError(`The site "${id}" is there already.`);
    const registry = await readFile(REGISTRY, 'utf8');
    const last = `import { readAnyPage }`;
    const list = /SITES: readonly Site\[\] = \[/.exec(registry);
    if (!registry.includes(last) || list === null)
      throw new RefusedError(`${REGISTRY} does not look as expected.`);
    const at = list.index + list[0].length;
    const extended = `${registry.slice(0, at)}${id}, ${registry.slice(at).trimStart()}`;
    await mkdir(folder, { recursive: true });
    await writeFile(file, reader(id));
    await writeFile(`${folder}/profile.html`, PAGE);
    await writeFile(`${folder}/profile.json`, expectation(id));
    await writeFile(REGISTRY, extended.replace(last, `import ${id} from './sites/${id}.ts';\n${last}`));
    process.stdout.write(`${[file, `${folder}/profile.html`, `${folder}/profile.json`].join('\n')}\n`);
    process.stderr.write('Now fill them in until `npx vitest run tests/capture` is green.\n');
    return EXIT.done;
  },
});

function reader(id: string): string {
  return `import { createDraft } from '../draft.ts';
import { canonicalSays, offerText } from '../ownPage.ts';
import { defineSite, type Example, type ExtractResult } from '../site.ts';

/** Addresses and the id that each must give; \`null\` is nobody's profile. At least three, one of them refused. */
export const examples: readonly Example[] = [
  ['https://${id}.example/people/some-one', 'some-one'],
  ['https://${id}.example/search', null],
];

export default defineSite({
  id: '${id}',
  version: 1,
  hosts: ['${id}.example'],

  identify(url) {
    const id = /^\\/people\\/([\\w-]{1,100})\\/?$/.exec(url.pathname)?.[1];
    return id === undefined ? null : { site: '${id}', id };
  },

  extract(doc, key, url): ExtractResult {
    if (canonicalSays(doc, url, key, this.identify) === 'other') return { ok: false, reason: 'otherPerson' };
    const draft = createDraft(key, \`https://${id}.example/people/\${key.id}\`);
    offerText(draft, 'name', doc, 'h1');
    return draft.finish(['headline', 'location', 'positions']);
  },
});
`;
}

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Some One</title></head>
<body><main><h1>Some One</h1><p>Invented people only; keep the structure and the noise of the real page.</p></main></body>
</html>
`;

function expectation(id: string): string {
  const result = {
    ok: true,
    missing: ['location', 'positions'],
    profile: {
      key: { site: id, id: 'some-one' },
      url: `https://${id}.example/people/some-one`,
      name: { full: 'Some One', given: 'Some', family: 'One' },
      headline: 'What a person reads on the page, written before the reader sees it',
      positions: [],
      education: [],
      skills: [],
      languages: [],
    },
  };
  return `${JSON.stringify({ url: `https://${id}.example/people/some-one`, result }, null, 2)}\n`;
}
