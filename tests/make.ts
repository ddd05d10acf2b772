import { profileAddress } from '../src/capture/personOf.ts';
import { createClassifier } from '../src/core/classify/index.ts';
import { createContact } from '../src/core/merge/index.ts';
import { type Contact, Goal, Me, type Profile } from '../src/core/model/index.ts';
import type { NetworkEvent } from '../src/messaging/events.ts';
import type { Environment } from '../src/services/environment.ts';
import { openDatabase } from '../src/storage/open.ts';

export const NOW = '2026-11-24T10:00:00.000Z';

/** An invented profile; every test names only what matters to it. */
export function makeProfile(changes: Partial<Profile> = {}): Profile {
  return {
    key: { site: 'linkedin', id: 'leyla-brandt' },
    url: 'https://www.linkedin.com/in/leyla-brandt/',
    name: { full: 'Leyla Brandt', given: 'Leyla', family: 'Brandt' },
    positions: [
      { title: 'Head of Data Platforms', company: 'Klinikum Musterstadt', start: '2021-03', end: null },
    ],
    education: [],
    skills: [],
    languages: [],
    ...changes,
  };
}

export function makeContact(changes: Partial<Profile> = {}, id = 'c1'): Contact {
  return createContact({
    profile: makeProfile(changes),
    provenance: {},
    reader: 'linkedin@1',
    now: NOW,
    id,
    deviceId: 'd1',
  });
}

export function makeCapture(changes: Partial<Profile> = {}) {
  return { profile: makeProfile(changes), provenance: { name: 'card' as const }, reader: 'linkedin@1' };
}

export function makeMe(changes: Partial<Me> = {}): Me {
  return Me.parse({
    name: 'Kim Sommer',
    positions: [{ title: 'Data Engineer', company: 'Hanseatische Versicherung AG', end: null }],
    place: { text: 'Hamburg, Germany', city: 'Hamburg', country: 'DE' },
    ...changes,
  });
}

export function makeGoal(target: object = { nace2: '86' }, changes: object = {}): Goal {
  return Goal.parse({
    id: 'g1',
    kind: 'changeJob',
    title: 'Change into health care',
    target,
    horizon: 'present',
    createdAt: NOW,
    updatedAt: NOW,
    ...changes,
  });
}

/** A background without a browser: its own database, a clock that stands, ids in a row. */
export function makeEnvironment(name = `test-${Math.floor(performance.now() * 1000)}`) {
  let last = 0;
  const badges: unknown[] = [];
  const events: NetworkEvent[] = [];
  const witnessed: unknown[] = [];
  const pages: Awaited<ReturnType<Environment['readPage']>>[] = [];
  const environment: Environment = {
    database: openDatabase(name),
    world: { now: () => new Date(NOW), id: () => `id-${++last}` },
    identify: (url) =>
      url.includes('/in/') ? { site: 'linkedin', id: url.split('/in/')[1]?.replace(/\/.*/, '') ?? '' } : null,
    profileAddress,
    classifier: async (companies) => createClassifier({ companies }),
    readPage: async () => pages.at(-1) ?? { url: '', ok: false, reason: 'unreadable' },
    witness: { read: async () => witnessed.at(-1), write: async (witness) => void witnessed.push(witness) },
    texts:
      async () =>
      (key, values = {}) =>
        [key, ...Object.values(values)].join(' '),
    announce: (event) => void events.push(event),
    addSite: async () => {},
    takeButton: async () => {},
    grantedSites: async () => [],
    buttonSites: async () => [],
    showBadge: async (tab, badge) => void badges.push([tab, badge]),
  };
  return { environment, badges, pages, events, witnessed };
}
