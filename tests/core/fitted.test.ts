import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Contact, fitted, LIMITS } from '../../src/core/model/index.ts';
import { makeContact } from '../make.ts';

const long = (length: number) => 'x'.repeat(length);
const contact = (changes: object) => ({ ...makeContact(), ...changes });
const profile = (changes: object) => contact({ profile: { ...makeContact().profile, ...changes } });

it.each([
  ['a text that is too long is cut', profile({ headline: long(900) }), 'profile.headline'],
  ['so is a list', profile({ skills: Array.from({ length: 300 }, (_, i) => `s${i}`) }), 'profile.skills'],
  [
    'a place loses its country',
    profile({ location: { text: 'Ulm', country: 'Germany' } }),
    'profile.location.country',
  ],
  [
    'a day that is none goes with its step',
    contact({ own: { nextStep: { text: 'x', due: '0000-00-00' }, tags: [], log: [], edits: {} } }),
    'own.nextStep.due',
  ],
  ['a field that nobody knows goes', profile({ shoeSize: 43 }), 'profile'],
  [
    'an entry without what it must have goes',
    profile({ education: [{ degree: 'MSc' }, { school: 'Ulm' }] }),
    'profile.education.0.school',
  ],
])('%s', (_, value, place) => {
  const fit = fitted(Contact, value);
  expect(fit?.cut).toEqual([place]);
  expect(Contact.safeParse(fit?.value).success).toBe(true);
  expect(fit?.value.profile.name).toEqual(makeContact().profile.name);
});

it('keeps what is right in a list with wrong entries, whatever their places', () => {
  const education = [{ school: '' }, { school: 'A' }, { degree: 'x' }, { school: 'B', start: 'x' }, 7];
  expect(fitted(Contact, profile({ education }))?.value.profile.education).toEqual([
    { school: 'A' },
    { school: 'B' },
  ]);
  const halved = fitted(Contact, profile({ headline: `${long(LIMITS.line - 1)}😀😀` }));
  expect(halved?.value.profile.headline?.isWellFormed()).toBe(true);
});

it.each([
  ['no id', contact({ id: undefined })],
  ['no name', profile({ name: undefined })],
  ['no address that can be opened', profile({ url: 'javascript:alert(1)' })],
  ['no contact at all', null],
])('gives up where nothing whole remains: %s', (_, value) => expect(fitted(Contact, value)).toBeNull());

it('answers what the schema takes, or nothing, for any value at any place', () => {
  const places = ['id', 'keys', 'emails', 'profile', 'own', 'events', 'source', 'rev', 'createdAt'];
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.anything({ maxDepth: 3 }), (place, value) => {
      const fit = fitted(Contact, contact({ [place]: value }));
      expect(fit === null || Contact.safeParse(fit.value).success).toBe(true);
    }),
    { seed: 5, numRuns: 300 },
  );
});
