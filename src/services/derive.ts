import type { Classifier } from '../core/classify/index.ts';
import { judgeCareer } from '../core/classify/unjudged.ts';
import { effectiveEmails, effectiveProfile, sha256 } from '../core/merge/index.ts';
import {
  type Career,
  type Contact,
  currentPosition,
  DIGEST_VERSION,
  type LightRow,
  lastTogether,
  type Profile,
  type Tie,
} from '../core/model/index.ts';
import { digestOf } from '../core/strategy/index.ts';
import type { Deriver } from '../storage/derived.ts';
import type { ReadingContext } from './context.ts';

/** Raised whenever the same contact would have another light row. */
export const ROW_VERSION = 2;

/** How a contact's career, light row and digest are made with the present classifier and the user's corrections. */
export function deriverOf({
  classifier,
  settings,
}: Pick<ReadingContext, 'classifier' | 'settings'>): Deriver {
  return {
    version: deriverVersion(classifier, settings.companies),
    derive(contact, ties) {
      const profile = effectiveProfile(contact);
      const career = judgeCareer(classifier, profile, contact.own, tell);
      return {
        career,
        row: lightRow(contact, profile, career, ties),
        digest: digestOf(contact, career, ties),
      };
    },
  };
}

/** Said where a developer looks; the contact itself says it to the user, as the evidence of its judgement. */
function tell(error: unknown): void {
  console.error('A contact could not be judged; it is kept, and marked as not judged.', error);
}

/** Names everything that a derived row depends on besides the contact. */
export function deriverVersion(classifier: Classifier, companies: Readonly<Record<string, string>>): string {
  const corrections = sha256(correctionsKey(companies)).slice(0, 12);
  return [classifier.version, DIGEST_VERSION, ROW_VERSION, corrections].join('/');
}

/** The same for the same corrections, in whatever order they were made. */
export function correctionsKey(companies: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(companies).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function lightRow(contact: Contact, profile: Profile, { current }: Career, ties: readonly Tie[]): LightRow {
  const position = currentPosition(profile);
  const { nextStep } = contact.own;
  return {
    id: contact.id,
    name: profile.name.full,
    title: position?.title ?? profile.headline ?? '',
    company: position?.company ?? '',
    place: profile.location?.city ?? profile.location?.text ?? '',
    country: profile.location?.country ?? null,
    url: profile.url,
    isco4: current.function?.isco4 ?? null,
    nace2: current.industry?.nace2 ?? null,
    seniority: current.seniority,
    tags: contact.own.tags,
    note: contact.own.note?.slice(0, NOTE_SHOWN) ?? '',
    emails: effectiveEmails(contact).slice(0, EMAILS_SHOWN).join(' '),
    lastContact: lastContactOf(contact, ties),
    nextStep: nextStep === undefined ? null : { text: nextStep.text, due: nextStep.due ?? null },
    rhythmDays: contact.own.rhythmDays ?? null,
    reviewedOn: contact.own.reviewedOn ?? null,
    seen: contact.source.capturedAt.slice(0, 10),
    createdAt: contact.createdAt,
    updatedAt: contact.updatedAt,
  };
}

/** Characters of the note that a list can search. */
const NOTE_SHOWN = 500;
/** Addresses that a list can search. */
const EMAILS_SHOWN = 3;

/** The last day on which the two were in touch, as far as it is known. */
function lastContactOf(contact: Pick<Contact, 'own'>, ties: readonly Tie[]): string | null {
  const days = [...ties.map(({ lastContact }) => lastContact), lastTogether(contact.own.log)];
  return (
    days
      .filter((day) => day !== undefined)
      .sort()
      .at(-1) ?? null
  );
}
