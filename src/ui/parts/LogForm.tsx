import { MessageSquarePlus } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { LOG_KINDS, LOG_LIMITS, type LogEntry, type LogKind } from '../../core/model/own.ts';
import { Icon } from './Icon.tsx';
import { today } from './today.ts';
import { useDraft } from './useDraft.ts';

interface Props {
  contactId: string;
  onLog: (entry: LogEntry) => void;
}

interface Typed {
  text: string;
  kind: LogKind;
  /** Empty: today, whenever that is when it is entered. */
  day: string;
}

const NOTHING: Typed = { text: '', kind: 'met', day: '' };

/** A new entry for the log: of what kind, on which day, and what it was about. What is typed is kept until it is entered. */
export function LogForm({ contactId, onLog }: Props) {
  const [typed, setTyped] = useState(NOTHING);
  const now = useRef(NOTHING);
  const draft = useDraft<Typed>({
    kind: 'log',
    subject: contactId,
    read: typedOf,
    onBack(kept) {
      now.current = kept;
      setTyped(kept);
    },
  });
  function set(part: Partial<Typed>): void {
    now.current = { ...now.current, ...part };
    setTyped(now.current);
    draft.keep(now.current.text.trim() === '' && now.current.day === '' ? null : now.current);
  }
  function enter(event: Event): void {
    event.preventDefault();
    const { text, kind, day } = now.current;
    onLog({ day: day || today(), kind, text: text.trim() || t(`logKind_${kind}`) });
    now.current = { ...NOTHING, kind };
    setTyped(now.current);
    draft.drop();
  }
  return (
    <form class="log-form stack" onSubmit={enter}>
      <EntryFields entry={{ ...typed, day: typed.day || today() }} onChange={set} />
      <button type="submit" class="start">
        <Icon of={MessageSquarePlus} />
        {t('log_add')}
      </button>
    </form>
  );
}

/** Kind, day and text of an entry. */
export function EntryFields({
  entry,
  onChange,
}: {
  entry: { text: string; day: string; kind?: LogKind | undefined };
  onChange: (part: Partial<Typed>) => void;
}) {
  return (
    <>
      <div class="form-pair">
        <label>
          <span>{t('log_kind')}</span>
          <select
            value={entry.kind ?? ''}
            onChange={({ currentTarget }) => {
              const kind = LOG_KINDS.find((name) => name === currentTarget.value);
              if (kind !== undefined) onChange({ kind });
            }}
          >
            {entry.kind === undefined && <option value="">–</option>}
            {LOG_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`logKind_${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('log_day')}</span>
          <input
            type="date"
            max={today()}
            value={entry.day}
            onChange={({ currentTarget }) => onChange({ day: currentTarget.value })}
          />
        </label>
      </div>
      <label>
        <span>{t('log_title')}</span>
        <textarea
          rows={entry.text.length > 160 ? 6 : 2}
          value={entry.text}
          maxLength={LOG_LIMITS.entry}
          placeholder={t('log_example')}
          dir="auto"
          onInput={({ currentTarget }) => onChange({ text: currentTarget.value })}
        />
      </label>
    </>
  );
}

/** A draft as this form keeps it, or the bare line of an earlier program; `null` for anything else. */
function typedOf(kept: unknown): Typed | null {
  if (typeof kept === 'string') return { ...NOTHING, text: kept };
  const { text, kind, day } = Object(kept) as { [Part in keyof Typed]?: unknown };
  const known = LOG_KINDS.find((name) => name === kind);
  return typeof text === 'string' && typeof day === 'string' && known !== undefined
    ? { text, day, kind: known }
    : null;
}
