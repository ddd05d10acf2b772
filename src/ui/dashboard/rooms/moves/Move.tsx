import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import type { NextMove } from '../../../../core/model/index.ts';
import { call } from '../../../../messaging/client.ts';
import type { ContactRow } from '../../../../messaging/protocol.ts';
import { errorText } from '../../../errorText.ts';
import { useTextDraft } from '../../../parts/useDraft.ts';
import { linkTo } from '../../links.ts';
import { addDays, dayWords } from '../../shared/days.ts';
import {
  DAYS_AFTER_ACCEPTED,
  DAYS_AFTER_SEARCH,
  DAYS_LATER,
  DAYS_TO_ACT,
  effortWords,
  gainWords,
  NEVER,
  sentencesOf,
} from '../../shared/move.ts';
import { FactSentence, factPlain, GoalName, type Known } from '../../shared/Say.tsx';
import { SearchLinks } from '../../shared/SearchLinks.tsx';
import { Draft } from './Draft.tsx';

interface Props {
  move: NextMove;
  /** The contact that the move is about, as far as it is about one. */
  row: ContactRow | undefined;
  known: Known;
  today: string;
  /** The one that stands out: its answer is the room's primary action. */
  first?: boolean;
  /** Remembers that the move stays away until a day or for good; `undo` takes back what else was written. */
  onPutAway: (until: string, said: string, undo?: () => Promise<unknown>) => Promise<void>;
}

/** One suggestion: what to do, why, what it would bring and cost, and the user's answer. */
export function Move({ move, row, known, today, first: standsOut = false, onPutAway }: Props) {
  const [answering, setAnswering] = useState<'accept' | 'later' | null>(null);
  const item = useRef<HTMLLIElement>(null);
  const before = useRef(answering);
  // An answer that is put away gives the focus back.
  useEffect(() => {
    if (before.current !== null && answering === null)
      item.current?.querySelector<HTMLElement>('.move-actions > :first-child')?.focus();
    before.current = answering;
  }, [answering]);
  const [first, ...reasons] = sentencesOf(move);
  const what = first === undefined ? '' : factPlain(first, known);
  const pause = move.kind === 'pause';
  // Pauses stand under a heading of their own.
  const Heading = pause ? 'h3' : 'h2';
  return (
    <li class="move" ref={item}>
      <div class="move-what">
        <Heading>{first && <FactSentence fact={first} known={known} />}</Heading>
        {reasons.length > 0 && (
          <p>
            {reasons.map((fact) => (
              <span key={`${fact.key} ${JSON.stringify(fact.values)}`}>
                <FactSentence fact={fact} known={known} whole />{' '}
              </span>
            ))}
          </p>
        )}
        <p class="muted small move-gain">
          {move.goalId !== undefined && move.facts.every(({ values }) => values?.goal === undefined) && (
            <span>
              {t('move_for')} <GoalName id={move.goalId} known={known} />
            </span>
          )}
          {!pause && (
            <>
              <span>{t(`moveGain_${gainWords(move.gain)}`)}</span>
              <span>{t(`moveEffort_${effortWords(move)}`)}</span>
            </>
          )}
        </p>
        {row?.nextStep != null && <p class="muted small">{t('move_planned', { text: row.nextStep.text })}</p>}
        <SearchLinks links={move.links} />
        <Guide of={move.guide} />
        <Draft move={move} known={known} />
      </div>
      {answering === null ? (
        <div class="move-actions">
          {move.kind === 'complete' ? (
            <a class={standsOut ? 'button primary' : 'button'} href={whereToComplete(move)}>
              {t(move.id === 'complete:contacts' ? 'move_completeContacts' : 'move_complete')}
            </a>
          ) : row !== undefined ? (
            <button
              type="button"
              class={standsOut ? 'primary' : undefined}
              onClick={() => setAnswering('accept')}
            >
              {t('move_accept')}
            </button>
          ) : (
            !pause && (
              <button
                type="button"
                class={standsOut ? 'primary' : undefined}
                onClick={() => onPutAway(addDays(today, DAYS_AFTER_SEARCH), t('move_doneSaid', { what }))}
              >
                {t('move_done')}
              </button>
            )
          )}
          <button type="button" onClick={() => setAnswering('later')}>
            {t('move_later')}
          </button>
          <button
            type="button"
            class="plain muted"
            onClick={() => onPutAway(NEVER, t('move_refusedSaid', { what }))}
          >
            {t(pause ? 'move_understood' : 'move_refuse')}
          </button>
        </div>
      ) : answering === 'accept' && row !== undefined ? (
        <Accept
          what={what}
          row={row}
          today={today}
          onCancel={() => setAnswering(null)}
          onDone={async (due, undo) => {
            await onPutAway(
              addDays(due, DAYS_AFTER_ACCEPTED),
              t('move_acceptedSaid', { name: row.name, day: dayWords(due, today) }),
              undo,
            );
            setAnswering(null);
          }}
        />
      ) : (
        <Later
          today={today}
          onCancel={() => setAnswering(null)}
          onDone={(day) => onPutAway(day, t('move_laterSaid', { day: dayWords(day, today) }))}
        />
      )}
    </li>
  );
}

/** Where to look for people of a field besides: posts, associations, events. */
function Guide({ of }: { of: NextMove['guide'] }) {
  if (of === undefined) return null;
  const parts = (['posts', 'associations', 'events'] as const).filter((part) => of[part].length > 0);
  if (parts.length === 0) return null;
  return (
    <p class="muted small">
      {parts.map((part) => t(`move_guide_${part}`, { names: of[part].join(', ') })).join(' · ')}
    </p>
  );
}

/** Where the user adds what the analysis is missing. */
function whereToComplete({ id, goalId }: NextMove): string {
  if (goalId !== undefined) return linkTo('goals', [goalId, 'edit']);
  if (id === 'complete:goal') return linkTo('goals', ['new']);
  return id === 'complete:contacts' ? linkTo('contacts', [], { distance: 'unknown' }) : linkTo('me');
}

/** The move becomes the contact's next step: the words can be changed, the day is chosen. */
function Accept({
  what,
  row,
  today,
  onCancel,
  onDone,
}: {
  what: string;
  row: ContactRow;
  today: string;
  onCancel: () => void;
  onDone: (due: string, undo: () => Promise<unknown>) => Promise<void>;
}) {
  const [text, setText, dropText] = useTextDraft({ kind: 'move', subject: row.id }, what.slice(0, 500));
  const [due, setDue] = useState(addDays(today, DAYS_TO_ACT));
  const [failure, setFailure] = useState('');
  const field = useFocused();
  const before = row.nextStep;
  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const { id } = row;
    try {
      await call('contact.setOwn', { id, own: { nextStep: { text: text.trim() || what, due } } });
      dropText();
    } catch (error) {
      setFailure(errorText(error));
      return;
    }
    await onDone(due, () =>
      before === null
        ? call('contact.setOwn', { id, own: {}, clear: ['nextStep'] })
        : call('contact.setOwn', {
            id,
            own: { nextStep: { text: before.text, ...(before.due !== null && { due: before.due }) } },
          }),
    );
  }
  return (
    <form class="move-answer" onSubmit={submit} onKeyDown={cancelOnEscape(onCancel)}>
      <label>
        <span>{t('move_step')}</span>
        <input
          ref={field}
          required
          value={text}
          maxLength={500}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <label>
        <span>{t('move_by')}</span>
        <input
          type="date"
          required
          min={today}
          value={due}
          onInput={({ currentTarget }) => setDue(currentTarget.value)}
        />
      </label>
      {before !== null && <p class="small blind">{t('move_replaces', { text: before.text })}</p>}
      {failure && (
        <p class="error" role="alert">
          {failure}
        </p>
      )}
      <Buttons submit={t('move_acceptNow')} onCancel={onCancel} />
    </form>
  );
}

/** The move stays away until a day. */
function Later({
  today,
  onCancel,
  onDone,
}: {
  today: string;
  onCancel: () => void;
  onDone: (day: string) => Promise<void>;
}) {
  const [day, setDay] = useState(addDays(today, DAYS_LATER));
  const field = useFocused();
  return (
    <form
      class="move-answer"
      onSubmit={(event) => {
        event.preventDefault();
        void onDone(day);
      }}
      onKeyDown={cancelOnEscape(onCancel)}
    >
      <label>
        <span>{t('move_until')}</span>
        <input
          ref={field}
          type="date"
          required
          min={addDays(today, 1)}
          value={day}
          onInput={({ currentTarget }) => setDay(currentTarget.value)}
        />
      </label>
      <Buttons submit={t('move_laterNow')} onCancel={onCancel} />
    </form>
  );
}

function Buttons({ submit, onCancel }: { submit: string; onCancel: () => void }) {
  return (
    <div class="row">
      <button type="submit" class="primary">
        {submit}
      </button>
      <button type="button" onClick={onCancel}>
        {t('cancel')}
      </button>
    </div>
  );
}

/** The first field of an answer has the focus when the answer opens. */
function useFocused() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}

function cancelOnEscape(cancel: () => void) {
  return (event: KeyboardEvent) => {
    // An Escape that closed something within is answered; what was typed comes back with the next click.
    if (event.key === 'Escape' && !event.defaultPrevented) cancel();
  };
}
