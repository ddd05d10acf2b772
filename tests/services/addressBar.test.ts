import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ContactRow } from '../../src/messaging/protocol.ts';
import { companyOf, listenToAddressBar, suggestionsOf } from '../../src/services/addressBar.ts';
import { makeRow } from '../ui/dashboard/row.ts';

interface Suggestion {
  content: string;
  description: string;
}

/** A browser that shows suggestions, over a network that finds these rows, whatever is typed. */
function open(
  rows: ContactRow[] | Error,
  { origin = 'chrome-extension://own', language = 'en', refuses = false } = {},
) {
  let typed: (text: string, suggest: (found: Suggestion[]) => void) => void = () => {};
  let entered: (text: string, disposition: string) => void = () => {};
  const asked: unknown[][] = [];
  const opened: string[] = [];
  const hints: unknown[] = [];
  const go = (how: string) => async (tab: { url: string }) => {
    opened.push(`${how} ${tab.url}`);
    if (refuses) throw new Error('no tab');
  };
  const platform = {
    runtime: { getURL: (path: string) => `${origin}${path}` },
    i18n: {
      getMessage: (key: string) =>
        key === 'catalogue_language'
          ? language
          : key === 'company_ask'
            ? 'Whom do I know at {company}?'
            : `[${key}]`,
    },
    tabs: { create: go('new'), update: go('here') },
    omnibox: {
      setDefaultSuggestion: (hint: unknown) => void hints.push(hint),
      onInputChanged: { addListener: (listener: typeof typed) => (typed = listener) },
      onInputEntered: { addListener: (listener: typeof entered) => (entered = listener) },
    },
  };
  const search = async (...query: unknown[]) => {
    asked.push(query);
    if (rows instanceof Error) throw rows;
    return { goals: [], rows };
  };
  listenToAddressBar({ rows: { search } } as never, platform as never);
  const type = (text: string) => new Promise<Suggestion[]>((resolve) => typed(text, resolve));
  return {
    type,
    typed: (...of: Parameters<typeof typed>) => typed(...of),
    enter: (...of: Parameters<typeof entered>) => entered(...of),
    asked,
    opened,
    hints,
  };
}

const ada = makeRow({ id: 'a/1', name: 'Ada Blum', title: 'Nurse', company: 'Klinik Süd', place: 'Ulm' });
const bo = makeRow({
  id: 'b',
  name: 'Bo Stein',
  title: '',
  company: '',
  place: '',
  tags: ['tea'],
  isco4: null,
  nace2: null,
});

afterEach(() => void vi.restoreAllMocks());

describe('the address bar', () => {
  it('says what it is for, and shows whom it finds, at most six', async () => {
    const { type, hints, asked } = open([ada, bo]);
    expect(hints).toEqual([{ description: '[omnibox_hint]' }]);
    expect(await type('ad')).toEqual([
      { content: 'Ada Blum · Nurse · Klinik Süd · Ulm', description: 'Ada Blum · Nurse · Klinik Süd · Ulm' },
      { content: 'Bo Stein', description: 'Bo Stein' },
    ]);
    expect(asked).toEqual([['ad', 6]]);
  });

  it.each([
    ['en', 'Health care'],
    ['de', 'Gesundheitswesen'],
    ['xx', 'Health care'],
  ])('says by what somebody was found in the language of the browser: %s', async (language, industry) => {
    const row = makeRow({ ...bo, nace2: '86' });
    const [line] = await open([row], { language }).type(industry.toLowerCase());
    expect(line?.content).toBe(`Bo Stein · ${industry}`);
  });

  it('asks about a company in place of the last, when its name is begun', async () => {
    const people = Array.from({ length: 6 }, (_, i) =>
      makeRow({ ...ada, id: `${i}`, name: `Ada ${'abcdef'[i]}` }),
    );
    const { type, enter, opened } = open(people);
    const found = await type('klin');
    expect(found).toHaveLength(6);
    const last = 'Whom do I know at Klinik Süd?';
    expect(found.map(({ content }) => content.split(' · ')[0])).toEqual([
      'Ada a',
      'Ada b',
      'Ada c',
      'Ada d',
      'Ada e',
      last,
    ]);
    expect(found.at(-1)).toEqual({ content: last, description: last });
    enter(last, 'currentTab');
    expect(opened).toEqual(['here chrome-extension://own/dashboard.html#/company/Klinik%20S%C3%BCd']);
    expect(await type('kl')).toHaveLength(6);
    expect((await type('ulm')).at(-1)?.content).toMatch(/^Ada f/);
  });

  it.each([
    ['currentTab', 'here'],
    ['newForegroundTab', 'new'],
    ['newBackgroundTab', 'new'],
  ])('leads to whom it showed, else to all who are found: %s', async (disposition, how) => {
    const { type, enter, opened } = open([ada]);
    enter('Ada Blum', disposition);
    const [line] = await type('ada');
    enter(line?.content ?? '', disposition);
    enter('a & b', disposition);
    const at = `${how} chrome-extension://own/dashboard.html#/contacts`;
    expect(opened).toEqual([`${at}?q=Ada+Blum`, `${at}?contact=a%2F1`, `${at}?q=a+%26+b`]);
  });

  it.each([
    ['chrome-extension://own', 'A&amp;B &lt;b&gt; C D'],
    ['moz-extension://own', 'A&B <b> C\tD\u0007'],
  ])('shows names as text, as the browser reads them: %s', async (origin, description) => {
    const row = makeRow({ ...bo, name: 'A&B <b> C\tD\u0007' });
    expect(await open([row], { origin }).type('a&b')).toEqual([
      { content: 'A&B <b> C\tD\u0007', description },
    ]);
  });

  it('shows nothing where the search fails, and tells developers; as where nothing can be opened', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const failure = new Error('no database');
    const suggest = vi.fn();
    open(failure).typed('ada', suggest);
    await vi.waitFor(() => expect(told.mock.calls).toEqual([[failure]]));
    expect(suggest).not.toHaveBeenCalled();
    const { enter } = open([], { refuses: true });
    enter('ada', 'currentTab');
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2));
  });

  it('is not listened to where the browser has none', () => {
    expect(() => listenToAddressBar({} as never, {} as never)).not.toThrow();
  });
});

describe('the company that is typed', () => {
  it.each<[typed: string, companies: string[], found: string | null]>([
    ['kli', ['Klinik Süd'], 'Klinik Süd'],
    ['KLINIK SUE', ['', 'Laden', 'Klinik Süd', 'Klinik Süd AG'], null],
    ['Klinik Sü', ['', 'Laden', 'Klinik Süd', 'Klinik Süd AG'], 'Klinik Süd'],
    ['süd', ['Klinik Süd'], null],
    ['kl', ['Klinik Süd'], null],
    ['', [''], null],
    ['klinik', [], null],
  ])('%j is the beginning of its name', (typed, companies, found) => {
    expect(
      companyOf(
        companies.map((company) => ({ company })),
        typed,
      ),
    ).toBe(found);
  });
});

it('people who look the same are told apart by their number', () => {
  const rows = ['1', '2', '3'].map((id) => ({ ...bo, id })).concat(ada);
  expect(suggestionsOf(rows)).toEqual([
    { id: '1', content: 'Bo Stein', description: 'Bo Stein' },
    { id: '2', content: 'Bo Stein (2)', description: 'Bo Stein' },
    { id: '3', content: 'Bo Stein (3)', description: 'Bo Stein' },
    {
      id: ada.id,
      content: 'Ada Blum · Nurse · Klinik Süd · Ulm',
      description: 'Ada Blum · Nurse · Klinik Süd · Ulm',
    },
  ]);
  const by = (found?: string) => suggestionsOf([ada], () => found)[0]?.content;
  expect([by('Ulm'), by('tea'), by()]).toEqual([
    'Ada Blum · Nurse · Klinik Süd · Ulm',
    'Ada Blum · Nurse · Klinik Süd · Ulm · tea',
    'Ada Blum · Nurse · Klinik Süd · Ulm',
  ]);
});
