import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Contact, Settings } from '../../../src/core/model/index.ts';
import { joinedWithBackup, settingsTogether } from '../../../src/core/sync/index.ts';
import { contact as anyContact } from '../../exchange/people.ts';
import { makeContact } from '../../make.ts';

type Own = Partial<Contact['own']>;

/** Ada as she stood on a day of November 2026. */
function ada(day: number, own: Own = {}, parts: Partial<Contact> = {}): Contact {
  return {
    ...makeContact(),
    own: { tags: [], log: [], edits: {}, ...own },
    updatedAt: `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`,
    rev: day,
    ...parts,
  };
}
const joined = (here: Contact, there: Contact) => joinedWithBackup(here, there) ?? here;

describe('a contact joined with what a backup says of it', () => {
  it.each<[string, Own, Own, Own]>([
    ['keeps the later word', { offer: 'now' }, { offer: 'then' }, { offer: 'now' }],
    ['puts both notes one under the other', { note: 'now' }, { note: 'then' }, { note: 'now\n\nthen' }],
    [
      'keeps a note that holds the other',
      { note: 'then, and now' },
      { note: 'then' },
      { note: 'then, and now' },
    ],
    ['takes a note where there is none', {}, { note: 'then' }, { note: 'then' }],
    ['puts tags together', { tags: ['a', 'b'] }, { tags: ['b', 'c'] }, { tags: ['a', 'b', 'c'] }],
    [
      'puts logs together by day',
      { log: [{ day: '2026-11-03', text: 'now' }] },
      { log: [{ day: '2026-11-09', text: 'then' }] },
      {
        log: [
          { day: '2026-11-09', text: 'then' },
          { day: '2026-11-03', text: 'now' },
        ],
      },
    ],
    ['leaves away what was taken away since', {}, { nextStep: { text: 'call' }, hub: true }, {}],
  ])('%s', (_, here, there, own) => {
    expect(joined(ada(20, here), ada(10, there)).own).toEqual({ tags: [], log: [], edits: {}, ...own });
  });

  it('takes what only the other has when it is another record of the same person', () => {
    const there = ada(10, { nextStep: { text: 'call' } }, { id: 'other' });
    expect(joined(ada(20), there)).toMatchObject({ id: 'c1', own: { nextStep: { text: 'call' } } });
  });

  it('takes the backup’s later word, and loses nothing that only stands here', () => {
    const here = ada(10, { offer: 'then', looksFor: 'a mentor' });
    expect(joined(here, ada(20, { offer: 'later' })).own).toMatchObject({
      offer: 'later',
      looksFor: 'a mentor',
    });
  });

  it('knows the same version, and finds nothing new the second time', () => {
    const [here, there] = [ada(20, { note: 'now', tags: ['a'] }), ada(10, { note: 'then', tags: ['b'] })];
    expect(joinedWithBackup(here, here)).toBeNull();
    const once = joined(here, there);
    expect(joinedWithBackup({ ...once, rev: 99 }, there)).toBeNull();
  });

  it('keeps a note that finds no room in the log, of its day', () => {
    const [mine, theirs] = ['m'.repeat(15_000), 't'.repeat(15_000)];
    const { own } = joined(ada(20, { note: mine }), ada(10, { note: theirs }));
    expect(own.note).toBe(mine);
    expect(own.log).toEqual([{ day: '2026-11-10', text: theirs, kind: 'note' }]);
  });
});

it('whoever the two are: it fits the schema, every tag and note of both is there, and once more changes nothing', () => {
  fc.assert(
    fc.property(anyContact, anyContact, fc.boolean(), (a, b, same) => {
      const there = { ...b, id: same ? a.id : b.id, rev: a.rev + 1, updatedAt: '2026-12-01T00:00:00.000Z' };
      const both = joined(a, there);
      expect(Contact.safeParse(both).success).toBe(true);
      expect(both.id).toBe(a.id);
      const tags = new Set([...a.own.tags, ...there.own.tags]);
      expect(new Set(both.own.tags)).toEqual(tags);
      const shown = [both.own.note ?? '', ...both.own.log.map(({ text }) => text)].join('\n\n');
      for (const note of [a.own.note, there.own.note]) expect(shown).toContain(note ?? '');
      for (const key of [...a.keys, ...there.keys]) expect(both.keys).toContain(key);
      expect(joinedWithBackup(both, there)).toBeNull();
    }),
    { seed: 11, numRuns: 150 },
  );
});

describe('settings that are here, and those of a backup', () => {
  const settings = (changes: object) => Settings.parse(changes);

  it('are put together by what names each element: what is here stands, and no list outgrows what is kept', () => {
    const many = Array.from({ length: 999 }, (_, at) => `company ${at}`);
    const here = settings({
      companies: { acme: '62' },
      companiesAsked: many,
      doNotSave: ['https://a.example/'],
    });
    const there = settings({
      companies: { acme: '86', beta: '47' },
      companiesAsked: ['company 5', 'new one', 'one too many'],
      doNotSave: ['https://a.example/', 'https://b.example/'],
      language: 'de',
    });
    const joined = settingsTogether(here, there);
    expect(joined.companies).toEqual({ acme: '62', beta: '47' });
    expect(joined.companiesAsked).toEqual([...many, 'new one']);
    expect(joined.doNotSave).toEqual(['https://a.example/', 'https://b.example/']);
    expect(joined.language).toBe(here.language);
  });

  it('stay as they are where the backup has nothing more', () => {
    const here = settings({ companiesAsked: ['acme'] });
    expect(settingsTogether(here, settings({}))).toEqual(here);
    expect(settingsTogether(settings({}), settings({}))).toEqual(settings({}));
  });
});
