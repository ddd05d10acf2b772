import { describe, expect, it } from 'vitest';
import { personOf } from '../../src/capture/personOf.ts';
import { columnOf, type Position, type Profile, type Tie } from '../../src/core/model/index.ts';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { write } from '../../src/storage/transaction.ts';
import { makeCapture, makeContact, makeEnvironment } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;
const COMPANY = 'Klinik Süd';

function open() {
  const background = createBackground({ ...makeEnvironment().environment, identify: personOf });
  const handlers = handlersOf(background);
  const save = async (name: string, positions: Position[], more: Partial<Profile> = {}) => {
    const id = name.toLowerCase().replace(/\W/g, '-');
    const url = `https://www.linkedin.com/in/${id}/`;
    const capture = makeCapture({
      key: { site: 'linkedin', id },
      url,
      name: { full: name },
      positions,
      ...more,
    });
    return (await handlers['contact.save']({ capture }, POPUP)).id;
  };
  const tie = (from: string, to: string, more: Partial<Tie> = {}) =>
    handlers['contact.setTie']({ tie: { from, to, kind: 'knows', ...more } }, POPUP);
  const look = (company = COMPANY, label?: string) =>
    handlers['company.get']({ company, ...(label !== undefined && { label }) }, POPUP);
  return { handlers, background, save, tie, look };
}

const now = (company: string, start?: string): Position => ({
  title: 'Nurse',
  company,
  end: null,
  ...(start && { start }),
});
const past = (company: string, end: string, start?: string): Position => ({
  title: 'Nurse',
  company,
  end,
  ...(start && { start }),
});

describe('somebody at a company', () => {
  it.each<
    [what: string, positions: Position[], retired: boolean, place: 'here' | 'were' | null, years: object]
  >([
    ['who works there', [now('KLINIK SÜD GmbH', '2015-02')], false, 'here', { from: 2015 }],
    ['who works there, since when is not known', [now('Klinik Süd')], false, 'here', {}],
    [
      'who works there and elsewhere',
      [now('Laden', '2020'), now('Klinik Süd', '2018')],
      false,
      'here',
      { from: 2018 },
    ],
    [
      'who worked there',
      [now('Laden', '2020'), past('Klinik Süd', '2019', '2010')],
      false,
      'were',
      { from: 2010, to: 2019 },
    ],
    ['who worked there last', [past('Klinik Süd', '2019')], false, 'were', { to: 2019 }],
    [
      'who came back',
      [now('Klinik Süd', '2022'), past('Klinik Süd', '2019', '2010')],
      false,
      'here',
      { from: 2022 },
    ],
    [
      'who has retired from it',
      [{ title: 'Nurse (retired)', company: 'Klinik Süd', end: null }],
      true,
      'were',
      {},
    ],
    ['who works elsewhere', [now('Klinik Südstadt'), past('Klinik', '2019')], false, null, {}],
    ['who works nowhere', [], false, null, {}],
    ['whose company is not known', [{ title: 'Nurse', end: null }], false, null, {}],
  ])('%s', async (_, positions, retired, place, years) => {
    const { save, look } = open();
    const id = await save('Ada Blum', positions, retired ? { headline: 'Retired nurse' } : {});
    const view = await look();
    const person = { id, name: 'Ada Blum', tied: false, ...years };
    expect([view.here, view.were, view.know]).toEqual([
      place === 'here' ? [person] : [],
      place === 'were' ? [person] : [],
      [],
    ]);
    expect(view.counts).toEqual({ here: place === 'here' ? 1 : 0, were: place === 'were' ? 1 : 0, know: 0 });
  });

  it.each<[what: string, companies: string[], typed: string, shown: string]>([
    [
      'of the first who was there, as it is written there',
      ['KLINIK SÜD GmbH', 'Klinik Süd AG'],
      'klinik süd',
      'KLINIK SÜD GmbH',
    ],
    ['that was typed, where nobody was there', ['Laden'], 'klinik süd', 'klinik süd'],
  ])('bears the name %s', async (_, companies, typed, shown) => {
    const { save, look } = open();
    for (const [i, company] of companies.entries()) await save(`Person ${'ab'[i]}`, [now(company)]);
    expect(await look(typed)).toMatchObject({ name: shown, key: 'klinik sud' });
  });

  it('is nobody at a company of signs alone, or of none', async () => {
    const { save, look } = open();
    await save('Ada Blum', [now('...'), { title: 'Nurse', end: null }]);
    for (const company of ['', '...', '!!'])
      expect(await look(company)).toMatchObject({
        name: company,
        key: '',
        counts: { here: 0, were: 0, know: 0 },
      });
  });
});

describe('whoever knows somebody at a company', () => {
  it('is named with all whom they know there now, and is neither there nor the user', async () => {
    const { save, tie, look } = open();
    const [here, also] = [await save('Here', [now(COMPANY)]), await save('Also', [now(COMPANY)])];
    const was = await save('Was', [past(COMPANY, '2019')]);
    const [outside, other, stranger] = [
      await save('Outside', [now('Laden')]),
      await save('Other', [now('Laden')]),
      await save('Stranger', [now('Laden')]),
    ];
    for (const [from, to] of [
      [outside, here],
      [also, outside],
      [here, other],
      [stranger, was],
      [was, here],
      [here, also],
      ['me', here],
      ['me', other],
    ] as const)
      await tie(from, to);
    const view = await look();
    const whom = (list: { name: string }[]) => list.map(({ name }) => name).toSorted();
    expect(view.know.map(({ name, tied, whom: known }) => [name, tied, whom(known)])).toEqual([
      ['Other', true, ['Here']],
      ['Outside', false, ['Also', 'Here']],
    ]);
    expect(view.know[0]?.whom).toEqual([{ id: here, name: 'Here' }]);
    expect(view.counts).toEqual({ here: 2, were: 1, know: 2 });
    // Whom the user knows comes first.
    expect(view.here.map(({ name, tied }) => [name, tied])).toEqual([
      ['Here', true],
      ['Also', false],
    ]);
  });

  it('stands in the order of how well the user knows them, then of the names', async () => {
    const { save, tie, look } = open();
    const people = ['Zora', 'Emil', 'Dora', 'Cem', 'Bo', 'Ada'];
    const ids = new Map<string, string>();
    for (const name of people) ids.set(name, await save(name, [now(COMPANY)]));
    const twins = [
      await save('Emil', [now(COMPANY)], {
        key: { site: 'linkedin', id: 'emil-2' },
        url: 'https://www.linkedin.com/in/emil-2/',
      }),
      ids.get('Emil') ?? '',
    ];
    await tie('me', ids.get('Zora') ?? '', { strength: 'strong' });
    await tie('me', ids.get('Dora') ?? '', { label: 'personal' });
    await tie('me', ids.get('Cem') ?? '', { strength: 'weak' });
    await tie('me', ids.get('Bo') ?? '', { strength: 'moderate' });
    const { here } = await look();
    // A friend is known as well as whoever is known well.
    expect(here.map(({ name }) => name)).toEqual(['Dora', 'Zora', 'Bo', 'Cem', 'Ada', 'Emil', 'Emil']);
    expect(here.slice(-2).map(({ id }) => id)).toEqual(twins.toSorted());
  });

  it('is named as one of a hundred, counted whole, and looked for at the first five hundred', async () => {
    const { background, save, look, tie } = open();
    await write(await background.database, background.world, ['contacts'], async ({ transaction, log }) => {
      for (let i = 0; i < 501; i++) {
        const contact = { ...makeContact({ positions: [now(COMPANY)] }, `c${i}`), keys: [`linkedin:${i}`] };
        transaction
          .objectStore('contacts')
          .put(contact)
          .catch(() => {});
        log({ store: 'contacts', id: contact.id, kind: 'put', rev: 0 });
      }
    });
    await background.deriving.run();
    const ids = (await (await background.database).getAll('segments')).flatMap(({ rows }) =>
      columnOf(rows, 'id'),
    );
    const [near, far] = [await save('Near', [now('Laden')]), await save('Far', [now('Laden')])];
    await tie(near, ids[499] ?? '');
    await tie(far, ids[500] ?? '');
    const view = await look();
    expect([view.here.length, view.counts]).toEqual([100, { here: 501, were: 0, know: 1 }]);
    expect(view.know.map(({ name }) => name)).toEqual(['Near']);
  });
});

it.each([
  ['Hospitals and Health Care', '86'],
  ['Hospitls and Health Care', null],
  ['Unheard of', null],
  [undefined, null],
])('the label %j of a site means an industry where the site writes it so: %s', async (label, labelled) => {
  expect((await open().look(COMPANY, label)).labelled).toBe(labelled);
});
