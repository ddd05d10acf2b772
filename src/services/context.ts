import type { Classifier } from '../core/classify/index.ts';
import { sha256 } from '../core/merge/index.ts';
import type { Career, Settings } from '../core/model/index.ts';
import { careerOfMe, type StrategyContext } from '../core/strategy/index.ts';
import { listGoals } from '../storage/goals.ts';
import type { Database } from '../storage/schema.ts';
import { getSettings, getState } from '../storage/state.ts';
import type { Commit } from '../storage/transaction.ts';
import type { Environment } from './environment.ts';

/** What readings depend on, and a name for it: readings of the same name are the same. */
export interface ReadingContext {
  strategy: StrategyContext;
  settings: Settings;
  classifier: Classifier;
  key: string;
}

/** Raised whenever the engine would read the same digest differently. */
export const READING_VERSION = 6;

/** The user, the goals, the settings and the classifier, gathered once and kept until one of them changes. */
export class Contexts {
  readonly #environment: Environment;
  #known: { day: string; db: Database; context: Promise<ReadingContext> } | null = null;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Whether the classifier's model works; `null` while it was not needed yet. */
  health: Classifier['health'] | null = null;

  /** The present context. */
  async now(): Promise<ReadingContext> {
    const db = await this.#environment.database;
    const day = this.#environment.world.now().toISOString().slice(0, 10);
    // Another database than before: it was closed under us, and what stands in it may be new.
    if (this.#known?.day === day && this.#known.db === db) return this.#known.context;
    const context = this.#gather();
    this.#known = { day, db, context };
    // What failed is tried anew by whoever asks next.
    context.catch(() => {
      if (this.#known?.context === context) this.#known = null;
    });
    return context;
  }

  /** Forgets what a write has changed; answers whether it changed anything here. */
  follow({ changes }: Pick<Commit, 'changes'>): boolean {
    const changed = changes.some(({ store }) => store === 'me' || store === 'goals' || store === 'settings');
    if (changed) this.#known = null;
    return changed;
  }

  async #gather(): Promise<ReadingContext> {
    const { database, world, classifier: load } = this.#environment;
    const db = await database;
    const [me, goals, settings] = await Promise.all([getState(db, 'me'), listGoals(db), getSettings(db)]);
    const classifier = remembering(await load(settings.companies));
    this.health = classifier.health;
    const now = world.now();
    const active = goals.filter(({ state }) => state === 'active');
    const own = me === undefined ? null : { profile: me, career: careerOfMe(me, classifier) };
    return {
      strategy: {
        me: own,
        goals: active,
        now,
        moves: settings.moves,
        ...(settings.hoursPerMonth !== undefined && { hoursPerMonth: settings.hoursPerMonth }),
        ...(settings.language !== 'auto' && { language: settings.language }),
      },
      settings,
      classifier,
      // Recency is counted in months: readings of the same week differ by no more than a point.
      key: sha256(JSON.stringify([READING_VERSION, own, active, weekOf(now)])).slice(0, 16),
    };
  }
}

/** Careers that are kept for the next question about the same person. */
const REMEMBERED = 8;

/**
 * The classifier with its last few careers: one save asks for the same person's again and again, for the preview, for
 * what the network gains, for the rows and for the answer. Whole networks pass by without staying.
 */
function remembering(classifier: Classifier): Classifier {
  const known = new Map<string, Career>();
  return {
    ...classifier,
    career(profile, own) {
      const asked = JSON.stringify([profile, own?.isco4, own?.nace2, own?.seniority]);
      const career = known.get(asked) ?? classifier.career(profile, own);
      known.delete(asked);
      known.set(asked, career);
      const [oldest] = known.size > REMEMBERED ? known.keys() : [];
      if (oldest !== undefined) known.delete(oldest);
      return career;
    },
  };
}

function weekOf(now: Date): number {
  return Math.floor(now.getTime() / (7 * 86_400_000));
}
