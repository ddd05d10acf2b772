import { type AcquaintanceAnalysis, type Fact, ROLES, type RoleFound } from '../model/index.ts';
import { acquaintancesOf, type KnownTies } from './acquaintances.ts';
import { addsOf, type Columns, REACHES } from './columns.ts';
import { bestRows } from './ranking.ts';
import type { Viewpoint } from './viewpoint.ts';
import { DOOR_BY_ACQUAINTANCES, REACH } from './weights.ts';

const DOOR_OPENER = ROLES.indexOf('doorOpener');
/** The roles of people who stand in a target. */
const IN_TARGET = (1 << ROLES.indexOf('insider')) | (1 << ROLES.indexOf('expert'));
/** Door-openers of one goal that are listed, and people of the target that are named of each. */
const LISTED = 20;
const NAMED = 5;

/**
 * Who opens a door because of whom they know: contacts who know two or more of the saved people in a goal's target.
 * Entered into the columns beside what each contact's own reading says, and taken out again before anything changes,
 * so that the columns of a row are always those of its reading.
 */
export class Doors {
  readonly #columns: Columns;
  #entered: { goal: number; row: number; roles: number; adds: number }[] = [];
  /** By goal: the row of each door-opener, with those whom they know in the target. */
  #known: Map<number, number[]>[] = [];

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** Looks at everybody's acquaintances; all contacts must have been read. */
  enter(known: KnownTies, { aims }: Viewpoint): void {
    this.withdraw();
    const columns = this.#columns;
    this.#known = aims.map((aim, goal) => {
      const found = new Map<number, number[]>();
      const { id } = aim.goal;
      if (!aim.tellable.has('doorOpener')) return found;
      const roles = columns.roles[goal] as Uint16Array;
      const count = new Map<number, number[]>();
      for (let row = 0; row < Math.min(columns.length, known.graph.order); row++) {
        if (((roles[row] as number) & IN_TARGET) === 0) continue;
        for (const other of acquaintancesOf(known, row)) {
          const list = count.get(other);
          if (list === undefined) count.set(other, [row]);
          else list.push(row);
        }
      }
      for (const [row, inside] of count) {
        const strength = strengthOf(inside.length);
        const own = columns.digests[row]?.ownRoles;
        if (strength === 0 || own?.some((one) => one.goalId === id && one.role === 'doorOpener')) continue;
        found.set(row, inside);
      }
      return found;
    });
    this.#known.forEach((found, goal) => {
      for (const [row, inside] of found) {
        const roles = columns.roles[goal] as Uint16Array;
        const adds = columns.adds[goal]?.[DOOR_OPENER] as Uint16Array;
        this.#entered.push({ goal, row, roles: roles[row] as number, adds: adds[row] as number });
        const reach = REACH[REACHES[columns.reach[row] ?? 0] ?? 'unknown'];
        adds[row] = Math.max(adds[row] as number, addsOf(strengthOf(inside.length), reach));
        roles[row] = (roles[row] as number) | (1 << DOOR_OPENER);
      }
    });
  }

  /** Puts the columns back as the readings alone have them. */
  withdraw(): void {
    for (const { goal, row, roles, adds } of this.#entered) {
      (this.#columns.roles[goal] as Uint16Array)[row] = roles;
      (this.#columns.adds[goal]?.[DOOR_OPENER] as Uint16Array)[row] = adds;
    }
    this.#entered = [];
    this.#known = [];
  }

  /** The role that a contact has toward a goal by whom they know; `undefined` when there is none. */
  roleOf(goal: number, row: number): RoleFound | undefined {
    const inside = this.#known[goal]?.get(row);
    if (inside === undefined) return undefined;
    return {
      role: 'doorOpener',
      strength: strengthOf(inside.length),
      confidence: 1,
      facts: [this.#fact(inside)],
    };
  }

  #fact(inside: readonly number[]): Fact {
    return { key: 'factDoorByAcquaintances', values: { count: inside.length } };
  }

  /** All of them, by goal, those who know the most first. */
  list({ aims }: Viewpoint): AcquaintanceAnalysis['doors'] {
    const columns = this.#columns;
    return aims.flatMap(({ goal: { id: goalId } }, goal) => {
      const found = this.#known[goal] ?? new Map<number, number[]>();
      const idOf = (row: number) => columns.id(row);
      return bestRows(found.keys(), LISTED, (row) => found.get(row)?.length ?? 0, idOf).map((row) => {
        const inside = found.get(row) ?? [];
        const fits = columns.fit[goal] as Int8Array;
        return {
          goalId,
          contactId: idOf(row),
          count: inside.length,
          contactIds: bestRows(inside, NAMED, (one) => fits[one] as number, idOf).map(idOf),
        };
      });
    });
  }
}

function strengthOf(count: number): number {
  return DOOR_BY_ACQUAINTANCES[Math.min(count, DOOR_BY_ACQUAINTANCES.length - 1)] ?? 0;
}
