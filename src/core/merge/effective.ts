import type { AllEdits, Contact, EditableField, Profile, Source } from '../model/index.ts';

/** The profile as the user sees it: what was captured, with the user's own edits on top. */
export function effectiveProfile(contact: Pick<Contact, 'profile' | 'own'>): Profile {
  const profile = { ...contact.profile };
  const { name, headline, location, positions, education, skills, links } = contact.own.edits;
  if (name !== undefined) profile.name = name;
  if (headline === null) delete profile.headline;
  else if (headline !== undefined) profile.headline = headline;
  if (location === null) delete profile.location;
  else if (location !== undefined) profile.location = location;
  if (positions !== undefined) profile.positions = positions;
  if (education !== undefined) profile.education = education;
  if (skills !== undefined) profile.skills = skills;
  if (links !== undefined) {
    if (links.length === 0) delete profile.links;
    else profile.links = links;
  }
  return profile;
}

/** The addresses as the user sees them; `Contact.emails` also holds those by which the person was known before. */
export function effectiveEmails(contact: Pick<Contact, 'emails' | 'own'>): string[] {
  return contact.own.edits.emails ?? contact.emails;
}

/** Where a field's value comes from, as the user sees it; `undefined` when nobody has said it. */
export function effectiveSource(
  { provenance, own }: Pick<Contact, 'provenance' | 'own'>,
  field: EditableField,
): Source | undefined {
  return own.edits[field] !== undefined ? 'typed' : provenance[field];
}

/** Everything that can be typed over, as it stands now: in the form of an edit of every field. */
export function editsAsShown(contact: Pick<Contact, 'profile' | 'own' | 'emails'>): AllEdits {
  const { name, headline, location, positions, education, skills, links } = effectiveProfile(contact);
  return {
    name,
    headline: headline ?? null,
    location: location ?? null,
    positions,
    education,
    skills,
    links: links ?? [],
    emails: effectiveEmails(contact),
  };
}
