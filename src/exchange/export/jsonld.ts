import { effectiveEmails, effectiveProfile, isLocal } from '../../core/merge/index.ts';
import { type Contact, currentPosition, type Me } from '../../core/model/index.ts';

/** The network as schema.org JSON-LD: the user `knows` persons with job, employer, schools and skills. */
export async function* writeJsonLd(
  contacts: Iterable<Contact> | AsyncIterable<Contact>,
  me: Me | null,
): AsyncGenerator<string> {
  yield '{"@context":"https://schema.org","@graph":[\n';
  const known: string[] = [];
  for await (const contact of contacts) {
    const person = toPerson(contact);
    known.push(person['@id']);
    yield `${JSON.stringify(person)},\n`;
  }
  const user = {
    '@type': 'Person',
    '@id': me?.profileUrl ?? 'urn:weitblick:me',
    ...(me?.name !== undefined && { name: me.name }),
    ...(me?.headline !== undefined && { description: me.headline }),
    knows: known.map((id) => ({ '@id': id })),
  };
  yield `${JSON.stringify(user)}\n]}\n`;
}

function toPerson(contact: Contact) {
  const profile = effectiveProfile(contact);
  const position = currentPosition(profile);
  const { given, family, full } = profile.name;
  const place = profile.location;
  const organisation = (name: string) => ({ '@type': 'Organization', name });
  return {
    '@type': 'Person',
    '@id': isLocal(profile) ? `urn:weitblick:${encodeURIComponent(contact.id)}` : profile.url,
    identifier: contact.id,
    name: full,
    ...(given !== undefined && { givenName: given }),
    ...(family !== undefined && { familyName: family }),
    ...(profile.headline !== undefined && { description: profile.headline }),
    ...(position?.title !== undefined && { jobTitle: position.title }),
    ...(position?.company !== undefined && { worksFor: organisation(position.company) }),
    ...(place !== undefined && {
      address: {
        '@type': 'PostalAddress',
        name: place.text,
        ...(place.city !== undefined && { addressLocality: place.city }),
        ...(place.region !== undefined && { addressRegion: place.region }),
        ...(place.country !== undefined && { addressCountry: place.country }),
      },
    }),
    ...(profile.education.length > 0 && {
      alumniOf: profile.education.map(({ school }) => ({ '@type': 'EducationalOrganization', name: school })),
    }),
    ...(profile.skills.length > 0 && { knowsAbout: profile.skills }),
    ...(profile.languages.length > 0 && { knowsLanguage: profile.languages.map(({ name }) => name) }),
    ...(effectiveEmails(contact).length > 0 && { email: effectiveEmails(contact) }),
    ...((profile.links ?? []).length > 0 && { sameAs: profile.links }),
  };
}
