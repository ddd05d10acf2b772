import type { Analysis, Fit, Reading } from '../core/model/index.ts';

/** What `analyse` writes, as far as two of them are compared. */
export type Analysed = Pick<Analysis, 'blindSpots' | 'nextMoves'> & {
  contacts: Pick<Reading, 'contactId' | 'layer' | 'fits'>[];
};

/** Something that stands differently in the later of two analyses; `null`: it was not there, or is no more. */
export interface Moved {
  what: 'fit' | 'role' | 'layer' | 'blindSpot' | 'nextMove';
  /** Of a contact: their id. */
  contactId?: string;
  goalId?: string;
  from: string | null;
  to: string | null;
}

/**
 * What moved between two analyses of the same network: values of fits, roles, layers, blind spots, next moves. Contacts
 * of only one of them are passed over. In the order of the later one, what is gone last.
 */
export function whatMoved(before: Analysed, after: Analysed): Moved[] {
  const known = new Map(before.contacts.map((contact) => [contact.contactId, contact]));
  const moved: Moved[] = [];
  for (const contact of after.contacts) {
    const { contactId } = contact;
    const earlier = known.get(contactId);
    if (earlier === undefined) continue;
    const layers = [earlier, contact].map(({ layer }) => (layer.known ? layer.value : null));
    if (layers[0] !== layers[1]) moved.push(change({ what: 'layer', contactId }, layers[0], layers[1]));
    const fits = new Map(earlier.fits.map((fit) => [fit.goalId, fit]));
    for (const fit of contact.fits) {
      const { goalId } = fit;
      const was = fits.get(goalId);
      if (was?.value !== fit.value)
        moved.push(change({ what: 'fit', contactId, goalId }, was?.value, fit.value));
      moved.push(...listed({ what: 'role', contactId, goalId }, rolesOf(was), rolesOf(fit)));
    }
  }
  moved.push(...listed({ what: 'blindSpot' }, idsOf(before.blindSpots), idsOf(after.blindSpots)));
  moved.push(...listed({ what: 'nextMove' }, idsOf(before.nextMoves), idsOf(after.nextMoves)));
  return moved;
}

/** One line for each: what, whose, of which goal, from, to; `-` where there is none. Tabs between. */
export function movedLines(moved: readonly Moved[]): string {
  return moved
    .map(
      ({ what, contactId, goalId, from, to }) =>
        `${[what, contactId, goalId, from, to].map((cell) => cell ?? '-').join('\t')}\n`,
    )
    .join('');
}

type Whose = Pick<Moved, 'what' | 'contactId' | 'goalId'>;

function change(whose: Whose, from: string | number | null = null, to: string | number | null = null): Moved {
  return { ...whose, from: from?.toString() ?? null, to: to?.toString() ?? null };
}

function listed(whose: Whose, before: ReadonlySet<string>, after: ReadonlySet<string>): Moved[] {
  return [
    ...[...after].filter((one) => !before.has(one)).map((one) => change(whose, null, one)),
    ...[...before].filter((one) => !after.has(one)).map((one) => change(whose, one, null)),
  ];
}

function rolesOf(fit: Fit | undefined): ReadonlySet<string> {
  return new Set(fit?.roles.map(({ role }) => role));
}

function idsOf(things: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(things.map(({ id }) => id));
}
