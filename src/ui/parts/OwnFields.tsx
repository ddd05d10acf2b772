import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { mergeTexts } from '../../core/merge/together.ts';
import type { OwnWords } from '../../core/model/index.ts';
import { NextStep } from './NextStep.tsx';
import type { OwnWriter } from './ownWriter.ts';
import { TagField } from './TagField.tsx';

interface Props {
  own: Pick<OwnWords, 'note' | 'tags' | 'nextStep'>;
  writer: OwnWriter;
  /** Lines of the note that are open before anything is typed; the style sheet decides when left out. */
  noteRows?: number;
}

/** What the user has written about somebody: note, tags and next step. Everything is written while it is typed. */
export function OwnFields({ own, writer, noteRows }: Props) {
  return (
    <>
      <Note note={own.note ?? ''} onWrite={writer.note} {...(noteRows !== undefined && { rows: noteRows })} />
      <TagField tags={own.tags} writer={writer} />
      <NextStep step={own.nextStep} onChange={writer.step} onDone={writer.done} />
    </>
  );
}

function Note({ note, rows, onWrite }: { note: string; rows?: number; onWrite: OwnWriter['note'] }) {
  const field = useRef<HTMLTextAreaElement>(null);
  /** The last text that the background knows of from here: what is typed now began as this. */
  const based = useRef(note);
  const sent = useRef(0);
  const answered = useRef(0);
  const text = useRef(note);

  /** What is kept took in what another page wrote: the field shows it, with what was typed since. */
  function settle(began: string, kept: string): void {
    based.current = kept;
    const shown = mergeTexts(began, text.current, kept);
    if (shown === text.current) return;
    const element = field.current;
    const cursor = element?.selectionStart ?? shown.length;
    const moved = shown.startsWith(text.current.slice(0, cursor)) ? 0 : shown.length - text.current.length;
    text.current = shown;
    if (element === null) return;
    element.value = shown;
    if (document.activeElement === element) element.setSelectionRange(cursor + moved, cursor + moved);
  }
  /** Each key is sent: a popup may be gone with the next click, and runs nothing any more then. */
  function write(leaves: boolean): void {
    const now = text.current;
    const began = based.current;
    if (now === began && !(leaves && sent.current !== answered.current)) return;
    based.current = now;
    sent.current += 1;
    const mine = sent.current;
    void onWrite(now, began, leaves).then((kept) => {
      if (mine !== sent.current) return;
      answered.current = mine;
      if (kept !== undefined) settle(now, kept);
      // It was not kept: the next key, or leaving the field, tries again.
      else based.current = began;
    });
  }
  // Whoever closes the panel leaves the field.
  useLayoutEffect(() => () => write(true), []);
  useEffect(() => {
    // While an answer is on its way, it says more than this.
    if (sent.current === answered.current && note !== based.current) settle(based.current, note);
  }, [note]);
  useLayoutEffect(() => {
    if (field.current !== null) field.current.value = text.current;
  }, []);
  return (
    <label>
      <span>{t('field_note')}</span>
      <textarea
        ref={field}
        {...(rows !== undefined && { rows })}
        maxLength={20_000}
        dir="auto"
        onInput={({ currentTarget }) => {
          text.current = currentTarget.value;
          write(false);
        }}
        onBlur={() => write(true)}
      />
    </label>
  );
}
