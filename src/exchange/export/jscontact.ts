import { effectiveEmails, effectiveProfile, isLocal } from '../../core/merge/index.ts';
import { type Contact, currentPosition } from '../../core/model/index.ts';
import { OWN_UID } from '../import/vcard.ts';

/** The contacts as a JSON array of JSContact cards (RFC 9553), in pieces. */
export async function* writeJsContacts(
  contacts: Iterable<Contact> | AsyncIterable<Contact>,
): AsyncGenerator<string> {
  let first = true;
  for await (const contact of contacts) {
    yield `${first ? '[\n' : ',\n'}${JSON.stringify(toCard(contact))}`;
    first = false;
  }
  yield first ? '[]\n' : '\n]\n';
}

type CardPart =
  | 'organizations'
  | 'titles'
  | 'emails'
  | 'onlineServices'
  | 'links'
  | 'addresses'
  | 'personalInfo'
  | 'anniversaries'
  | 'notes';

function toCard(contact: Contact): Record<string, unknown> {
  const profile = effectiveProfile(contact);
  const position = currentPosition(profile);
  const { own } = contact;
  const { full, given, family } = profile.name;
  const card: Record<string, unknown> = {
    '@type': 'Card',
    version: '1.0',
    uid: `${OWN_UID}${contact.id}`,
    kind: 'individual',
    prodId: 'Weitblick',
    // RFC 9553, 1.4.4: no fraction that is zero.
    updated: contact.source.capturedAt.replace(/\.0*Z$/, 'Z'),
    name: {
      full,
      ...((given !== undefined || family !== undefined) && {
        components: [
          ...(given !== undefined ? [{ kind: 'given', value: given }] : []),
          ...(family !== undefined ? [{ kind: 'surname', value: family }] : []),
        ],
      }),
    },
  };
  const put = (name: CardPart, prefix: string, entries: readonly object[]) => {
    if (entries.length > 0)
      card[name] = Object.fromEntries(entries.map((entry, index) => [`${prefix}${index + 1}`, entry]));
  };
  put('organizations', 'o', position?.company === undefined ? [] : [{ name: position.company }]);
  put(
    'titles',
    't',
    position?.title === undefined
      ? []
      : [
          {
            kind: 'title',
            name: position.title,
            ...(position.company !== undefined && { organizationId: 'o1' }),
          },
        ],
  );
  put(
    'emails',
    'e',
    effectiveEmails(contact).map((address) => ({ address })),
  );
  put(
    'onlineServices',
    's',
    isLocal(profile) ? [] : [{ service: profile.key.site, user: profile.key.id, uri: profile.url }],
  );
  put(
    'links',
    'l',
    (profile.links ?? []).map((uri) => ({ uri })),
  );
  const place = profile.location;
  if (place !== undefined) {
    const components = [
      ...(place.city !== undefined ? [{ kind: 'locality', value: place.city }] : []),
      ...(place.region !== undefined ? [{ kind: 'region', value: place.region }] : []),
    ];
    put('addresses', 'a', [
      {
        full: place.text,
        ...(components.length > 0 && { components }),
        ...(place.country !== undefined && { countryCode: place.country }),
      },
    ]);
  }
  put(
    'personalInfo',
    'p',
    profile.skills.map((value) => ({ kind: 'expertise', value })),
  );
  put(
    'anniversaries',
    'b',
    own.birthday === undefined ? [] : [{ kind: 'birth', date: partialDate(own.birthday) }],
  );
  put('notes', 'n', contact.own.note ? [{ note: contact.own.note }] : []);
  if (contact.own.tags.length > 0)
    card.keywords = Object.fromEntries(contact.own.tags.map((tag) => [tag, true]));
  return card;
}

/** RFC 9553, 2.8.1. */
function partialDate(birthday: string): object {
  const [month, day] = [Number(birthday.slice(-5, -3)), Number(birthday.slice(-2))];
  return {
    '@type': 'PartialDate',
    ...(!birthday.startsWith('-') && { year: Number(birthday.slice(0, 4)) }),
    month,
    day,
  };
}
