import { describe, expect, it, vi } from 'vitest';
import { classifyLine } from '../../src/cli/classifier.ts';
import { type Classifier, createClassifier } from '../../src/core/classify/index.ts';
import { judgeCareer, judgeText, UNJUDGED } from '../../src/core/classify/unjudged.ts';
import { unpackRows } from '../../src/core/model/index.ts';
import { toBase64 } from '../../src/exchange/bytes.ts';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { saveCapture } from '../../src/services/save.ts';
import { makeCapture, makeEnvironment, makeProfile } from '../make.ts';

const PAGE = { kind: 'extension', url: 'chrome-extension://x/dashboard.html', tab: 1 } as const;
const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;
/** The title on which the classifier of these tests fails. */
const FATAL = 'Fatal Officer';

/** A classifier as shipped, that fails on one title. */
function failing(companies: Readonly<Record<string, string>> = {}): Classifier {
  const whole = createClassifier({ companies });
  const unless = (text: string) => {
    if (text.includes(FATAL)) throw new TypeError('of a table');
  };
  return {
    ...whole,
    classify(input) {
      unless(JSON.stringify(input));
      return whole.classify(input);
    },
    career(profile, own) {
      unless(JSON.stringify(profile));
      return whole.career(profile, own);
    },
  };
}

function open() {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const made = makeEnvironment(`unjudged-${Math.random()}`);
  const environment = {
    ...made.environment,
    classifier: async (own: Record<string, string>) => failing(own),
  };
  const background = createBackground(environment);
  return { ...made, background, handlers: handlersOf(background) };
}

const captureOf = (id: string, title: string) =>
  makeCapture({
    key: { site: 'linkedin', id },
    url: `https://www.linkedin.com/in/${id}/`,
    name: { full: `Person ${id}` },
    headline: title,
    positions: [{ title, company: 'Klinikum Musterstadt', end: null }],
  });

describe('a contact that cannot be judged', () => {
  it('is saved, marked as not judged, and the others are judged', async () => {
    const { background, handlers } = open();
    const saved = await saveCapture(background, captureOf('fatal', FATAL));
    expect(saved.created).toBe(true);
    expect(saved.reading.career).toMatchObject({
      unjudged: true,
      current: { function: null, industry: null, seniority: null, evidence: [UNJUDGED] },
    });
    expect(console.error).toHaveBeenCalled();
    const other = await saveCapture(background, captureOf('nurse', 'Pflegefachkraft'));
    expect(other.reading.career.current.function?.isco4).toBe('2221');
    const index = await handlers['rows.index']({}, POPUP);
    expect(index.segments).toHaveLength(1);
  });

  it('keeps what the user said of it', () => {
    const told = vi.fn();
    const career = judgeCareer(failing(), makeProfile({ headline: FATAL }), { isco4: '2512' }, told);
    expect(career.unjudged).toBe(true);
    expect(career.current.function?.isco4).toBe('2512');
    expect(career.steps).toHaveLength(1);
    expect(told).toHaveBeenCalledOnce();
    expect(judgeCareer(failing(), makeProfile(), {}, told).unjudged).toBeUndefined();
    expect(told).toHaveBeenCalledOnce();
    expect(judgeText(failing(), { title: FATAL }).function).toBeNull();
  });

  it.each([2, 60, 500, 3000])('of an import of %i is written, and all others are judged', async (count) => {
    const { background, handlers, events } = open();
    const lines = Array.from({ length: count }, (_, i) => {
      const title = i === Math.floor(count / 3) ? FATAL : 'Nurse';
      return `First${i},Last${i},https://www.linkedin.com/in/person-${i},,Acme,${title},12 Mar 2024`;
    });
    const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
    const bytes = new TextEncoder().encode([header, ...lines].join('\n'));
    const { id } = await handlers['import.begin'](
      { files: [{ name: 'Connections.csv', size: bytes.length }] },
      PAGE,
    );
    for (let at = 0; at < bytes.length; at += 30_000)
      await handlers['import.part']({ id, file: 0, data: toBase64(bytes.subarray(at, at + 30_000)) }, PAGE);
    await handlers['import.read']({ id }, PAGE);
    await handlers['import.confirm']({ id }, PAGE);
    await background.deriving.run();
    const db = await background.database;
    expect(await db.count('contacts')).toBe(count);
    expect(await db.count('pending')).toBe(0);
    const rows = (await db.getAll('segments')).flatMap((segment) => unpackRows(segment.rows));
    expect(rows).toHaveLength(count);
    expect(rows.filter(({ isco4 }) => isco4 === null).map(({ title }) => title)).toEqual([FATAL]);
    expect(rows.filter(({ isco4 }) => isco4 === '2221')).toHaveLength(count - 1);
    const jobs = events.flatMap((event) => (event.kind === 'job' ? [event.job] : []));
    expect(jobs.filter(({ state }) => state === 'failed')).toEqual([]);
  });

  it('is one line of the answer of the command', () => {
    const lines = [
      { id: 1, title: FATAL },
      { id: 2, title: 'Nurse' },
    ].map((line) => JSON.parse(classifyLine(failing(), JSON.stringify(line))));
    expect(lines[0]).toEqual({ id: 1, error: expect.stringContaining('could not be judged') });
    expect(lines[1]).toMatchObject({ id: 2, function: { isco4: '2221' } });
  });
});
