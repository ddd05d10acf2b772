import type {
  AcquaintancePath,
  AffiliationGraph,
  Analysis,
  Digest,
  Fact,
  Reading,
  StressChange,
  StressTest,
} from '../model/index.ts';
import { Affiliations } from '../network/index.ts';
import { acquaintanceAnalysis, type KnownTies, knownTies, pathsTo } from './acquaintances.ts';
import { balance } from './balance.ts';
import { blindSpots } from './blindSpots.ts';
import { Columns } from './columns.ts';
import type { MeInContext, StrategyContext } from './context.ts';
import { coverage, type Tally, tallyOf } from './coverage.ts';
import { Doors } from './doors.ts';
import { dormantTies } from './dormant.ts';
import { grid } from './grid.ts';
import { innerCircle } from './innerCircle.ts';
import { type Fields, fieldsOf, marginalOf, othersIn, soleHolders } from './marginal.ts';
import { nextMoves } from './nextMoves.ts';
import { planOf } from './plan.ts';
import { bestRows, rounded } from './ranking.ts';
import { careerOf, type ReadingAlone, readDigest, reasonsOf } from './read.ts';
import { redundancy } from './redundancy.ts';
import { shares } from './shares.ts';
import { standardChanges, stressTests } from './stressTest.ts';
import {
  type Acquaintance,
  acquaintance,
  cohortOf,
  type Drawn,
  drawing,
  drawnPart,
  staysOf,
  structure,
} from './structure.ts';
import { rememberedKeys, type Viewpoint, viewpointOf } from './viewpoint.ts';
import { GRAPH } from './weights.ts';

/**
 * The analysis of a whole network, kept up to date contact by contact. Holds digests, never whole contacts; draws
 * on no clock, no storage and no randomness, so the same digests and context always give the same answers.
 */
export interface NetworkAnalysis {
  /** Contacts that are held. */
  readonly size: number;
  /** Adds a contact, or replaces the one with the same id. Reads it against the context at once. */
  put(digest: Digest): void;
  /** Takes a contact out; answers whether it was there. */
  remove(id: string): boolean;
  /** A changed user, goals, day, language or list of refused moves. Contacts are read again by `steps` or `result`. */
  setContext(context: StrategyContext): void;
  /** Everything about a held contact, with novelty and marginal value against all others; `null` for an unknown id. */
  reading(id: string): Reading | null;
  /** The same for any digest, held (by its id) or not: a profile before it is saved. */
  read(digest: Digest): Reading;
  /** What the network would gain by this contact, or, when it is held, lose without it; the strongest first. */
  marginalOf(digest: Digest): Fact[];
  /**
   * Brings the analysis up to date in small steps: after each, a few milliseconds of work, the caller may let
   * others run. Changes made in between are taken in. Afterwards `result` answers at once.
   */
  steps(): Generator<{ done: number; total: number }, void, void>;
  /** The whole analysis. Brings it up to date first, in one go, when `steps` has not. */
  result(): Analysis;
  /** What help remains when something changes. Nothing is kept. */
  test(change: StressChange): StressTest;
  /** The same analysis for a user who has moved. Nothing is kept. */
  whatIf(me: MeInContext): Analysis;
  /** The ways to a held contact through people who know each other, the best first; none for an unknown id. */
  pathsTo(id: string): AcquaintancePath[];
  /** Who could know whom, for drawing; bounded, see `leftOut`. */
  graph(): AffiliationGraph;
}

/** Contacts that are read between two pauses of `steps`: a few milliseconds' worth. */
const BATCH = 100;

/** Key persons that are listed. */
const HUBS = 100;

/** An empty network in a context. */
export function createAnalysis(context: StrategyContext): NetworkAnalysis {
  return new Engine(context);
}

class Engine implements NetworkAnalysis {
  private view: Viewpoint;
  private readonly keyOf = rememberedKeys();
  private readonly columns: Columns;
  private revision = 0;
  /** Rows below this one are read. */
  private readUpTo = 0;
  /** What was worked out from the present state; `null` when the state has changed since. */
  private tally: Tally | null = null;
  private fields: Fields | null = null;
  private last: Analysis | null = null;
  private known: KnownTies | null = null;
  private readonly doors: Doors;
  private opened = false;
  private acquainted: Acquaintance | null = null;
  private drawn: Drawn | null = null;
  /** Who was where; built when first asked for, then kept up to date. A current stay ends in `stayedUntil`. */
  private affiliations: Affiliations | null = null;
  private stayedUntil: number;

  constructor(context: StrategyContext) {
    this.view = viewpointOf(context, this.keyOf);
    this.columns = new Columns(this.view.aims.length);
    this.doors = new Doors(this.columns);
    this.stayedUntil = this.view.year;
  }

  get size(): number {
    return this.columns.size;
  }

  put(digest: Digest): void {
    this.leave(digest.id);
    this.close();
    if (!sameTies(this.columns.digests[this.columns.rows.get(digest.id) ?? -1], digest)) this.known = null;
    const row = this.columns.put(digest, this.view);
    this.columns.enter(row, readDigest(digest, this.view));
    this.affiliations?.add(row, staysOf(digest, this.stayedUntil));
    this.acquainted = null;
    this.changed();
  }

  remove(id: string): boolean {
    this.leave(id);
    this.close();
    if (!this.columns.remove(id)) return false;
    this.known = null;
    this.acquainted = null;
    this.changed();
    return true;
  }

  /** Takes a held contact out of the organisations. */
  private leave(id: string): void {
    const row = this.columns.rows.get(id);
    const digest = row === undefined ? undefined : this.columns.digests[row];
    if (row !== undefined && digest !== undefined)
      this.affiliations?.remove(row, staysOf(digest, this.stayedUntil));
  }

  setContext(context: StrategyContext): void {
    this.close();
    const { today } = this.view;
    this.view = viewpointOf(context, this.keyOf);
    // Acquaintances grow old.
    if (this.view.today !== today) this.known = null;
    this.columns.resetReadings(this.view.aims.length, this.view.today);
    this.readUpTo = 0;
    if (this.view.year !== this.stayedUntil) {
      this.stayedUntil = this.view.year;
      this.affiliations = null;
      this.acquainted = null;
    }
    this.changed();
  }

  private network(): { affiliations: Affiliations; acquainted: Acquaintance; drawn: Drawn } {
    for (const _ of this.connect());
    const { affiliations, acquainted, drawn } = this;
    if (affiliations === null || acquainted === null || drawn === null)
      throw new Error('the graph did not come to an end');
    return { affiliations, acquainted, drawn };
  }

  /** Takes the doors out of the columns that acquaintances open: what follows may change them. */
  private close(): void {
    this.doors.withdraw();
    this.opened = false;
  }

  /** Who knows whom, piece by piece, and the doors that this opens. All contacts must have been read. */
  private *acquaint(): Generator<void, void, void> {
    if (this.known === null) {
      const { revision } = this;
      const known = yield* knownTies(this.columns, this.view.today);
      // Whoever changes the network meanwhile begins anew.
      if (revision === this.revision) this.known = known;
      else return;
    }
    if (!this.opened) this.doors.enter(this.known, this.view);
    this.opened = true;
  }

  private ties(): KnownTies {
    for (const _ of this.acquaint());
    if (this.known === null) throw new Error('the acquaintances did not come to an end');
    return this.known;
  }

  /** Brings the graph and its groups up to date, piece by piece. */
  private *connect(): Generator<void, void, void> {
    const { columns } = this;
    if (this.affiliations === null) {
      const affiliations = new Affiliations({
        keyOf: this.keyOf,
        idOf: (row) => columns.id(row),
        fullYears: GRAPH.fullYears,
      });
      let added = 0;
      for (const row of [...columns.held()]) {
        const digest = columns.digests[row];
        if (digest !== undefined) affiliations.add(row, staysOf(digest, this.stayedUntil));
        if (++added % (BATCH * 10) === 0) yield;
      }
      // Whole, or not at all: whoever changes the network meanwhile begins anew.
      this.affiliations = affiliations;
    }
    if (this.acquainted === null) {
      yield* this.affiliations.prepare(cohortOf(columns.size), BATCH * 2);
      this.acquainted = acquaintance(this.affiliations, columns, this.ties());
      yield;
    }
    this.drawn ??= drawnPart(this.acquainted, this.affiliations, columns);
  }

  private changed(): void {
    this.revision += 1;
    this.tally = null;
    this.fields = null;
    this.last = null;
    this.drawn = null;
  }

  reading(id: string): Reading | null {
    const digest = this.columns.digests[this.columns.rows.get(id) ?? -1];
    return digest === undefined ? null : this.read(digest);
  }

  read(digest: Digest): Reading {
    const { tally, fields } = this.upToDate();
    const alone = this.withDoors(digest, readDigest(digest, this.view));
    const { both } = othersIn(digest, this.columns, fields);
    return {
      ...alone,
      reasons: reasonsOf(alone, digest, this.view),
      career: careerOf(digest),
      novelty: noveltyOf(alone.novelty, both),
      marginal: marginalOf(digest, alone, this.columns, this.view, tally, fields),
    };
  }

  /** With the doors that a held contact opens by whom they know. */
  private withDoors(digest: Digest, alone: ReadingAlone): ReadingAlone {
    const row = this.columns.rows.get(digest.id);
    if (row === undefined) return alone;
    const fits = alone.fits.map((fit, goal) => {
      const door = this.doors.roleOf(goal, row);
      if (door === undefined) return fit;
      const own = fit.roles.find(({ role }) => role === door.role);
      if (own !== undefined && own.strength >= door.strength) return fit;
      const others = fit.roles.filter((one) => one !== own);
      return {
        ...fit,
        roles: [...others, door].sort((a, b) => b.strength - a.strength),
        unjudged: fit.unjudged.filter((role) => role !== door.role),
      };
    });
    return { ...alone, fits };
  }

  pathsTo(id: string): AcquaintancePath[] {
    const row = this.columns.rows.get(id);
    return row === undefined ? [] : pathsTo(this.columns, this.ties(), row);
  }

  marginalOf(digest: Digest): Fact[] {
    return this.read(digest).marginal;
  }

  *steps(): Generator<{ done: number; total: number }, void, void> {
    while (this.last === null) {
      const revision = this.revision;
      const total = this.columns.length + PASSES;
      for (const done of this.work()) {
        yield { done: Math.min(done, total), total };
        if (this.revision !== revision) break;
      }
    }
  }

  result(): Analysis {
    if (this.last === null) for (const _ of this.work());
    if (this.last === null) throw new Error('the analysis did not come to an end');
    return this.last;
  }

  /** Reads what is unread, then works out one part after the other; answers what is done after each piece. */
  private *work(): Generator<number, void, void> {
    const { columns, view } = this;
    while (this.readUpTo < columns.length) {
      this.readSome(BATCH);
      yield this.readUpTo;
    }
    for (const _ of this.acquaint()) yield columns.length;
    const known = this.ties();
    const { tally } = this.upToDate();
    let done = columns.length;
    yield ++done;
    const covered = coverage(columns, view, tally);
    yield ++done;
    const spots = blindSpots(columns, view, tally);
    yield done;
    const { dependence, diversity } = shares(columns);
    yield ++done;
    const stress = stressTests(columns, view);
    const stressed: StressTest[] = [];
    if (stress !== null)
      for (const { change, goalId } of standardChanges(view)) {
        stressed.push(stress.test(change, goalId));
        yield ++done;
      }
    for (const _ of this.connect()) yield done;
    const { affiliations, acquainted, drawn } = this.network();
    yield ++done;
    const structured = structure(acquainted, affiliations, drawn.groups, columns);
    yield ++done;
    const acquainting = acquaintanceAnalysis(columns, view, known, this.doors.list(view));
    let told = acquainting.next();
    for (; !told.done; told = acquainting.next()) yield done;
    const acquaintances = told.value;
    yield ++done;
    const redundant = redundancy(columns);
    yield done;
    const circle = innerCircle(columns);
    yield ++done;
    const moves = nextMoves(columns, view, tally, { blindSpots: spots, redundancy: redundant, known });
    yield ++done;
    const plan = planOf(columns, view, tally, known);
    yield done;
    const dormant = dormantTies(columns, view);
    yield ++done;
    const balanced = balance(columns, view);
    const gridded = grid(columns, view);
    yield done;
    const hubs = hubsOf(columns);
    const marginal = soleHolders(columns, view, tally);
    yield done;
    const conversations = conversationsOf(columns, view);
    const lacking = missing(columns, view);
    yield done;
    this.last = {
      revision: this.revision,
      at: view.context.now.toISOString(),
      contacts: columns.size,
      balance: balanced,
      coverage: covered,
      grid: gridded,
      blindSpots: spots,
      stressTest: stressed,
      dependence,
      diversity,
      structure: structured,
      acquaintances,
      redundancy: redundant,
      innerCircle: circle,
      hubs,
      marginal,
      nextMoves: moves,
      plan,
      dormant,
      conversations,
      missing: lacking,
    };
  }

  /** Reads so many contacts that are not read yet, in the order of their rows. */
  private readSome(most: number): void {
    const { columns } = this;
    for (let left = most; left > 0 && this.readUpTo < columns.length; this.readUpTo++) {
      const digest = columns.digests[this.readUpTo];
      if (digest === undefined || columns.read[this.readUpTo] === 1) continue;
      columns.enter(this.readUpTo, readDigest(digest, this.view));
      left -= 1;
    }
  }

  private upToDate(): { tally: Tally; fields: Fields } {
    this.readSome(this.columns.length);
    this.ties();
    this.tally ??= tallyOf(this.columns);
    this.fields ??= fieldsOf(this.columns);
    return { tally: this.tally, fields: this.fields };
  }

  test(change: StressChange): StressTest {
    this.upToDate();
    return (
      stressTests(this.columns, this.view)?.test(change) ?? {
        change,
        before: 0,
        after: 0,
        share: null,
        gained: 0,
        stay: [],
        lose: [],
        gain: [],
        counts: { stay: 0, lose: 0, gain: 0 },
        singlePoints: [],
        helps: [],
        ends: [],
        there: [],
        facts: [{ key: 'factMeMissing' }],
      }
    );
  }

  whatIf(me: MeInContext): Analysis {
    const moved = new Engine({ ...this.view.context, me });
    for (const digest of this.columns.digests) if (digest !== undefined) moved.put(digest);
    return moved.result();
  }

  graph(): AffiliationGraph {
    this.upToDate();
    const { affiliations, acquainted, drawn } = this.network();
    const { me } = this.view.context;
    return drawing(acquainted, affiliations, drawn, this.columns, this.ties(), me?.profile.name ?? '');
  }
}

/** Pieces of work beside the readings, about. */
const PASSES = 19;

/** Do two digests of a contact say the same of whom it knows? Then nobody's acquaintances have changed. */
function sameTies(before: Digest | undefined, now: Digest): boolean {
  const ties = ({ knows, knowsBy, introduced }: Digest) => JSON.stringify([knows, knowsBy, introduced]);
  return before !== undefined && ties(before) === ties(now);
}

/** Far from me, and the less so the more others stand in the same function and industry. */
function noveltyOf(far: ReadingAlone['novelty'], others: number | null): number | null {
  return far === null ? null : rounded(far / Math.sqrt(1 + (others ?? 0)));
}

function hubsOf(columns: Columns): string[] {
  const rows: number[] = [];
  for (let row = 0; row < columns.length; row++) if (columns.isHub[row] === 1) rows.push(row);
  return bestRows(
    rows,
    HUBS,
    (row) => columns.hub[row] ?? 0,
    (row) => columns.id(row),
  ).map((row) => columns.id(row));
}

/** Contacts with whom there was contact in the month of the analysis. */
function conversationsOf(columns: Columns, { today, context }: Viewpoint): number {
  const first = today - context.now.getUTCDate() + 1;
  let count = 0;
  for (let row = 0; row < columns.length; row++)
    if (columns.digests[row] !== undefined && (columns.lastContact[row] as number) >= first) count += 1;
  return count;
}

/** What would make the answers better, the most important first. */
function missing(columns: Columns, { me, aims }: Viewpoint): Fact[] {
  const facts: Fact[] = [];
  if (me === null) facts.push({ key: 'factMeMissing' });
  else {
    if (me.isco === undefined) facts.push({ key: 'factMyFunctionUnknown' });
    if (me.nace === undefined) facts.push({ key: 'factMyIndustryUnknown' });
    if (me.country === undefined && aims.some(({ place }) => place !== null))
      facts.push({ key: 'factMyPlaceUnknown' });
  }
  if (aims.length === 0) facts.push({ key: 'factGoalMissing' });
  for (const { goal, asks } of aims)
    if (asks.length === 0) facts.push({ key: 'factGoalWithoutTarget', values: { goal: goal.id } });
  if (columns.size === 0) facts.push({ key: 'factNobodySaved' });
  let [functions, industries] = [0, 0];
  for (let row = 0; row < columns.length; row++) {
    if (columns.digests[row] === undefined) continue;
    functions += Number((columns.isco[row] ?? 0) < 0);
    industries += Number((columns.nace[row] ?? 0) < 0);
  }
  if (functions > 0) facts.push({ key: 'factFunctionsUnknown', values: { count: functions } });
  if (industries > 0) facts.push({ key: 'factIndustriesUnknown', values: { count: industries } });
  return facts;
}
