import type { FunctionResult, Seniority } from '../model/index.ts';
import { functionName, iscoGroup } from '../taxonomy/index.ts';
import { SENIORITY_LEXICON, TITLE_LEXICON } from './lexicon.ts';
import { findPhrase, readPhrases, wordsOf } from './phrases.ts';

const titles = readPhrases(TITLE_LEXICON);
const seniorities = SENIORITY_LEXICON.trim()
  .split('\n')
  .map((line) => [line.slice(0, line.indexOf(':')) as Seniority, readPhrases(line)] as const);

/** A title's function with the words that say so, or `null` when the lexicon knows none of them. */
export function classifyTitle(title: string): { result: FunctionResult; phrase: string } | null {
  for (const part of splitRoles(title)) {
    const found = findPhrase(wordsOf(part), titles);
    if (found === null) continue;
    const isco4 = found.code;
    // A phrase that is the whole title is nearly sure; one word out of many may be about something else.
    const confidence = Math.round((0.35 + 0.55 * Math.min(1, found.words / found.of)) * 100) / 100;
    const name = functionName(isco4, 'en');
    return {
      result: {
        isco4,
        isco3: iscoGroup(isco4)?.slice(0, 3) ?? isco4.slice(0, 3),
        name,
        confidence,
        alternatives: [],
      },
      phrase: found.phrase,
    };
  }
  return null;
}

/** The level that the words of a title claim; a bare occupation is `professional`, no known word is `null`. */
export function classifySeniority(title: string, isco4: string | null): Seniority | null {
  const words = wordsOf(splitRoles(title)[0] ?? '');
  // Whole words of any level before parts of words: a `Teamleiterin` is a lead, though it ends like a manager.
  const found = seniorities.map(([seniority, table]) => ({
    seniority,
    words: findPhrase(words, table)?.words ?? 0,
  }));
  const said = found.find(({ words }) => words >= 1) ?? found.find(({ words }) => words > 0);
  if (said !== undefined) return said.seniority;
  if (isco4 === null) return null;
  if (isco4 === '1120') return 'executive';
  return isco4.startsWith('1') ? 'manager' : 'professional';
}

/**
 * The roles of a headline in their order, the current ones first: `CTO | Speaker`, `Head of X bei Y`;
 * what follows "ex" or "former" is dropped, and so are companies after "at", "bei", "chez", "@".
 */
export function splitRoles(title: string): string[] {
  return title
    .slice(0, 500)
    .split(/\s*[|•·;]\s*|\s+[-–—]\s+|\s*,\s+(?=\p{Lu})|\s\/\s/u)
    .map((part) => part.replace(/\s(?:at|bei|chez|@|beim)\s.*$|@.*$/iu, '').trim())
    .filter((part) => part !== '' && !/^(?:ex\b|former|ehemals|fruher|previously|open to work)/i.test(part));
}
