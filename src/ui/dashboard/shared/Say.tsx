import { type ComponentChildren, Fragment } from 'preact';
import {
  currentLanguage,
  factText,
  factWords,
  formatNumber,
  isolated,
  messageOf,
  t,
} from '../../../browser/text.ts';
import type { Fact, MessageKey } from '../../../core/model/index.ts';
import { ownValue } from '../../../core/text/table.ts';
import type { ContactRow } from '../../../messaging/protocol.ts';
import { linkTo, linkToContact } from '../links.ts';

/** Who and what facts and sentences may name: goals by id, contacts by id as far as they are there. */
export interface Known {
  goals: readonly { id: string; title: string }[];
  byId: ReadonlyMap<string, ContactRow>;
}

/**
 * A message of the catalogues with elements in the places of its `{placeholders}`: links, names, emphasis.
 * Numbers are written as the language writes them; `count` chooses the plural. `whole` makes a sentence of a phrase:
 * a capital at its beginning, a full stop at its end.
 */
export function Say({
  of: key,
  whole = false,
  ...values
}: { of: MessageKey; whole?: boolean } & Record<string, ComponentChildren>) {
  return <Filled message={key} whole={whole} values={values} />;
}

/** The message itself; apart from `Say`, so that values may have any name. */
function Filled({
  message: key,
  whole,
  values,
}: {
  message: MessageKey;
  whole: boolean;
  values: Record<string, ComponentChildren>;
}) {
  const message = messageOf(key, typeof values.count === 'number' ? values.count : undefined);
  const template = whole ? sentenceOf(message) : message;
  return (
    <>
      {template.split(/(\{\w+\})/).map((piece, at) => {
        const name = /^\{(\w+)\}$/.exec(piece)?.[1];
        if (name === undefined) return piece;
        const value = ownValue(values, name);
        return (
          <Fragment key={at}>
            {typeof value === 'number'
              ? formatNumber(value)
              : typeof value === 'string'
                ? isolated(value)
                : (value ?? piece)}
          </Fragment>
        );
      })}
    </>
  );
}

function sentenceOf(phrase: string): string {
  const stopped = /[.!?…]$/.test(phrase) ? phrase : `${phrase}.`;
  return stopped.charAt(0).toLocaleUpperCase(currentLanguage()) + stopped.slice(1);
}

/** A fact as a sentence whose goal and contact are links; `whole`: also where the catalogue has a phrase. */
export function FactSentence({ fact, known, whole = false }: { fact: Fact; known: Known; whole?: boolean }) {
  const values: Record<string, ComponentChildren> = factWords(fact);
  const { goal, contact, other } = fact.values ?? {};
  if (goal !== undefined) values.goal = <GoalName id={String(goal)} known={known} />;
  if (contact !== undefined) values.contact = <Name id={String(contact)} known={known} />;
  if (other !== undefined) values.other = <Name id={String(other)} known={known} />;
  return <Filled message={fact.key} whole={whole} values={values} />;
}

/** The same sentence as text, for labels and for the user's own words. */
export function factPlain(fact: Fact, known: Known): string {
  return factText(fact, known.goals, (id) => known.byId.get(id)?.name);
}

/** A goal's title, which leads to the goal. */
export function GoalName({ id, known }: { id: string; known: Known }) {
  return (
    <a class="goal-name" href={linkTo('goals', [id])}>
      {known.goals.find((goal) => goal.id === id)?.title ?? t('goal_unknown')}
    </a>
  );
}

/** A contact's name, which opens the contact. */
export function Name({ id, known }: { id: string; known: Known }) {
  return (
    <a class="name" href={linkToContact(id)} dir="auto">
      {known.byId.get(id)?.name ?? t('contact_unknown')}
    </a>
  );
}

/** Names as people list them: “A, B and C”, at most `most`, and then how many more (a link, where there is one). */
export function Names({
  ids,
  count = ids.length,
  most = 3,
  more,
  some = false,
  known,
}: {
  ids: readonly string[];
  count?: number;
  most?: number;
  more?: string;
  /** How many more there are is not known. */
  some?: boolean;
  known: Known;
}) {
  const shown = ids.slice(0, most);
  const rest = count - shown.length;
  const words = some ? t('names_some') : t('names_more', { count: rest });
  return (
    <Listed
      items={[
        ...shown.map((id) => <Name key={id} id={id} known={known} />),
        ...(rest > 0 ? [more === undefined ? words : <a href={more}>{words}</a>] : []),
      ]}
    />
  );
}

/** Elements as the language lists them: “A, B and C”. */
export function Listed({ items }: { items: readonly ComponentChildren[] }) {
  const pieces = new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).formatToParts(
    items.map((_, at) => String(at)),
  );
  return (
    <>
      {pieces.map(({ type, value }, at) => (
        <Fragment key={at}>{type === 'literal' ? value : items[Number(value)]}</Fragment>
      ))}
    </>
  );
}
