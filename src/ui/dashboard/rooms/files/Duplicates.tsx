import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import { type Contact, currentPosition, type Position } from '../../../../core/model/index.ts';
import { ownValue } from '../../../../core/text/table.ts';
import { call } from '../../../../messaging/client.ts';
import type { DuplicatePair, MergeChoices } from '../../../../messaging/files.ts';
import { errorText } from '../../../errorText.ts';
import { linkTo } from '../../links.ts';
import { NotUndone, offerUndo } from '../../shared/undo.tsx';
import { Questions } from './Questions.tsx';
import { UndoSteps } from './UndoSteps.tsx';

/** Pairs shown at once; the next come when these are decided. */
const AT_ONCE = 10;

/** Contacts that may be one person: why, side by side, field by field. */
export function Duplicates() {
  const [found, setFound] = useState<{ pairs: DuplicatePair[]; total: number } | null>(null);
  const [failure, setFailure] = useState('');

  const load = () =>
    void call('merge.suggest', { from: 0, limit: AT_ONCE }).then(setFound, (error: unknown) =>
      setFailure(errorText(error)),
    );
  useEffect(load, []);

  async function decide(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      setFailure('');
    } catch (error) {
      setFailure(errorText(error));
    }
    load();
  }

  const merge = (kept: Contact, other: Contact, choices: MergeChoices) =>
    decide(async () => {
      const done = await call('merge.run', { kept: kept.id, other: other.id, choices });
      if (done !== null)
        offerUndo(t('merge_done', { name: kept.profile.name.full }), async () => {
          const { restored } = await call('undo.run', { id: done.undo });
          load();
          if (restored === 0) throw new NotUndone(t('undo_nothing'));
        });
    });

  return (
    <div class="stack wide">
      <Questions />
      <p class="measure muted">{t('merge_why')}</p>
      {failure !== '' && (
        <p class="error" role="alert">
          {failure}
        </p>
      )}
      {found === null && failure === '' && <p role="status">{t('merge_looking')}</p>}
      {found?.total === 0 && (
        <div class="empty">
          <h2>{t('merge_none')}</h2>
          <p>{t('merge_noneWhat')}</p>
        </div>
      )}
      {found !== null && found.total > 0 && (
        <h2 aria-live="polite">{t('merge_found', { count: found.total })}</h2>
      )}
      {found?.pairs.map((pair) => (
        <Pair
          key={`${pair.a.id} ${pair.b.id}`}
          pair={pair}
          onMerge={merge}
          onDismiss={() => decide(() => call('merge.dismiss', { a: pair.a.id, b: pair.b.id }))}
        />
      ))}
      {found !== null && found.total > found.pairs.length && (
        <p class="muted">{t('merge_more', { count: found.total - found.pairs.length })}</p>
      )}
      <UndoSteps key={found?.total} kind="merge" />
    </div>
  );
}

type Side = 'kept' | 'other' | 'both';

/** A field of both, as it reads; `both` where the two can be put together. */
interface Field {
  name: keyof MergeChoices;
  kept: string;
  other: string;
  both: boolean;
}

function Pair({
  pair: { a, b, reasons },
  onMerge,
  onDismiss,
}: {
  pair: DuplicatePair;
  onMerge: (kept: Contact, other: Contact, choices: MergeChoices) => void;
  onDismiss: () => void;
}) {
  // The richer one stays: its id is in links, ties and notes.
  const [kept, other] = weight(a) >= weight(b) ? [a, b] : [b, a];
  const fields = fieldsOf(kept, other);
  const [choices, setChoices] = useState<Record<string, Side>>({});
  const chosen = (field: Field): Side => ownValue(choices, field.name) ?? preset(field, kept, other);
  const group = `pair-${a.id}-${b.id}`;
  return (
    <article class="pair card" aria-label={kept.profile.name.full}>
      <p class="muted">
        {reasons.map(({ reason, value }) => t(`mergeReason_${reason}`, { value })).join(' · ')}
      </p>
      <div class="table-scroll">
        <table>
          <thead>
            <tr>
              <td />
              {[kept, other].map((contact) => (
                <th scope="col" key={contact.id}>
                  <a href={linkTo('files', ['duplicates'], { contact: contact.id })} dir="auto">
                    {contact.profile.name.full}
                  </a>{' '}
                  <span class="muted">
                    {contact.profile.key.site === 'local' ? t('merge_noPage') : contact.profile.key.site}
                  </span>
                </th>
              ))}
              <th scope="col">{t('merge_together')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.name}>
                <th scope="row">{t(`mergeField_${field.name}`)}</th>
                {(['kept', 'other', 'both'] as const).map((side) => {
                  if (side === 'both' && !field.both) return <td key={side} />;
                  const words = side === 'both' ? t('merge_both') : field[side];
                  return (
                    <td key={side}>
                      {words === '' ? (
                        <span class="muted">{t('merge_nothing')}</span>
                      ) : (
                        <label class="check">
                          <input
                            type="radio"
                            name={`${group}-${field.name}`}
                            checked={chosen(field) === side}
                            onChange={() => setChoices({ ...choices, [field.name]: side })}
                          />
                          <span dir="auto">{words}</span>
                        </label>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="actions">
        <button
          type="button"
          class="primary"
          onClick={() =>
            onMerge(
              kept,
              other,
              Object.fromEntries(fields.map((field) => [field.name, chosen(field)])) as MergeChoices,
            )
          }
        >
          {t('merge_go')}
        </button>
        <button type="button" onClick={onDismiss}>
          {t('merge_two')}
        </button>
      </div>
    </article>
  );
}

/** The fields in which the two differ. */
function fieldsOf(kept: Contact, other: Contact): Field[] {
  const read = ({ profile, own }: Contact) => ({
    name: profile.name.full,
    positions: positionWords(currentPosition(profile) ?? profile.positions[0]),
    headline: profile.headline ?? '',
    location: profile.location?.text ?? '',
    industry: profile.industry ?? '',
    about: shortened(profile.about ?? ''),
    note: shortened(own.note ?? ''),
    url: profile.key.site === 'local' ? '' : readable(profile.url),
  });
  const [left, right] = [read(kept), read(other)];
  return (Object.keys(left) as (keyof typeof left)[])
    .filter((name) => left[name] !== right[name])
    .map((name) => ({
      name,
      kept: left[name],
      other: right[name],
      both: (name === 'positions' || name === 'note') && left[name] !== '' && right[name] !== '',
    }));
}

/** What is not there cannot be chosen; notes and careers are put together; else the later reading stands. */
function preset(field: Field, kept: Contact, other: Contact): Side {
  if (field.kept === '') return 'other';
  if (field.other === '') return 'kept';
  if (field.both) return 'both';
  if (field.name === 'url') return 'kept';
  return kept.source.capturedAt >= other.source.capturedAt ? 'kept' : 'other';
}

function weight({ profile, own }: Contact): number {
  const words = own.tags.length + own.log.length + (own.note ? 5 : 0);
  return words * 10 + (profile.key.site === 'local' ? 0 : 5) + profile.positions.length;
}

function positionWords(position: Position | undefined): string {
  return [position?.title, position?.company].filter(Boolean).join(', ');
}

/** An address as people read it. */
function readable(url: string): string {
  const bare = url.replace(/^https?:\/\/(www\.)?/, '');
  try {
    return decodeURI(bare);
  } catch {
    return bare;
  }
}

function shortened(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
