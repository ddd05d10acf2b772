import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  EXPORT_FORMATS,
  ME_FIELDS,
  REDACTIONS,
  SEPARATORS,
  STAGES,
  TEXT_ENCODINGS,
} from '../../src/core/model/index.ts';
import { PART_BYTES } from '../../src/messaging/files.ts';
import { type Input, type MessageName, PROTOCOL } from '../../src/messaging/protocol.ts';
import { makeCapture, makeGoal, makeMe } from '../make.ts';

const URL = 'https://www.linkedin.com/in/leyla-brandt/';
const DAY = '2026-11-24';
const relation = 'coauthor' as const;
const capture = {
  ...makeCapture(),
  doubtful: ['headline'],
  acquaintances: [{ name: 'Jonas Wirth', url: 'https://example.org/jonas', relation }],
};
const corrections = { isco4: '2521', seniority: 'lead' as const, nace2: '86' };
const position = { title: 'Nurse', company: 'Klinikum Musterstadt', end: null };
const edits = {
  name: { full: 'Leyla Brandt' },
  headline: null,
  location: null,
  positions: [position],
  education: [],
  skills: ['SQL'],
  links: ['https://example.org/'],
  emails: ['leyla@example.org'],
};
const single = {
  note: 'tea',
  layer: 'personal' as const,
  ...corrections,
  hub: false,
  looksFor: 'a mentor',
  offer: 'an introduction',
  nextStep: { text: 'call', due: DAY },
  rhythmDays: 30,
  reviewedOn: DAY,
  edits,
  birthday: '--02-29',
};
const people = {
  kind: 'members' as const,
  url: 'https://example.org/team',
  site: 'web',
  of: { site: 'web', id: 'x' },
  title: 'The team',
  people: [{ name: 'Jonas Wirth', relation: 'colleague' as const }],
};
const tie = { from: 'a', to: 'b', kind: 'knows' as const, strength: 'strong' as const };
const goal = makeGoal();
const me = makeMe();
const webdav = { kind: 'webdav' as const, url: 'https://example.org/dav', user: 'kim', password: 'p' };
const s3 = {
  kind: 's3' as const,
  url: 'https://s3.example.org',
  bucket: 'b',
  region: 'r',
  keyId: 'k',
  secret: 's',
};
const folder = { kind: 'folder' as const, name: 'Documents' };
const none = [{}] as const;
const sentence = 'Call {name}: {text}';
const choices = (['kept', 'other'] as const).flatMap((word) => [
  { name: word, headline: word, location: word, industry: word },
  { about: word, url: word, positions: word, note: word },
]);

/**
 * What each message carries, written a second time on purpose: whole, and with every word of which one may be chosen.
 * A schema that forgets a field, a word or a default refuses one of these, and a page that sends it gets nowhere.
 */
const INPUTS: { [N in MessageName]: readonly [Input<N>, ...Input<N>[]] } = {
  'page.state': [{ url: URL, texts: ['button_save', 'button_saved'] }],
  'page.save': none,
  'contact.save': [
    {
      capture,
      edits,
      corrections,
      own: { note: 'tea', tags: ['met'], nextStep: { text: 'call' }, birthday: '1980-04-01' },
      emails: ['leyla@example.org'],
      tab: 7,
    },
  ],
  'contact.preview': [{ capture, corrections }],
  'contact.marginal': [{ id: 'a' }, { capture, corrections }],
  'contact.get': [{ id: 'a' }],
  'contact.at': [{ url: URL }],
  'rows.get': [{ segment: 0 }],
  'rows.index': none,
  'rows.packed': [{ segments: [0, 63] }],
  'rows.of': [{ ids: ['a'] }],
  'due.get': [{ until: DAY }],
  'review.get': none,
  'contact.log': [{ id: 'a', text: 'lunch', day: DAY, kind: 'met', stepDone: true }],
  'contact.search': [{ query: 'data', limit: 50 }],
  'contact.history': [{ id: 'a' }],
  'contact.setTie': [{ tie, based: tie }],
  'contact.removeTie': [{ from: 'a', to: 'b', kind: 'introduced' }],
  'contact.ways': [{ id: 'a' }, { through: ['a', 'b'] }],
  'company.get': [{ company: 'Klinikum Musterstadt', label: 'Hospitals' }],
  'acquaintances.look': [{ capture }, { list: people }],
  'acquaintances.choose': [{ list: people, of: 'a', people: ['b'] }],
  'acquaintances.refuse': [{ id: 'a', url: URL, refused: true }],
  'questions.get': [{ limit: 50 }],
  'questions.answer': [
    { id: 'q', contact: 'a' },
    { id: 'q', contact: null },
  ],
  'contact.setMany': [{ ids: ['a'], addTags: ['one'], removeTags: ['two'], own: single }],
  'contact.forgetMany': [{ ids: ['a', 'b'] }],
  'undo.run': [{ id: 'u' }],
  'analysis.get': none,
  'analysis.months': none,
  'analysis.test': [
    { change: { company: true, function: true, industry: true, place: true } },
    {
      change: {
        company: { to: 'Spital Beispielstadt' },
        function: { isco: '2521' },
        industry: { nace2: '86' },
        place: { place: { text: 'Hamburg', city: 'Hamburg', country: 'DE' } },
      },
    },
  ],
  'graph.get': none,
  'tags.get': none,
  'privacy.get': none,
  'privacy.erase': [{ everything: true }],
  'contact.setOwn': [
    { id: 'a', own: single, clear: ['hub', 'note'], based: { note: 'tea', nextStep: { text: 'call' } } },
  ],
  'contact.typed': [
    { id: 'a', writer: 'w', now: true, what: { field: 'note', text: 'tea', based: '' } },
    {
      id: 'a',
      writer: 'w',
      what: { field: 'nextStep', step: { text: 'call', due: DAY }, based: { text: 'cal' } },
    },
    { id: 'a', writer: 'w', what: { field: 'nextStep', step: null, based: null } },
    { id: 'a', writer: 'w', what: { field: 'tag', text: 'me', based: 'm' } },
  ],
  'contact.tag': [{ id: 'a', add: ['one'], remove: ['two'] }],
  'contact.role': [
    { id: 'a', goalId: 'g', role: 'mentor', says: 'yes' },
    { id: 'a', goalId: 'g', role: 'sponsor', says: 'no' },
    { id: 'a', goalId: 'g', role: 'peer', says: null },
  ],
  'contact.unlog': [{ id: 'a', day: DAY, text: 'lunch', kind: 'met', nextStep: { text: 'call', due: DAY } }],
  'contact.relog': [
    {
      id: 'a',
      was: { day: DAY, text: 'lunch', kind: 'met' },
      entry: { day: DAY, text: 'tea', kind: 'note' },
    },
  ],
  'contact.edit': [
    { id: 'a', edits, back: ['name'], based: edits, birthday: null },
    { id: 'a', edits: {}, birthday: '1980-04-01' },
  ],
  'contact.alike': [{ name: 'Leyla', email: 'leyla@example.org', url: URL }],
  'contact.snooze': [
    { id: 'a', kind: 'nextStep', until: DAY },
    { id: 'a', kind: 'review', until: null },
  ],
  'list.get': [{ list: 'l' }],
  'list.name': [{ id: 'l', name: 'To thank' }],
  'list.remove': [{ list: 'l' }],
  'list.place': [
    { list: 'l', id: 'a', spot: { before: 'b' } },
    { list: 'l', id: 'a', spot: { before: null } },
    { list: 'l', id: 'a', spot: { rank: 0.5 } },
    { list: 'l', id: 'a', spot: null },
  ],
  'list.add': [{ list: 'l', ids: ['a'] }],
  'board.get': [{ goal: 'g' }],
  'board.place': [
    { goal: 'g', id: 'a', stage: null },
    { goal: 'g', id: 'a', stage: 'asked', spot: { before: 'b' } },
    ...STAGES.map((stage) => ({ goal: 'g', id: 'a', stage })),
  ],
  'draft.get': [{ kind: 'note', subject: 'a' }],
  'draft.set': [{ kind: 'log', subject: 'a', text: 'lun' }],
  'contact.forget': [{ id: 'a' }],
  'network.get': none,
  'loss.dismiss': none,
  'me.set': [
    { me, based: me },
    { me, based: null },
  ],
  'me.unset': none,
  'me.contact': none,
  'goal.set': [{ goal, based: goal }],
  'goal.delete': [{ id: 'g' }],
  'site.add': [{ host: 'example.org' }],
  'settings.set': [
    {
      settings: {
        language: 'de',
        quiet: true,
        reminders: true,
        reviewMonths: 12,
        onboarding: 'done',
        hoursPerMonth: 4,
      },
    },
  ],
  'company.asked': [{ company: 'Klinikum Musterstadt' }],
  'company.set': [
    { company: 'Klinikum Musterstadt', nace2: '86' },
    { company: 'Klinikum Musterstadt', nace2: null },
  ],
  'move.set': [
    { id: 'm', until: 'never' },
    { id: 'm', until: DAY },
    { id: 'm', until: null },
  ],
  'view.set': [
    { name: 'Hospitals', query: 'industry=86' },
    { name: 'Hospitals', query: null },
  ],
  'rhythm.set': [
    { layer: 'personal', days: 30 },
    { layer: 'beyond', days: null },
  ],
  'doNotSave.remove': [{ address: URL }],
  'doNotSave.add': [{ address: URL }],
  'import.begin': [{ files: [{ name: 'Connections.csv', size: 0, modified: '2026-11-24T10:00:00.000Z' }] }],
  'import.part': [{ id: 'i', file: 0, data: 'A'.repeat(Math.ceil(PART_BYTES / 3) * 4) }],
  'import.read': [
    {
      id: 'i',
      passphrase: 'secret',
      mappings: { 'a.csv': { name: 0, company: 2 } },
      encodings: { 'a.csv': 'auto' },
      separators: { 'a.csv': 'auto' },
      preferFile: true,
      ownAddresses: ['kim@example.org'],
      byName: true,
      logWords: { met: 'Met', wrote: 'Wrote' },
    },
    ...TEXT_ENCODINGS.map((encoding) => ({ id: 'i', encodings: { 'a.csv': encoding } })),
    ...SEPARATORS.map((separator) => ({ id: 'i', separators: { 'a.csv': separator } })),
  ],
  'import.confirm': [{ id: 'i', keepGoodRows: true, me: true, meFields: [...ME_FIELDS], goals: [0, 3] }],
  'restore.confirm': [{ id: 'i' }],
  'restore.join': [{ id: 'i' }, { id: 'i', bringBack: true }],
  'import.cancel': [{ id: 'i' }],
  'undo.list': none,
  'export.begin': [
    ...EXPORT_FORMATS.flatMap((format) => REDACTIONS.map((redaction) => ({ format, redaction }))),
    ...([',', ';'] as const).map((separator) => ({
      format: 'csv' as const,
      redaction: 'full' as const,
      separator,
    })),
    ...(['en', 'de'] as const).map((language) => ({
      format: 'csv' as const,
      redaction: 'full' as const,
      ids: ['a'],
      raw: true,
      language,
      passphrase: 'secret',
      calendarWords: { keepInTouch: sentence, review: sentence, goal: sentence, milestone: sentence },
      words: { note: 'Note' },
    })),
  ] as unknown as readonly [Input<'export.begin'>, ...Input<'export.begin'>[]],
  'export.next': [{ id: 'e' }],
  'export.cancel': [{ id: 'e' }],
  'export.report': [
    {
      content: {
        language: 'de',
        title: 'Network',
        subtitle: 'of Kim',
        lead: ['In short'],
        sections: [
          {
            heading: 'Layers',
            paragraphs: ['Two.'],
            list: ['one', 'two'],
            table: { columns: ['layer', 'people'], rows: [['personal', '3']] },
            bars: [{ label: 'personal', share: 0.5, text: '3' }],
          },
        ],
        footer: 'made here',
      },
    },
  ],
  'backup.when': [
    { everyDays: 7, everyChanges: 100 },
    { everyDays: null, everyChanges: null },
  ],
  'backup.state': none,
  'backup.seal': [{ passphrase: 'secret' }, {}],
  'backup.now': none,
  'sync.status': none,
  'sync.check': [{ place: webdav }, { place: s3 }, { place: folder }],
  'sync.setUp': [{ place: folder, name: 'Laptop' }],
  'sync.meet': [{ place: s3, name: 'Laptop', code: 'c' }],
  'sync.join': [{ place: webdav, name: 'Laptop', code: 'c' }],
  'sync.now': none,
  'sync.code': none,
  'sync.password': [{ password: 'p' }],
  'sync.changeCode': none,
  'sync.enterCode': [{ code: 'c' }],
  'sync.publishAgain': none,
  'sync.massForget': [{ answer: 'forget' }, { answer: 'keep' }],
  'sync.leave': [{ remove: true }, { remove: false }],
  'sync.note': [{ id: 'a' }],
  'merge.suggest': [{ from: 0, limit: 50 }],
  'merge.run': choices.map((chosen) => ({ kept: 'a', other: 'b', choices: chosen })) as unknown as readonly [
    Input<'merge.run'>,
  ],
  'merge.dismiss': [{ a: 'a', b: 'b' }],
};

/** The same with `both`, which only what can be put together has. */
const BOTH: Input<'merge.run'> = { kept: 'a', other: 'b', choices: { positions: 'both', note: 'both' } };

const NAMES = Object.keys(PROTOCOL) as MessageName[];
const read = (name: MessageName, input: unknown) => z.safeParse(PROTOCOL[name].input, input);

describe('what a message carries', () => {
  it.each(NAMES)('%s: all of it arrives as it was sent', (name) => {
    for (const input of [...INPUTS[name], ...(name === 'merge.run' ? [BOTH] : [])])
      expect(read(name, input)).toEqual({ success: true, data: input });
  });

  it.each(NAMES)('%s: nothing beside it', (name) => {
    for (const input of INPUTS[name]) expect(read(name, { ...input, extra: 1 }).success).toBe(false);
  });

  // A word that is not offered would be written, and mean nothing to whoever reads it.
  it.each<[MessageName, unknown]>([
    ['contact.role', { id: 'a', goalId: 'g', role: 'mentor', says: '' }],
    ['move.set', { id: 'm', until: '' }],
    ['export.begin', { format: '', redaction: 'full' }],
    ['export.begin', { format: 'csv', redaction: 'full', separator: '' }],
    ['export.begin', { format: 'csv', redaction: 'full', language: '' }],
    ['import.read', { id: 'i', encodings: { 'a.csv': '' } }],
    ['import.read', { id: 'i', separators: { 'a.csv': '' } }],
    ['merge.run', { kept: 'a', other: 'b', choices: { name: 'both' } }],
    ['privacy.erase', { everything: false }],
    ['sync.massForget', { answer: '' }],
    ['contact.typed', { id: 'a', writer: 'w', what: { field: '', text: 'x', based: '' } }],
  ])('%s: no word that is not offered (%j)', (name, input) => {
    expect(read(name, input).success).toBe(false);
  });

  it.each<[MessageName, unknown, unknown]>([
    ['page.state', { url: URL }, { url: URL, texts: [] }],
    ['sync.leave', {}, { remove: false }],
  ])('%s: what is not said stands as nothing asked for', (name, input, data) => {
    expect(read(name, input)).toEqual({ success: true, data });
  });
});
