import { useEffect, useState } from 'preact/hooks';
import { formatDay, t } from '../../../browser/text.ts';
import { call } from '../../../messaging/client.ts';
import { onEvent } from '../../../messaging/events.ts';
import type { DueItem } from '../../../messaging/protocol.ts';
import { linkToContact } from '../links.ts';
import { addDays, dayWords, nearWords } from './days.ts';
import { Failure } from './Failure.tsx';
import { focusNear } from './focus.ts';
import { NotUndone, offerUndo, tell } from './undo.tsx';

/** Days ahead that still count as due. */
const AHEAD = 7;
/** Contacts at most of whom is asked at a time whether to keep them. */
const REVIEWS = 3;
/** Lines shown before *more*. */
const SHOWN = 5;

interface Answer {
  due: DueItem[];
  count: number;
}

export interface DueState {
  /** `null` until the background has answered. */
  answer: Answer | null;
  failure: unknown;
  done: (item: DueItem, at: number) => Promise<void>;
  snooze: (item: DueItem, at: number) => Promise<void>;
}

/** What the user wanted to do by now or within a week, and whom to keep; followed as it changes. */
export function useDue(today: string): DueState {
  const until = addDays(today, AHEAD);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const load = () =>
    void Promise.all([call('due.get', { until }), call('review.get', {})]).then(
      ([steps, reviews]) =>
        setAnswer({
          due: [...steps.due, ...reviews.due.slice(0, REVIEWS)],
          count: steps.count + Math.min(reviews.count, REVIEWS),
        }),
      setFailure,
    );
  useEffect(() => {
    load();
    return onEvent((event) => event.kind === 'changed' && load());
  }, [until]);

  async function done(item: DueItem, at: number): Promise<void> {
    setAnswer((last) =>
      last === null ? last : { due: last.due.filter((other) => other !== item), count: last.count - 1 },
    );
    try {
      const undo = await markDone(item, today);
      if (undo === null) tell(t('due_gone', { name: item.name }));
      else offerUndo(t(item.kind === 'review' ? 'due_kept' : 'due_done', { name: item.name }), undo);
      setFailure(null);
    } catch (error) {
      setFailure(error);
    }
    load();
    focusNear('.due button', at);
  }
  async function snooze(item: DueItem, at: number): Promise<void> {
    const { contactId: id, kind, name } = item;
    try {
      const view = await call('contact.get', { id });
      const before = view?.contact.own.snoozed?.find(([known]) => known === kind)?.[1] ?? null;
      const day = addDays(today, 1);
      if ((await call('contact.snooze', { id, kind, until: day })) === null) tell(t('due_gone', { name }));
      else
        offerUndo(t('due_snoozed', { name, day: formatDay(day) }), () =>
          back(call('contact.snooze', { id, kind, until: before })),
        );
      setFailure(null);
    } catch (error) {
      setFailure(error);
    }
    load();
    focusNear('.due button', at);
  }
  return { answer, failure, done, snooze };
}

/** What is due, done with one click. */
export function Due({ today, due: { answer, failure, done, snooze } }: { today: string; due: DueState }) {
  const [all, setAll] = useState(false);
  return (
    <section class="today-part today-due" aria-busy={answer === null && failure === null}>
      <h2>{t('today_due')}</h2>
      <Failure of={[failure]} />
      {answer?.due.length === 0 && <p class="muted">{t('today_nothingDue')}</p>}
      <ul class="lines measure">
        {answer?.due.slice(0, all ? undefined : SHOWN).map((item, at) => (
          <li key={`${item.kind} ${item.contactId}`} class="due">
            <DueWords item={item} />
            <span class={item.due < today && item.kind !== 'review' ? 'due-day due-late' : 'due-day muted'}>
              {item.due < today
                ? t('due_since', { day: dayWords(item.due, today) })
                : nearWords(item.due, today)}
            </span>
            <span class="row due-actions">
              <button
                type="button"
                aria-label={t('due_doneLabel', { what: whatOf(item), name: item.name })}
                onClick={() => done(item, at)}
              >
                {t(item.kind === 'review' ? 'due_keep' : 'due_doneButton')}
              </button>
              {item.due <= today && (
                <button
                  type="button"
                  class="plain"
                  aria-label={t('due_snoozeLabel', { what: whatOf(item), name: item.name })}
                  onClick={() => snooze(item, at)}
                >
                  {t('due_snooze')}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {answer !== null && !all && answer.count > SHOWN && (
        <p>
          <button type="button" class="plain" onClick={() => setAll(true)}>
            {t('due_more', { count: answer.count - SHOWN })}
          </button>
        </p>
      )}
    </section>
  );
}

/** What is to be done, with the person's name as a link: within the words where they name the person, else after. */
function DueWords({ item }: { item: DueItem }) {
  const words = whatOf(item);
  const at = words.indexOf(item.name);
  const name = (
    <a class="name" href={linkToContact(item.contactId)} dir="auto">
      {item.name}
    </a>
  );
  return at < 0 ? (
    <span>
      {words} · {name}
    </span>
  ) : (
    <span>
      {words.slice(0, at)}
      {name}
      {words.slice(at + item.name.length)}
    </span>
  );
}

/** What is to be done, in words. */
function whatOf({ kind, text }: DueItem): string {
  return kind === 'nextStep' ? text : t(kind === 'review' ? 'due_review' : 'today_keepInTouch');
}

/** Writes the done step, or the sign of life, into the contact's log; answers how to undo it. */
async function markDone(
  { contactId: id, kind, text }: DueItem,
  day: string,
): Promise<(() => Promise<unknown>) | null> {
  const view = await call('contact.get', { id });
  if (view === null) return null;
  const { nextStep, reviewedOn } = view.contact.own;
  if (kind === 'review') {
    await call('contact.setOwn', { id, own: { reviewedOn: day } });
    return () =>
      back(
        reviewedOn === undefined
          ? call('contact.setOwn', { id, own: {}, clear: ['reviewedOn'] })
          : call('contact.setOwn', { id, own: { reviewedOn } }),
      );
  }
  const line = { id, day, text: kind === 'nextStep' ? text : t('due_keptInTouch') };
  const stepDone = kind === 'nextStep';
  await call('contact.log', { ...line, stepDone });
  return () =>
    back(call('contact.unlog', { ...line, ...(stepDone && nextStep !== undefined && { nextStep }) }));
}

/** Waits until it is as it was; whoever is gone cannot be brought back by this. */
async function back(work: Promise<unknown>): Promise<void> {
  if ((await work) === null) throw new NotUndone(t('contact_gone'));
}
