import { t } from '../../browser/text.ts';
import type { LogEntry, OwnWords, Tie } from '../../core/model/index.ts';
import { LogForm } from './LogForm.tsx';
import { LogLines } from './LogLines.tsx';
import { today } from './today.ts';
import type { Own, OwnField } from './useContactEdits.ts';

interface Props {
  contactId: string;
  /** The user's own tie to this contact, as far as it is known. */
  tie: Tie | undefined;
  own: Pick<OwnWords, 'log' | 'rhythmDays'>;
  /** `based`: the tie before, so that nothing else of it changes. */
  onTie: (tie: Tie, based: Tie) => void;
  onLog: (entry: LogEntry) => void;
  /** What becomes of an entry; without it the entries are only shown. */
  log?: Parameters<typeof LogLines>[0]['edit'];
  /** `clear` names fields to take away. */
  onOwn: (own: Own, clear?: OwnField[]) => void;
}

const STRENGTHS = ['weak', 'moderate', 'strong'] as const;
const LABELS = ['dayToDay', 'personal'] as const;
/** Days between two signs of life that the user may want to keep. */
const RHYTHMS = [14, 30, 60, 90, 180, 365] as const;
/** Lines of the log that stand there at once. */
const LOG_SHOWN = 3;

/** How the user and the contact know each other: how well, in what way, when last, and how often to be in touch. */
export function TieEditor({ contactId, tie, own, onTie, onLog, log, onOwn }: Props) {
  const change = (changes: Partial<Record<'strength' | 'label' | 'lastContact', string | undefined>>) => {
    const based: Tie = tie ?? { from: 'me', to: contactId, kind: 'knows' };
    const next = Object.entries({ ...based, ...changes }).filter(([, value]) => value !== undefined);
    onTie(Object.fromEntries(next) as Tie, based);
  };
  const enter = (entry: LogEntry) => {
    onLog(entry);
    // A note alone is no contact; neither does an old one take back a later.
    if (entry.kind !== 'note' && entry.day > (tie?.lastContact ?? '')) change({ lastContact: entry.day });
  };
  return (
    <div class="stack tie">
      <div class="field">
        <span id={`strength-${contactId}`}>{t('tie_strength')}</span>
        <Segments
          labelledBy={`strength-${contactId}`}
          names={STRENGTHS}
          text={(name) => t(`tie_${name}`)}
          value={tie?.strength}
          onChange={(strength) => change({ strength })}
        />
      </div>
      <div class="field">
        <span id={`label-${contactId}`}>{t('tie_label')}</span>
        <Segments
          labelledBy={`label-${contactId}`}
          names={LABELS}
          text={(name) => t(`tie_${name}`)}
          value={tie?.label}
          onChange={(label) => change({ label })}
        />
      </div>
      <div class="form-pair">
        <label>
          <span>{t('tie_lastContact')}</span>
          <input
            type="date"
            max={today()}
            value={tie?.lastContact ?? ''}
            onChange={({ currentTarget }) => change({ lastContact: currentTarget.value || undefined })}
          />
        </label>
        <label>
          <span>{t('tie_rhythm')}</span>
          <select
            value={String(own.rhythmDays ?? '')}
            onChange={({ currentTarget }) =>
              currentTarget.value === ''
                ? onOwn({}, ['rhythmDays'])
                : onOwn({ rhythmDays: Number(currentTarget.value) })
            }
          >
            <option value="">{t('rhythm_none')}</option>
            {[...new Set([...RHYTHMS, ...(own.rhythmDays ? [own.rhythmDays] : [])])]
              .sort((a, b) => a - b)
              .map((days) => (
                <option key={days} value={String(days)}>
                  {t('rhythm_days', { count: days })}
                </option>
              ))}
          </select>
        </label>
      </div>
      <LogForm contactId={contactId} onLog={enter} />
      {own.log.length > 0 && <LogLines lines={own.log.slice(0, LOG_SHOWN)} edit={log} />}
    </div>
  );
}

/** Of these, one or none: a second click on the one that holds takes it away. */
function Segments<Name extends string>({
  labelledBy,
  names,
  text,
  value,
  onChange,
}: {
  labelledBy: string;
  names: readonly Name[];
  text: (name: Name) => string;
  value: Name | undefined;
  onChange: (name: Name | undefined) => void;
}) {
  return (
    <fieldset class="segments" aria-labelledby={labelledBy}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={value === name}
          onClick={() => onChange(value === name ? undefined : name)}
        >
          {text(name)}
        </button>
      ))}
    </fieldset>
  );
}
