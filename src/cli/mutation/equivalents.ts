import { relative } from 'node:path';
import { root } from '../root.ts';
import { change, type Fault } from './rooms.ts';

/** A fault that changes nothing that anybody could see, so that no test can find it. */
export interface Equivalent {
  file: string;
  /** The line on which it begins, as it stands in the file. */
  line: string;
  /** The fault as the command tells it. */
  change: string;
  why: string;
}

/** Passes over all rows of the columns, each of which asks first whether somebody stands in the row, or is 0 there. */
const PASSES = {
  'for (let row = 0; row < columns.length; row++) {': [
    'acquaintances',
    'analysis',
    'balance',
    'blindSpots',
    'coverage',
    'grid',
    'marginal',
    'nextMoves',
    'redundancy',
    'shares',
    'stressTest',
    'structure',
  ],
  'for (let row = 0; row < columns.length; row++)': ['analysis', 'blindSpots', 'dormant', 'nextMoves'],
  'for (let row = 0; row < columns.length; row++) if (columns.isHub[row] === 1) rows.push(row);': [
    'analysis',
  ],
  'for (let row = 0; row < columns.length; row++) if (serves[row] === 1) rows.push(row);': ['coverage'],
};
const ONE_ROW_MORE = Object.entries(PASSES).flatMap(([line, names]) =>
  names.map(
    (name): Equivalent => ({
      file: `src/core/strategy/${name}.ts`,
      line,
      change: 'comparison: row < columns.length -> row <= columns.length',
      why: 'One row more, in which nobody stands.',
    }),
  ),
);

/** What is worked out once and kept: without that it is worked out again, and is the same. */
const REMEMBERED: readonly Equivalent[] = [
  ['viewpoint', 'keys.set(name, key);'],
  ['viewpoint', 'known.set(code, found);'],
  ['roles', 'families.set(code, family);'],
  ['sharing', 'texts.set(text, text);'],
  ['sharing', 'places.set(key, place);'],
].map(([name = '', line = '']) => ({
  file: `src/core/strategy/${name}.ts`,
  line,
  change: `call: ${line} -> void 0;`,
  why: 'It is worked out again, and is the same.',
}));

/** Those that were looked at. One that could be seen in any way deserves a test instead, or simpler code. */
export const EQUIVALENTS: readonly Equivalent[] = [
  ...ONE_ROW_MORE,
  ...REMEMBERED,
  {
    file: 'src/storage/apply.ts',
    line: 'this.#ask(ties);',
    change: 'call: this.#ask(ties); -> void 0;',
    why: 'What is not asked for at once is asked for when it is needed: slower, and the same.',
  },
  {
    file: 'src/storage/apply.ts',
    line: 'for (const [i, key] of keys.entries()) this.#owners.set(key, owners[i] ?? null);',
    change: 'call: this.#owners.set(key, owners[i] ?? null); -> void 0;',
    why: 'Whose key it is is asked again for each contact: slower, and the same.',
  },
  {
    file: 'src/core/merge/join.ts',
    line: 'return a < b ? a : b;',
    change: 'comparison: a < b -> a <= b',
    why: 'Of two equal texts it does not matter which.',
  },
  {
    file: 'src/core/merge/join.ts',
    line: 'return a > b ? a : b;',
    change: 'comparison: a > b -> a >= b',
    why: 'Of two equal texts it does not matter which.',
  },
  {
    file: 'src/core/merge/join.ts',
    line: '.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))',
    change: 'comparison: a.at > b.at -> a.at >= b.at',
    why: 'Sorting asks which of two stands first; two that are equal stay as they stand.',
  },
  {
    file: 'src/core/merge/formerKeys.ts',
    line: "while (end > 1 && FORMER_FORMS.has(words[end - 1] ?? '')) end--;",
    change: "constant: '' -> 'a fault'",
    why: 'There is a word: more than one is left.',
  },
  {
    file: 'src/core/merge/sha256.ts',
    line: 'view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));',
    change: 'call: view.setUint32(padded.length - 8, Math.f … h / 0x20000000)); -> void 0;',
    why: 'The upper half of the length: 0 of every text below 512 megabytes, as it stands there already.',
  },
  {
    file: 'src/core/merge/sha256.ts',
    line: 'for (let i = 16; i < 64; i++) {',
    change: 'comparison: i < 64 -> i <= 64',
    why: 'A word behind the last, for which there is no place.',
  },
  {
    file: 'src/core/merge/together.ts',
    line: 'if (end > 0 && isLow(base.charCodeAt(base.length - end))) end -= 1;',
    change: 'comparison: end > 0 -> end >= 0',
    why: 'Behind the end there is no half of a character.',
  },
  {
    file: 'src/core/merge/together.ts',
    line: 'within: readonly (keyof T)[] = [],',
    change: "list: [] -> ['a fault']",
    why: 'No record has a field of that name.',
  },
  {
    file: 'src/core/merge/together.ts',
    line: 'return one?.every(([name, field]) => fields.has(name) && same(field, fields.get(name))) ?? false;',
    change: 'constant: false -> true',
    why: 'There are the fields of both: the sign of asking is for the compiler.',
  },
  {
    file: 'src/core/merge/profiles.ts',
    line: "return JSON.stringify([fold(school), degree === undefined ? '' : fold(degree), start?.slice(0, 4) ?? '']);",
    change: "constant: '' -> 'a fault'",
    why: 'What is not known is the same word on both sides.',
  },
  {
    file: 'src/core/merge/duplicates.ts',
    line: 'for (const link of contact.profile.links ?? []) {',
    change: "list: [] -> ['a fault']",
    why: 'It is no address of anybody.',
  },
  {
    file: 'src/core/strategy/balance.ts',
    line: 'if (index !== null && both >= BALANCE.from && index >= BALANCE.index && internal === 0)',
    change: 'comparison: index >= BALANCE.index -> index > BALANCE.index',
    why: 'Where nobody is inside the index is 1.',
  },
  {
    file: 'src/core/strategy/analysis.ts',
    line: 'if (this.acquainted === null) {',
    change: 'condition: this.acquainted === null -> true',
    why: 'What stands is made again, and is the same.',
  },
  {
    file: 'src/core/strategy/acquaintances.ts',
    line: 'const backward = sided && columns.id(from[edge] as number) > columns.id(to[edge] as number);',
    change:
      'comparison: columns.id(from[edge] as number) > colum … [edge] as number) -> columns.id(from[edge] as number) >= colu … [edge] as number)',
    why: 'Nobody is entered as knowing themselves.',
  },
  {
    file: 'src/core/strategy/analysis.ts',
    line: 'private opened = false;',
    change: 'constant: false -> true',
    why: 'Before anybody is put there are no doors to open, and whoever is put closes them.',
  },
  {
    file: 'src/core/strategy/acquaintances.ts',
    line: 'const { knows = [], knowsBy, introduced = [] } = digest;',
    change: "list: [] -> ['a fault']",
    why: 'Nobody has that id: there is no row to enter.',
  },
  {
    file: 'src/core/strategy/acquaintances.ts',
    line: '.sort((a, b) => b.count - a.count || (columns.id(a.row) < columns.id(b.row) ? -1 : 1))',
    change: 'comparison: columns.id(a.row) < columns.id(b.row) -> columns.id(a.row) <= columns.id(b.row)',
    why: 'No two rows have one id.',
  },
  {
    file: 'src/core/strategy/acquaintances.ts',
    line: '(a, b) => Number(isTied(b)) - Number(isTied(a)) || accessOf(b) - accessOf(a) || (a.id < b.id ? -1 : 1),',
    change: 'comparison: a.id < b.id -> a.id <= b.id',
    why: 'No two contacts have one id.',
  },
  {
    file: 'src/core/strategy/coverage.ts',
    line: 'if (value > 0) times[value] = (times[value] as number) + 1;',
    change: 'comparison: value > 0 -> value >= 0',
    why: 'How often 0 stands is never asked: from 127 the count goes down to 1.',
  },
  {
    file: 'src/core/strategy/coverage.ts',
    line: 'if (value > 0) times[value] = (times[value] as number) + 1;',
    change: 'condition: value > 0 -> true',
    why: 'How often 0 stands is never asked, and below it a column of numbers has no place to hold anything.',
  },
  {
    file: 'src/core/strategy/redundancy.ts',
    line: '.sort((a, b) => b.rows.length - a.rows.length || (a.id < b.id ? -1 : 1))',
    change: 'comparison: a.id < b.id -> a.id <= b.id',
    why: 'No two groups have one field and one employer.',
  },
  {
    file: 'src/storage/derived.ts',
    line: 'for (let from = 0; from < ids.length; from += AT_ONCE) {',
    change: 'comparison: from < ids.length -> from <= ids.length',
    why: 'One part more, with nobody in it: nothing is read and nothing is taken away.',
  },
  {
    file: 'src/services/wake.ts',
    line: "const own = { id: runtime.id, origin: runtime.getURL('/').replace(/\\/$/, '') };",
    change: "constant: '/' -> ''",
    why: 'Both are the address of the extension itself, and the slash at its end is cut.',
  },
  {
    file: 'src/services/sync/setUp.ts',
    line: 'for (const name of listing?.files.keys() ?? []) {',
    change: "list: [] -> ['a fault']",
    why: 'It is no name of a file of ours.',
  },
  {
    file: 'src/services/sync/changeCode.ts',
    line: 'if (left.some(({ code, at }) => code !== undefined && now.getTime() - Date.parse(at) > TOGETHER_MS))',
    change: 'condition: left.some(({ code, at }) => code !== und … t) > TOGETHER_MS) -> true',
    why: 'Where no code is to be let go, each epoch is written as it stands.',
  },
  {
    file: 'src/services/sync/round.ts',
    line: 'const seen = known !== undefined && known.seen > at ? known.seen : at;',
    change: 'comparison: known.seen > at -> known.seen >= at',
    why: 'Of two instants that are the same either is.',
  },
  {
    file: 'src/services/sync/round.ts',
    line: 'if (this.#sync.devices.some(({ missing = [] }) => missing.some((name) => this.#files.has(name))))',
    change: 'condition: this.#sync.devices.some(({ missing = []  … files.has(name))) -> true',
    why: 'Where nothing has come, each device is written as it stands.',
  },
  {
    file: 'src/services/sync/parts.ts',
    line: "#from = '';",
    change: "constant: '' -> 'a fault'",
    why: 'The first entry of a part sets it.',
  },
  {
    file: 'src/services/sync/parts.ts',
    line: "#to = '';",
    change: "constant: '' -> 'a fault'",
    why: 'The first entry of a part sets it.',
  },
  {
    file: 'src/services/sync/space.ts',
    line: '} catch {',
    change: 'block: { return null; } -> {}',
    why: 'Nothing that is asked whether it is a record of ours differs from null.',
  },
  {
    file: 'src/services/sync/epochs.ts',
    line: 'const folders = (await carrier.list([FOLDER, space]))?.folders ?? [];',
    change: "list: [] -> ['a fault']",
    why: 'It is no name of an epoch.',
  },
  {
    file: 'src/services/sync/round.ts',
    line: 'if (gone.length > 0)',
    change: 'condition: gone.length > 0 -> true',
    why: 'Of nothing nothing is let go.',
  },
  {
    file: 'src/services/sync/round.ts',
    line: 'if (gone.length > 0)',
    change: 'comparison: gone.length > 0 -> gone.length >= 0',
    why: 'Of nothing nothing is let go.',
  },
  {
    file: 'src/services/sync/cover.ts',
    line: 'const named = new Set([...files.values()].flatMap(({ parts = [] }) => parts));',
    change: "list: [] -> ['a fault']",
    why: 'No part is called so.',
  },
  {
    file: 'src/storage/acquaintances.ts',
    line: "if (kind !== 'knows' || from === 'me' || to === 'me') return;",
    change: "constant: 'me' -> ''",
    why: 'No question is about the user: of their ties none is found.',
  },
  {
    file: 'src/storage/acquaintances.ts',
    line: "if (tie.kind !== 'knows' || tie.from === 'me' || tie.to === 'me') continue;",
    change: "constant: 'me' -> ''",
    why: 'The tie stands under the user and the subject, and neither is asked for.',
  },
  {
    file: 'src/storage/files.ts',
    line: 'if (known !== undefined)',
    change: 'condition: known !== undefined -> true',
    why: 'Without a record there is no next one either, and what is not there is taken away.',
  },
  {
    file: 'src/storage/files.ts',
    line: 'for (let from = 0; from < rows.length && characters < most.characters; from += PAGE) {',
    change: 'comparison: from < rows.length -> from <= rows.length',
    why: 'One page more, with nothing in it.',
  },
  {
    file: 'src/storage/files.ts',
    line: 'for (let from = 0; from < rows.length && characters < most.characters; from += PAGE) {',
    change: 'comparison: characters < most.characters -> characters <= most.characters',
    why: 'Of a page that is looked at when the file is full the first row already ends it.',
  },
  {
    file: 'src/services/companyView.ts',
    line: 'whom: [...(known.get(digest.id) ?? [])].map(({ id, name }) => ({ id, name })),',
    change: "list: [] -> ['a fault']",
    why: 'Only those are read who stand in the table.',
  },
  {
    file: 'src/services/save.ts',
    line: "return withWords(createContact({ ...capture, id: 'preview', now, deviceId: 'preview' }), { corrections });",
    change: "constant: 'preview' -> ''",
    why: 'The contact is read and never written; nobody has that name, nor the other.',
  },
  {
    file: 'src/services/save.ts',
    line: '{ edits = {}, corrections = {}, own: said = {}, emails = [] }: Said,',
    change: "list: [] -> ['a fault']",
    why: 'What is no address is left out.',
  },
  {
    file: 'src/services/acquaintances.ts',
    line: "return match.kind === 'contact' ? [match.id] : match.kind === 'several' ? match.ids : [];",
    change: "list: [] -> ['a fault']",
    why: 'Nobody has that id: whoever is not saved is left out of what is shown, and nobody can be tied to them.',
  },
  {
    file: 'src/services/backups.ts',
    line: 'const { ties, tiesInTurn, ...rest } = await openSource(db, world.now(), {}, { inTurn: true });',
    change: 'record: { inTurn: true } -> {}',
    why: 'The same ties are measured, held at once instead of one after the other.',
  },
  {
    file: 'src/services/importFiles.ts',
    line: 'preferFile: false,',
    change: 'constant: false -> true',
    why: 'Nothing asks for it before reading the files has said so anew.',
  },
  {
    file: 'src/services/importFiles.ts',
    line: 'byName: false,',
    change: 'constant: false -> true',
    why: 'Nothing asks for it before reading the files has said so anew.',
  },
  {
    file: 'src/services/importFiles.ts',
    line: 'parsed.persons.length + parsed.signals.length === 0 ? [] : concerned(db, parsed),',
    change: 'condition: parsed.persons.length + parsed.signals.length === 0 -> false',
    why: 'Files that name nobody concern nobody: all contacts are read for nothing, and the plan is the same.',
  },
  {
    file: 'src/services/importFiles.ts',
    line: '(names.size > 0 && nameKeys(contact.profile.name).some((name) => names.has(name)));',
    change: 'comparison: names.size > 0 -> names.size >= 0',
    why: 'Among no names none is found.',
  },
  {
    file: 'src/services/exportFiles.ts',
    line: "(format === 'csv' || format === 'ics') && redaction !== 'pseudonymised'",
    change: "condition: (format === 'csv' || format === 'ics') & … = 'pseudonymised' -> true",
    why: 'Layer and fits are worked out for nothing where no format shows them; the other codes are the same.',
  },
];

const known = new Set(EQUIVALENTS.map(({ file, line, change }) => [file, line, change].join('\n')));

/** Whether a fault is known to change nothing. */
export function isEquivalent(fault: Fault): boolean {
  const { file, source, mutant } = fault;
  const from = source.lastIndexOf('\n', mutant.start - 1) + 1;
  const line = source.slice(from).split('\n', 1)[0]?.trim() ?? '';
  return known.has([relative(root, file), line, change(fault)].join('\n'));
}
