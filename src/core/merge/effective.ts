import type { Contact, Profile } from '../model/index.ts';

/** The profile as the user sees it: what was captured, with the user's own edits on top. */
export function effectiveProfile(contact: Pick<Contact, 'profile' | 'own'>): Profile {
  const profile = { ...contact.profile };
  const { name, headline, location, positions, skills } = contact.own.edits;
  if (name !== undefined) profile.name = name;
  if (headline !== undefined) profile.headline = headline;
  if (location !== undefined) profile.location = location;
  if (positions !== undefined) profile.positions = positions;
  if (skills !== undefined) profile.skills = skills;
  return profile;
}
