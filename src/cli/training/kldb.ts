import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stem, titleKey, titleWords } from '../../core/classify/features.ts';
import { phraseOfRole } from '../../core/classify/title.ts';
import { ISCO_UNIT_GROUPS } from '../../core/taxonomy/index.ts';
import { readTable, readTabs } from './delimited.ts';

/** A title of the German Federal Employment Agency's list, with what its five digits of KldB 2010 are in ISCO-08. */
export interface GermanTitle {
  kldb5: string;
  isco4: string;
  /** How people write it: both genders, with and without what stands in brackets. */
  forms: string[];
  /** What told the code: the described occupations' own title, an equal title, the only code there is, our own table, the likest one. */
  by: 'described' | 'equal' | 'only' | 'written' | 'likest';
}

/** A title whose equal in ESCO has a code that the bridge of its KldB type does not hold: for reading. */
export interface Disagreement {
  title: string;
  kldb5: string;
  bridge: string[];
  esco: string[];
}

/** One type of KldB within one unit group: what the model learns as one occupation. */
export interface GermanType {
  isco4: string;
  /** Three digits of KldB. */
  kldb3: string;
  titles: GermanTitle[];
  descriptions: string[];
}

const unitGroups = new Set(ISCO_UNIT_GROUPS);
/** A described occupation's usual code, one of its answers, an equal title: how much each says of a KldB type. */
const SAYS = { usual: 3, answer: 1.5, title: 1 };
/** A code that less of a type's weight speaks for is none of its codes. */
const LEAST_SHARE = 0.08;
/** Every tenth title is kept out of training and of the dictionary. */
const KEPT_OUT_OF = 10;

/** Whether a title of the list is kept out, to measure with. */
export function isKeptOut(words: readonly string[]): boolean {
  return titleKey(words) % KEPT_OUT_OF === 3;
}

/**
 * The German list with its codes in ISCO-08: by the published bridge (AuxCO), by equal titles of ESCO, and where
 * several codes are possible by the likest of their titles. Empty where the folder has no such data.
 */
export function readGermanTitles(dataFolder: string): {
  titles: GermanTitle[];
  disagreements: Disagreement[];
} {
  const folder = join(dataFolder, 'kldb');
  if (!existsSync(folder)) return { titles: [], disagreements: [] };
  const bridge = new Map<string, Map<string, number>>();
  const described = new Map<number, Set<string>>();
  const say = (kldb5: string, isco4: string, weight: number) => {
    if (!/^\d{5}$/.test(kldb5) || !unitGroups.has(isco4)) return;
    const codes = bridge.get(kldb5) ?? new Map<string, number>();
    codes.set(isco4, (codes.get(isco4) ?? 0) + weight);
    bridge.set(kldb5, codes);
  };
  const known = germanTitlesOfEsco(dataFolder);
  for (const [, title = '', , , kldb5 = '', isco4 = ''] of readTabs(join(folder, 'auxco.tsv')).slice(1)) {
    say(kldb5, isco4, SAYS.usual);
    if (!unitGroups.has(isco4)) continue;
    for (const form of formsOf(title, '', '')) {
      const words = titleWords(form);
      add(described, titleKey(words), isco4);
      known.spellings.push({ isco4, parts: partsOf(words) });
    }
  }
  for (const [, , , kldb5 = '', isco4 = ''] of readTabs(join(folder, 'auxco_answers.tsv')).slice(1))
    say(kldb5, isco4, SAYS.answer);

  const rows = readTabs(join(folder, 'berufe.tsv'))
    .slice(1)
    .map(([kldb5 = '', , neutral = '', masculine = '', feminine = '']) => {
      const forms = formsOf(neutral, masculine, feminine);
      const keys = [...new Set(forms.map((form) => titleKey(titleWords(form))))];
      const equal = new Set(keys.flatMap((key) => [...(known.byKey.get(key) ?? [])]));
      return { kldb5, neutral, forms, keys, equal };
    });
  const bridged = new Map([...bridge].map(([kldb5, codes]) => [kldb5, [...codes.keys()]]));
  for (const { kldb5, equal } of rows) for (const isco4 of equal) say(kldb5, isco4, SAYS.title / equal.size);

  const bySpelling = spellingsOf(known.spellings);
  const disagreements: Disagreement[] = [];
  const titles = rows.map(({ kldb5, neutral, forms, keys, equal }): GermanTitle => {
    const codes = codesOf(bridge, kldb5);
    const own = new Set(keys.flatMap((key) => [...(described.get(key) ?? [])]));
    const published = bridged.get(kldb5) ?? [];
    if (equal.size > 0 && published.length > 0 && ![...equal].some((isco4) => published.includes(isco4)))
      disagreements.push({ title: neutral, kldb5, bridge: published, esco: [...equal] });
    const fitting = (of: ReadonlySet<string>) => [...of].filter((isco4) => codes.has(isco4));
    const answer = (by: GermanTitle['by'], isco4: string) => ({ kldb5, isco4, forms, by });
    if (own.size > 0)
      return answer(
        'described',
        likest(forms, fitting(own).length > 0 ? fitting(own) : [...own], codes, bySpelling),
      );
    if (fitting(equal).length > 0) return answer('equal', likest(forms, fitting(equal), codes, bySpelling));
    const only = [...codes.keys()];
    if (only.length === 1) return answer('only', only[0] as string);
    const written = writtenCode(forms);
    if (written !== null && codes.has(written)) return answer('written', written);
    return answer('likest', likest(forms, only, codes, bySpelling));
  });
  return { titles: titles.filter(({ isco4 }) => isco4 !== ''), disagreements };
}

/** The types of the German list as the model learns them. */
export function readGermanTypes(dataFolder: string): GermanType[] {
  const { titles } = readGermanTitles(dataFolder);
  if (titles.length === 0) return [];
  const texts = new Map<string, string[]>();
  for (const [kldb = '', , , , remark = '', tasks = ''] of readTabs(
    join(dataFolder, 'kldb/gattungen.tsv'),
  ).slice(1))
    if (kldb.length === 5)
      texts.set(
        kldb,
        [remark, tasks].filter((text) => text !== ''),
      );
  return [...Map.groupBy(titles, ({ isco4, kldb5 }) => `${isco4} ${kldb5.slice(0, 3)}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => {
      const [isco4 = '', kldb3 = ''] = key.split(' ');
      const types = [...new Set(group.map(({ kldb5 }) => kldb5))].sort();
      return { isco4, kldb3, titles: group, descriptions: types.flatMap((type) => texts.get(type) ?? []) };
    });
}

/** Codes of a type; of one that nobody describes, those of its neighbours of the same level, then of its group. */
function codesOf(
  bridge: ReadonlyMap<string, ReadonlyMap<string, number>>,
  kldb5: string,
): ReadonlyMap<string, number> {
  const own = bridge.get(kldb5);
  if (own !== undefined) return shared(own);
  const level = kldb5.slice(4);
  for (const length of [4, 3, 2]) {
    const near = [...bridge].filter(([code]) => code.startsWith(kldb5.slice(0, length)));
    const same = near.filter(([code]) => code.endsWith(level));
    const codes = new Map<string, number>();
    for (const [, weights] of same.length > 0 ? same : length === 2 ? near : [])
      for (const [isco4, weight] of weights) codes.set(isco4, (codes.get(isco4) ?? 0) + weight);
    if (codes.size > 0) return shared(codes);
  }
  return new Map();
}

function shared(codes: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sum = [...codes.values()].reduce((all, weight) => all + weight, 0);
  const kept = [...codes].filter(([, weight]) => weight / sum >= LEAST_SHARE);
  return new Map(kept.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

/** The code that the project's own table of titles has for a title as it stands. */
function writtenCode(forms: readonly string[]): string | null {
  for (const form of forms) {
    const found = phraseOfRole(form);
    if (found !== null && found.words >= found.of && found.by === undefined) return found.code;
  }
  return null;
}

/** Of several codes, the one with the likest German titles; the usual one where none is like. */
function likest(
  forms: readonly string[],
  among: readonly string[],
  codes: ReadonlyMap<string, number>,
  spellings: Spellings,
): string {
  const usual = [...among].sort((a, b) => (codes.get(b) ?? 0) - (codes.get(a) ?? 0) || (a < b ? -1 : 1));
  if (usual.length < 2) return usual[0] ?? '';
  const parts = partsOf(titleWords(forms[0] ?? ''));
  const sum = usual.reduce((all, isco4) => all + (codes.get(isco4) ?? 0), 0);
  let best = { isco4: usual[0] as string, score: Number.NEGATIVE_INFINITY };
  for (const isco4 of usual) {
    const like = spellings.likeness(parts, isco4);
    const score = like + USUAL * Math.log((codes.get(isco4) ?? 0) / sum || 1e-3);
    if (score > best.score) best = { isco4, score };
  }
  return best.isco4;
}
/**
 * How much a type's usual code (the logarithm of its share) outweighs a likeness of spelling. Of the titles that ESCO has
 * too, .761 were told right of several codes by it, by rarity and by three titles; .705 by the likest title and the share.
 */
const USUAL = 0.1;
/** Titles of a code that are compared, the likest ones. */
const COMPARED = 3;

interface Spellings {
  /** How like the likest titles of a unit group are, 0 to 1: letters in common, rare ones more. */
  likeness(parts: ReadonlySet<string>, isco4: string): number;
}

function spellingsOf(titles: readonly Spelling[]): Spellings {
  const holding = new Map<string, number>();
  for (const { parts } of titles) for (const part of parts) holding.set(part, (holding.get(part) ?? 0) + 1);
  const rarity = (part: string) => Math.log(1 + titles.length / (1 + (holding.get(part) ?? 0)));
  const weightOf = (parts: ReadonlySet<string>) => [...parts].reduce((sum, part) => sum + rarity(part), 0);
  const byCode = Map.groupBy(
    titles.map((title) => ({ ...title, weight: weightOf(title.parts) })),
    ({ isco4 }) => isco4,
  );
  return {
    likeness(parts, isco4) {
      const weight = weightOf(parts);
      const likenesses = (byCode.get(isco4) ?? []).map((title) => {
        let both = 0;
        for (const part of parts) if (title.parts.has(part)) both += rarity(part);
        return weight + title.weight === 0 ? 0 : (2 * both) / (weight + title.weight);
      });
      const likest = likenesses.sort((a, b) => b - a).slice(0, COMPARED);
      return likest.reduce((sum, one) => sum + one, 0) / COMPARED;
    },
  };
}

interface Spelling {
  isco4: string;
  parts: ReadonlySet<string>;
}

/** ESCO's German titles by key, and their spellings. */
function germanTitlesOfEsco(dataFolder: string): { byKey: Map<number, Set<string>>; spellings: Spelling[] } {
  const byKey = new Map<number, Set<string>>();
  const spellings: Spelling[] = [];
  for (const row of readTable(join(dataFolder, 'esco12/occupations_de.csv'))) {
    const isco4 = row.iscoGroup ?? '';
    for (const label of `${row.preferredLabel}\n${row.altLabels}`
      .split('\n')
      .flatMap((one) => one.split('/'))) {
      const words = titleWords(label.trim());
      if (words.length === 0) continue;
      add(byKey, titleKey(words), isco4);
      spellings.push({ isco4, parts: partsOf(words) });
    }
  }
  return { byKey, spellings };
}

function add(to: Map<number, Set<string>>, key: number, isco4: string): void {
  const codes = to.get(key) ?? new Set<string>();
  codes.add(isco4);
  to.set(key, codes);
}

/** Groups of four letters of a title's stems. */
function partsOf(words: readonly string[]): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const word of words) {
    const bordered = `<${stem(word)}>`;
    for (let at = 0; at + 4 <= bordered.length; at++) parts.add(bordered.slice(at, at + 4));
  }
  return parts;
}

/** `Geprüfte/r Fachwirt/in - Einkauf (Weiterbildung)` as people write it, both genders first. */
export function formsOf(neutral: string, masculine: string, feminine: string): string[] {
  const written = [masculine, feminine].filter((form) => form !== '' && form !== '-');
  const short = /\p{L}\(/u.test(neutral)
    ? ''
    : neutral
        .replace(/(\p{L})e\/r(?!\p{L})/gu, '$1er')
        .replace(/\/-?\p{L}+/gu, '')
        .trim();
  const all = [...written, short].flatMap((form) => [
    form,
    form.replace(WAY_OF_LEARNING, ' ').replace(/\s+/g, ' ').trim(),
  ]);
  return [...new Set(all.filter((form) => /\p{L}{3}/u.test(form)))];
}

/** Brackets that say how a trade was learned, and nothing of it; others (`Hilfsarbeiter (Landwirtschaft)`) say which. */
const WAY_OF_LEARNING =
  / ?\((?:weiterbildung|staatl\. ?gepr\.|gepr\.|fh|uni|hs|ha|ba|hochschule|fachschule|grundst\p{L}*|weiterf\p{L}*|ddr|dh|duale? \p{L}+|industrie|handwerk)\)/giu;
