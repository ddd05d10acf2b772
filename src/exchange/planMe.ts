import { mergePositions, unite } from '../core/merge/index.ts';
import {
  currentPosition,
  LIMITS,
  ME_FIELDS,
  type Me,
  type MeField,
  type Position,
} from '../core/model/index.ts';
import { stable } from '../core/model/stable.ts';
import { companyKey } from '../core/text/companies.ts';
import { fold } from '../core/text/fold.ts';
import type { MeProposal } from './import/parsed.ts';

/** What an archive would make of the user's own profile. */
export interface MePlan {
  before: Me | null;
  /** With what the user has left empty; every word of theirs stays. */
  after: Me;
  /** The archive's other words for what the user has already; each is taken only by choice. */
  differs: Partial<Pick<Me, MeField>>;
}

/**
 * The user's own words stay: the archive fills what they left empty, and its positions, skills, schools and
 * languages come beside theirs. `null`: it has nothing to say that is not there.
 */
export function planMe(before: Me | null, proposal: MeProposal): MePlan | null {
  const base: Me = before ?? { positions: [], education: [], skills: [], languages: [] };
  const after: Me = {
    ...proposal,
    ...base,
    // Nobody types the label of an industry: it is always an archive's or a page's.
    ...(proposal.industryLabel !== undefined && { industryLabel: proposal.industryLabel }),
    positions: ownPositions(base.positions, proposal.positions ?? []),
    education: ownSchools(base.education, proposal.education ?? []),
    skills: unite(base.skills, proposal.skills ?? [], fold, LIMITS.skills),
    languages: unite(base.languages, proposal.languages ?? [], ({ name }) => fold(name), LIMITS.languages),
  };
  for (const field of ME_FIELDS) if (wordOf(after, field) === '') take(after, proposal, field);
  const differs: MePlan['differs'] = {};
  for (const field of ME_FIELDS) if (!saysTheSame(after, proposal, field)) take(differs, proposal, field);
  const nothingNew = stable(base) === stable(after) && Object.keys(differs).length === 0;
  return nothingNew ? null : { before, after, differs };
}

/** The own profile with the archive's words for these fields; `null`: nothing of it would change. */
export function chooseMe({ before, after, differs }: MePlan, fields: readonly MeField[]): Me | null {
  const chosen = { ...after };
  for (const field of fields) take(chosen, differs, field);
  return stable(before) === stable(chosen) ? null : chosen;
}

/** What differs, in words to be shown side by side. */
export function differencesOfMe({
  after,
  differs,
}: MePlan): { field: MeField; mine: string; archive: string }[] {
  return ME_FIELDS.filter((field) => differs[field] !== undefined).map((field) => ({
    field,
    mine: wordOf(after, field),
    archive: wordOf(differs, field),
  }));
}

function take(into: Partial<Me>, from: Partial<Me>, field: MeField): void {
  if (from[field] !== undefined) Object.assign(into, { [field]: from[field] });
}

/** `true` as well when the archive does not speak of it. */
function saysTheSame(mine: Partial<Me>, archive: Partial<Me>, field: MeField): boolean {
  if (archive[field] === undefined || fold(wordOf(mine, field)) === fold(wordOf(archive, field))) return true;
  if (field !== 'place' || mine.place?.city === undefined || archive.place?.city === undefined) return false;
  // `Hamburg, Germany` and `Hamburg, Hamburg, Germany` are one place.
  return fold(mine.place.city) === fold(archive.place.city) && mine.place.country === archive.place.country;
}

function wordOf(me: Partial<Me>, field: MeField): string {
  return (field === 'place' ? me.place?.text : me[field]) ?? '';
}

/**
 * What the user holds today by their own words stays first, current and in those words; a position of the archive
 * at the same employer only fills in what they leave open. The archive's other positions come beside it.
 */
function ownPositions(own: readonly Position[], archive: readonly Position[]): Position[] {
  const rest = own.filter((position) => hasEnded(position, archive));
  const open = own.filter((position) => !rest.includes(position));
  const others = [...archive];
  const today: Position[] = [];
  const next = () => currentPosition({ positions: open });
  for (let held = next(); held !== undefined; held = next()) {
    const mine = held;
    open.splice(open.indexOf(mine), 1);
    const same = others.filter((position) => position.end == null && sameEmployer(position, mine));
    const match = same.find((position) => sameTitle(position, mine)) ?? same[0];
    if (match !== undefined) others.splice(others.indexOf(match), 1);
    today.push({ ...match, ...mine, end: null });
  }
  return [...today, ...mergePositions([...open, ...rest], others)].slice(0, LIMITS.positions);
}

/** An earlier archive has given this position as current, and the new one says when it ended. */
function hasEnded(own: Position, archive: readonly Position[]): boolean {
  return archive.some(
    (position) =>
      typeof position.end === 'string' &&
      own.start !== undefined &&
      own.start === position.start &&
      sameEmployer(own, position) &&
      sameTitle(own, position),
  );
}

function sameEmployer({ company: a }: Position, { company: b }: Position): boolean {
  return a !== undefined && b !== undefined && companyKey(a) === companyKey(b);
}

function sameTitle({ title: a }: Position, { title: b }: Position): boolean {
  return a !== undefined && b !== undefined && fold(a) === fold(b);
}

/** The user's schools; one that they only named takes degree and years from the archive's first of that name. */
function ownSchools(own: Me['education'], archive: Me['education']): Me['education'] {
  const others = [...archive];
  const mine = own.map((school) => {
    const index = others.findIndex(
      (other) =>
        fold(other.school) === fold(school.school) &&
        (school.degree === undefined ||
          other.degree === undefined ||
          fold(school.degree) === fold(other.degree)),
    );
    const [match] = index === -1 ? [] : others.splice(index, 1);
    return { ...match, ...school };
  });
  return [...mine, ...others].slice(0, LIMITS.education);
}
