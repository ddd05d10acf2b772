import type { ContactRow } from '../../../src/messaging/protocol.ts';

/** An invented contact's row; every test names only what matters to it. */
export function makeRow(changes: Partial<ContactRow> = {}): ContactRow {
  return {
    id: 'c1',
    name: 'Leyla Brandt',
    title: 'Head of Data Platforms',
    company: 'Klinikum Musterstadt',
    place: 'Hamburg',
    country: 'DE',
    url: 'https://www.linkedin.com/in/leyla-brandt/',
    isco4: '2521',
    nace2: '86',
    seniority: null,
    layer: 'strategic',
    layerKnown: true,
    functionDistance: 0.25,
    industryDistance: 1,
    placeStep: 'city',
    fits: [],
    roles: [],
    serves: [],
    hub: 0,
    isHub: false,
    tags: [],
    note: '',
    emails: '',
    lastContact: null,
    nextStep: null,
    rhythmDays: null,
    seen: '2026-11-01',
    reviewedOn: null,
    createdAt: '2026-11-01T10:00:00.000Z',
    updatedAt: '2026-11-01T10:00:00.000Z',
    ...changes,
  };
}
