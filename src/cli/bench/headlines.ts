import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClassifier } from '../../core/classify/index.ts';
import type { Classification } from '../../core/model/index.ts';
import { functionFamily } from '../../core/taxonomy/index.ts';
import { openModel } from '../model.ts';
import { root } from '../root.ts';
import type { Row } from './row.ts';

/** One invented headline with two readings of it: the first allows several answers (`|`), `-` is "cannot be known". */
export interface Headline {
  id: number;
  text: string;
  allowed: Record<Aspect, string[]>;
  second: Record<Aspect, string>;
}

const ASPECTS = ['function', 'seniority', 'industry'] as const;
type Aspect = (typeof ASPECTS)[number];
const GOALS: Record<Aspect, string> = { function: 'goal .90', seniority: 'goal .92', industry: 'goal .90' };

/**
 * Twice 300 invented headlines in English and German. `strangers` were written and labelled by one reader and labelled
 * again by another, neither of whom knew the classifier or the lexicons; nobody looks at them while these are written.
 * `headlines` were written and read twice by the lexicons' author: odd ones may be looked at, even ones are held out.
 * Right is an answer that the first reading allows; an abstention counts in its own row.
 */
export async function run(): Promise<Row[]> {
  const strangers = readHeadlines('strangers');
  const own = readHeadlines('headlines');
  const classifier = createClassifier({ model: openModel() });
  const rows: Row[] = (
    [
      ['strangers', strangers],
      ['own', own],
    ] as const
  ).flatMap(([set, headlines]) =>
    ASPECTS.flatMap((aspect) => [
      row(
        `${set}, two readings agree, ${aspect}`,
        share(headlines, ({ allowed, second }) => allowed[aspect].includes(second[aspect])),
      ),
      row(
        `${set}, two readings agree in the first answer, ${aspect}`,
        share(headlines, ({ allowed, second }) => allowed[aspect][0] === second[aspect]),
      ),
    ]),
  );
  for (const [half, list] of [
    ['strangers', strangers],
    ['own, held out', own.filter(({ id }) => id % 2 === 0)],
    ['own, development', own.filter(({ id }) => id % 2 === 1)],
  ] as const) {
    const answers = list.map((headline) => ({
      headline,
      found: classifier.classify({ headline: headline.text }),
    }));
    for (const aspect of ASPECTS) {
      const knowable = answers.filter(({ headline }) => !headline.allowed[aspect].includes('-'));
      const answered = answers.filter(({ found }) => answerOf(found, aspect) !== null);
      rows.push(
        row(
          `${half}, ${aspect}, right of the answered`,
          share(answered, ({ headline, found }) =>
            headline.allowed[aspect].includes(answerOf(found, aspect) ?? '-'),
          ),
          GOALS[aspect],
        ),
        row(
          `${half}, ${aspect}, abstained of the knowable`,
          share(knowable, ({ found }) => answerOf(found, aspect) === null),
          'goal at most .10',
        ),
      );
    }
    const judged = answers.flatMap(({ headline, found }) =>
      found.function === null
        ? []
        : [
            {
              promised: found.function.confidence,
              kept: headline.allowed.function.includes(answerOf(found, 'function') ?? '-'),
            },
          ],
    );
    rows.push(
      row(
        `${half}, function, mean confidence`,
        judged.reduce((sum, { promised }) => sum + promised, 0) / judged.length,
      ),
    );
  }
  return rows;
}

/** A family, a level, a NACE division; `null` is an abstention. */
function answerOf(found: Classification, aspect: Aspect): string | null {
  if (aspect === 'function') return found.function === null ? null : functionFamily(found.function.isco4);
  if (aspect === 'seniority') return found.seniority;
  return found.industry?.nace2 ?? null;
}

/** The 300 invented headlines of a fixture. */
export function readHeadlines(name: 'strangers' | 'headlines'): Headline[] {
  const [, ...lines] = readFileSync(join(root, `tests/fixtures/headlines/${name}.tsv`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const [id = '', , text = '', fn = '', seniority = '', industry = '', second = ''] = line.split('\t');
    const [secondFunction = '', secondSeniority = '', secondIndustry = ''] = second.split(' ');
    return {
      id: Number(id),
      text,
      allowed: { function: fn.split('|'), seniority: seniority.split('|'), industry: industry.split('|') },
      second: { function: secondFunction, seniority: secondSeniority, industry: secondIndustry },
    };
  });
}

function share<T>(list: readonly T[], holds: (entry: T) => boolean): number {
  return list.length === 0 ? 0 : list.filter(holds).length / list.length;
}

function row(what: string, figure: number, goal?: string): Row {
  return { what, figure: Math.round(figure * 1000) / 1000, unit: '', ...(goal !== undefined && { goal }) };
}
