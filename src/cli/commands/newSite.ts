import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { defineCommand, EXIT, RefusedError, UsageError } from '../command.ts';
import { readTextInput } from '../input.ts';

const REGISTRY = 'src/capture/registry.ts';

export default defineCommand({
  summary: 'Lay out a new site reader with a failing test to fill in.',
  usage: `npm run -s cli -- new-site <id> [--report FILE]

Writes src/capture/sites/<id>.ts and one page with its expectation in tests/fixtures/sites/<id>/, and adds
the site to src/capture/registry.ts. The tests then fail until address, reader and two pages are filled in.
--report takes a report that the popup copied ("-": from standard input): the page is laid out as the report describes it.`,
  async run([id, ...more]) {
    const [option, reportFile] = more;
    const isCall =
      more.length === 0 || (more.length === 2 && option === '--report' && reportFile !== undefined);
    if (id === undefined || !isCall || !/^[a-z][a-z0-9]{0,38}$/.test(id)) {
      throw new UsageError('One id of lower-case letters and digits is needed.');
    }
    const page = reportFile === undefined ? PAGE : pageOfReport(await readReport(reportFile));
    const file = `src/capture/sites/${id}.ts`;
    const folder = `tests/fixtures/sites/${id}`;
    if (existsSync(file) || existsSync(folder)) throw new RefusedError(`The site "${id}" is there already.`);
    const registry = await readFile(REGISTRY, 'utf8');
    const extended = withSite(registry, id);
    if (extended === null) throw new RefusedError(`${REGISTRY} does not look as expected.`);
    await mkdir(folder, { recursive: true });
    await writeFile(file, reader(id));
    await writeFile(`${folder}/profile.html`, page);
    await writeFile(`${folder}/profile.json`, expectation(id));
    await writeFile(REGISTRY, extended);
    process.stdout.write(`${[file, `${folder}/profile.html`, `${folder}/profile.json`].join('\n')}\n`);
    process.stderr.write(nextSteps(id));
    return EXIT.done;
  },
});

async function readReport(file: string): Promise<string> {
  try {
    return await readTextInput(file);
  } catch {
    throw new RefusedError(`The report "${file}" cannot be read.`);
  }
}

/** The page that a report describes: its structure as it is, the forms of its texts to be replaced by invented ones. */
function pageOfReport(report: string): string {
  const at = report.indexOf('\n<');
  if (at < 0) throw new RefusedError('This is no report of a page: it holds no structure.');
  const lines = report.slice(at + 1).split('\n');
  const body = lines.findIndex((line) => line.startsWith('<body'));
  const head = lines.slice(0, Math.max(0, body)).join('\n');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Xx Xx</title>
${head}
</head>
${lines.slice(Math.max(0, body)).join('\n')}
</html>
`;
}

/** The registry with the site in its two lists, in the order of the alphabet; `null` when it has no such lists. */
function withSite(registry: string, id: string): string | null {
  const lines = registry.split('\n');
  const place = (isOne: RegExp, line: string): boolean => {
    const at = lines.findIndex((known) => isOne.test(known) && known > line);
    const last = lines.findLastIndex((known) => isOne.test(known));
    if (last === -1) return false;
    lines.splice(at === -1 ? last + 1 : at, 0, line);
    return true;
  };
  const isDone =
    place(/^import \w+ from '\.\/sites\/\w+\.ts';$/, `import ${id} from './sites/${id}.ts';`) &&
    place(/^ {2}[a-z0-9]+,$/, `  ${id},`);
  return isDone ? lines.join('\n') : null;
}

function nextSteps(id: string): string {
  return `Three tests fail now, on purpose. To make them pass:
  1. src/capture/sites/${id}.ts: the hosts, the form of a profile's address, at least three examples.
  2. Save a real page, replace every person in it by an invented one, keep its structure and its noise:
     tests/fixtures/sites/${id}/profile.html, and a second page (a refusal counts).
     A report that the popup copied lays the page out: new-site <id> --report FILE.
  3. Write into the .json beside each page what a person reads on it, before the reader does.
  4. Fill in extract() until this is green: npx vitest run --project unit tests/capture
`;
}

function reader(id: string): string {
  return `import { createDraft } from '../draft.ts';
import { canonicalSays, offerAbout, offerText } from '../ownPage.ts';
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

  address: (key) => \`https://${id}.example/people/\${key.id}\`,

  extract(doc, key, url): ExtractResult {
    if (canonicalSays(doc, url, key, this.identify) === 'other') return { ok: false, reason: 'otherPerson' };
    const draft = createDraft(key, this.address(key, url));
    // The first value of a field wins: marks of the site's own first, then what is less sure.
    offerText(draft, 'name', doc, 'main h1', 'h1');
    offerText(draft, 'headline', doc, '[data-testid="headline"]');
    offerAbout(draft, doc, '[data-testid="about"]');
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
  const text = JSON.stringify({ url: `https://${id}.example/people/some-one`, result }, null, 2);
  // Short lists in one line, as the formatter has them.
  return `${text.replace(/\[\s+("[^[\]{}]*")\s+\]/g, (_, inner: string) => `[${inner.replace(/\n\s*/g, ' ')}]`)}\n`;
}
