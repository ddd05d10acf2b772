import { MessageSquarePlus } from 'lucide';
import { t } from '../../browser/text.ts';
import type { OwnWords, Tie } from '../../core/model/index.ts';
import { Icon } from './Icon.tsx';
import { LogLines } from './LogLines.tsx';
import { today } from './today.ts';
import type { Own, OwnField } from './useContactEdits.ts';
import { useTextDraft } from './useDraft.ts';

interface Props {
  contactId: string;
  /** The user's own tie to this contact, as far as it is known. */
  tie: Tie | undefined;
  own: Pick<OwnWords, 'log' | 'rhythmDays'>;
  /** `based`: the tie before, so that nothing else of it changes. */
  onTie: (tie: Tie, based: Tie) => void;
  onLog: (text: string) => void;
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
export function TieEditor({ contactId, tie, own, onTie, onLog, onOwn }: Props) {
  const [line, setLine, dropLine] = useTextDraft({ kind: 'log', subject: contactId });
  const change = (changes: Partial<Record<'strength' | 'label' | 'lastContact', string | undefined>>) => {
    const based: Tie = tie ?? { from: 'me', to: contactId, kind: 'knows' };
    const next = Object.entries({ ...based, ...changes }).filter(([, value]) => value !== undefined);
    onTie(Object.fromEntries(next) as Tie, based);
  };
  const spoke = () => {
    onLog(line.trim() || t('log_spoke'));
    change({ lastContact: today() });
    dropLine();
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
      <form
        class="log-line"
        onSubmit={(event) => {
          event.preventDefault();
          spoke();
        }}
      >
        <label>
          <span>{t('log_title')}</span>
          <input
            value={line}
            maxLength={500}
            placeholder={t('log_example')}
            onInput={({ currentTarget }) => setLine(currentTarget.value)}
          />
        </label>
        <button type="submit">
          <Icon of={MessageSquarePlus} />
          {t('log_spoke')}
        </button>
      </form>
      {own.log.length > 0 && <LogLines lines={own.log.slice(0, LOG_SHOWN)} />}
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
