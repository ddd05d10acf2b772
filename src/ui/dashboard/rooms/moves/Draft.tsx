import { useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import type { NextMove } from '../../../../core/model/index.ts';
import { factPlain, type Known } from '../../shared/Say.tsx';

/** Three lines to begin with: why now, one question, what to give. To be changed and copied; nothing is sent. */
export function Draft({ move, known }: { move: NextMove; known: Known }) {
  const [text, setText] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const { occasion, question, give, contactId } = move;
  if (occasion === undefined || question === undefined || contactId === undefined) return null;
  const name = known.byId.get(contactId)?.name ?? '';
  const draft = [
    `${t('draft_hello', { name })} ${factPlain(occasion, known)}`,
    factPlain(question, known),
    ...(give === undefined ? [] : [factPlain(give, known)]),
  ].join('\n');
  return (
    <details class="more move-draft">
      <summary>{t('draft_open')}</summary>
      <label>
        <span class="muted small">{t('draft_label')}</span>
        <textarea
          rows={5}
          dir="auto"
          value={text ?? draft}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            setCopied(false);
          }}
        />
      </label>
      <p class="row">
        <button
          type="button"
          onClick={() =>
            void navigator.clipboard.writeText(text ?? draft).then(
              () => setCopied(true),
              // Without the clipboard the text can still be marked and copied by hand.
              () => setCopied(false),
            )
          }
        >
          {t('draft_copy')}
        </button>
        <span role="status" class="muted small">
          {copied ? t('draft_copied') : ''}
        </span>
      </p>
    </details>
  );
}
