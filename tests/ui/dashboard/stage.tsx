import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, render } from '@testing-library/preact';
import { browser } from 'wxt/browser';
import { type Goal, Settings } from '../../../src/core/model/index.ts';
import type { Envelope } from '../../../src/messaging/envelope.ts';
import { MessageFailure } from '../../../src/messaging/errors.ts';
import type { ContactRow, MessageName, Network } from '../../../src/messaging/protocol.ts';
import { Dashboard } from '../../../src/ui/dashboard/shell/Dashboard.tsx';
import { makeGoal, makeMe } from '../../make.ts';
import { analysisOf, testOf } from './analysisOf.ts';

const catalogue = JSON.parse(
  readFileSync(
    join(import.meta.dirname, '..', '..', '..', 'public', '_locales', 'en', 'messages.json'),
    'utf8',
  ),
) as Record<string, { message: string }>;

/** A row of an invented person; every test names only what matters to it. */
export function makeRow(id: string, name: string, changes: Partial<ContactRow> = {}): ContactRow {
  return {
    id,
    name,
    title: 'Data Engineer',
    company: 'Hanseatische Versicherung AG',
    emails: '',
    place: 'Hamburg',
    country: 'DE',
    url: `https://www.linkedin.com/in/${id}/`,
    isco4: '2521',
    nace2: '65',
    seniority: null,
    layer: 'operational',
    functionDistance: 0,
    industryDistance: 0,
    placeStep: 'city',
    fits: [0],
    roles: [0],
    serves: [false],
    hub: 0,
    isHub: false,
    tags: [],
    note: '',
    lastContact: null,
    nextStep: null,
    rhythmDays: null,
    reviewedOn: null,
    seen: '2026-11-01',
    createdAt: '2026-11-01T10:00:00.000Z',
    layerKnown: true,
    updatedAt: '2026-11-01T10:00:00.000Z',
    ...changes,
  };
}

export interface Stage {
  /** Every message that was sent, in order. */
  sent: { name: MessageName; input: never }[];
  network: Network;
  text: () => string;
  container: Element;
}

type Answers = Partial<Record<MessageName, (input: never) => unknown>>;

/** Shows a room of the dashboard over an invented network; `answers` takes the background's place. */
export async function enter(
  address: string,
  {
    rows = [],
    goals = [makeGoal()],
    me = makeMe(),
    lost = null,
    answers = {},
  }: {
    rows?: ContactRow[];
    goals?: Goal[];
    me?: Network['me'];
    lost?: Network['lost'];
    answers?: Answers;
  } = {},
): Promise<Stage> {
  cleanup();
  const network: Network = {
    me,
    goals,
    settings: Settings.parse({}),
    contactCount: rows.length,
    sentences: [],
    lost,
  } as Network;
  const sent: Stage['sent'] = [];
  const background: Answers = {
    'network.get': () => network,
    'analysis.get': () => ({
      analysis: rows.length === 0 ? null : analysisOf(rows, network.goals),
      state: 'current',
    }),
    'analysis.test': ({ change }: { change: never }) => testOf(rows, change),
    'rows.of': ({ ids }: { ids: string[] }) => ({
      goals: goals.filter(({ state }) => state === 'active').map(({ id }) => id),
      rows: rows.filter(({ id }) => ids.includes(id)),
    }),
    'due.get': () => ({ due: [], count: 0 }),
    'review.get': () => ({ due: [], count: 0 }),
    'goal.set': ({ goal }: { goal: Goal }) => goal,
    'goal.delete': () => null,
    'settings.set': ({ settings }: { settings: Partial<Settings> }) => {
      network.settings = { ...network.settings, ...settings };
      return network.settings;
    },
    'contact.get': () => null,
    'move.set': ({ id, until }: { id: string; until: string | null }) => {
      const others = Object.entries(network.settings.moves).filter(([known]) => known !== id);
      const moves = Object.fromEntries(until === null ? others : [...others, [id, until]]);
      network.settings = { ...network.settings, moves };
      return network.settings;
    },
    // Whoever is written about is still there; `null` would say that they are gone.
    'contact.setOwn': () => ({}),
    'contact.log': () => ({}),
    'contact.unlog': () => ({}),
    'undo.list': () => ({ steps: [] }),
    'backup.state': () => ({ lastAt: null, changesSince: 0, due: false, failure: null }),
    'draft.get': () => null,
    'draft.set': () => null,
    ...answers,
  };
  browser.runtime.sendMessage = (async ({ weitblick: name, input }: Envelope) => {
    sent.push({ name: name as MessageName, input: input as never });
    const answer = background[name as MessageName];
    if (answer === undefined) throw new Error(`nobody answers ${name}`);
    try {
      return { ok: true, output: answer(input as never) };
    } catch (error) {
      if (error instanceof MessageFailure) return { ok: false, kind: error.kind, detail: '' };
      throw error;
    }
  }) as never;
  browser.i18n.getMessage = ((key: string) => catalogue[key]?.message ?? '') as never;
  browser.i18n.getUILanguage = () => 'en';
  browser.commands.getAll = async () => [];
  browser.action.getUserSettings = async () => ({ isOnToolbar: true });
  location.hash = address;
  const { container } = render(<Dashboard network={network} />);
  return { sent, network, container, text: () => container.querySelector('main')?.textContent ?? '' };
}
