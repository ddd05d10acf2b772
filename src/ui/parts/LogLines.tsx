import { PencilLine, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { formatDay, t } from '../../browser/text.ts';
import { same } from '../../core/merge/together.ts';
import type { LogEntry, OwnWords } from '../../core/model/index.ts';
import { Icon } from './Icon.tsx';
import { EntryFields } from './LogForm.tsx';
import { useDraft } from './useDraft.ts';

interface Props {
  lines: OwnWords['log'];
  /** Whose log it is, and what becomes of an entry; without it the entries are only shown. */
  edit?:
    | {
        contactId: string;
        onChange: (was: LogEntry, entry: LogEntry) => void;
        onDelete: (entry: LogEntry) => void;
      }
    | undefined;
}

/** Entries of a contact's log, each with its day and its kind. */
export function LogLines({ lines, edit }: Props) {
  const [open, setOpen] = useState<LogEntry | null>(null);
  return (
    <ul class="log">
      {lines.map((entry, at) => (
        <li key={`${entry.day}-${at}`} class={same(open, entry) ? 'open' : undefined}>
          {edit !== undefined && same(open, entry) ? (
            <EntryForm
              entry={entry}
              contactId={edit.contactId}
              onSave={(changed) => {
                edit.onChange(entry, changed);
                setOpen(null);
              }}
              onClose={() => setOpen(null)}
            />
          ) : (
            <>
              <time class="muted" dateTime={entry.day}>
                {formatDay(entry.day)}
              </time>
              <span class="log-text" dir="auto">
                {entry.kind !== undefined && <span class="muted">{t(`logKind_${entry.kind}`)} · </span>}
                {entry.text}
              </span>
              {edit !== undefined && (
                <span class="log-actions">
                  <button
                    type="button"
                    class="plain icon-only"
                    aria-label={t('log_edit', { day: formatDay(entry.day) })}
                    onClick={() => setOpen(entry)}
                  >
                    <Icon of={PencilLine} />
                  </button>
                  <button
                    type="button"
                    class="plain icon-only"
                    aria-label={t('log_delete', { day: formatDay(entry.day) })}
                    onClick={() => edit.onDelete(entry)}
                  >
                    <Icon of={Trash2} />
                  </button>
                </span>
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** An entry that is written anew; what is typed is kept until it is saved or the form is closed. */
function EntryForm({
  entry,
  contactId,
  onSave,
  onClose,
}: {
  entry: LogEntry;
  contactId: string;
  onSave: (entry: LogEntry) => void;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState(entry);
  const draft = useDraft<LogEntry>({
    kind: 'entry',
    subject: contactId,
    read: (kept) => {
      const { was, text } = Object(kept) as { was?: Partial<LogEntry>; text?: unknown };
      const mine = was?.day === entry.day && was.text === entry.text;
      return mine && typeof text === 'string' ? { ...entry, text } : null;
    },
    onBack: setTyped,
  });
  return (
    <form
      class="log-form stack"
      onSubmit={(event) => {
        event.preventDefault();
        const text = typed.text.trim();
        draft.drop();
        if (text === '' || typed.day === '') onClose();
        else onSave({ ...typed, text });
      }}
    >
      <EntryFields
        entry={typed}
        onChange={(part) => {
          const next = { ...typed, ...part };
          setTyped(next);
          draft.keep({ ...next, was: entry } as LogEntry);
        }}
      />
      <div class="row">
        <button type="submit">{t('log_save')}</button>
        <button
          type="button"
          class="plain"
          onClick={() => {
            draft.drop();
            onClose();
          }}
        >
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
