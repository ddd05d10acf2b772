import { useEffect, useRef, useState } from 'preact/hooks';
import type { DraftName } from '../../core/model/index.ts';
import { DRAFT_LIMITS } from '../../core/model/limits.ts';
import { call } from '../../messaging/client.ts';

interface Options<T> extends DraftName {
  /** The draft as it was kept, or `null` where it cannot be one of this form (any more). */
  read: (kept: unknown) => T | null;
  /** There is a draft from before: shown in place of what the form began with, unless something was typed by now. */
  onBack: (draft: T) => void;
}

/** What a form with a button of its own does with what is typed and not yet saved. */
export interface DraftKeeper<T> {
  /** Keeps this; `null` when nothing differs from what is saved. */
  keep: (draft: T | null) => void;
  /** It is saved or thrown away. */
  drop: () => void;
  /** What is shown came back from before. */
  isBack: boolean;
}

/** Keeps what is typed in a form, whatever becomes of the page, until it is saved or thrown away. */
export function useDraft<T>({ kind, subject, read, onBack }: Options<T>): DraftKeeper<T> {
  const touched = useRef(false);
  const [isBack, setBack] = useState(false);
  const send = (text: string) =>
    // The form itself still holds it; what is saved is untouched.
    call('draft.set', { kind, subject, text }).catch((error: unknown) => console.error(error));
  useEffect(() => {
    let left = false;
    touched.current = false;
    setBack(false);
    call('draft.get', { kind, subject }).then(
      (answer) => {
        const draft = answer === null ? null : read(parsed(answer.text));
        if (left || touched.current || draft === null) return;
        setBack(true);
        onBack(draft);
      },
      // Without it the form begins as it is saved.
      () => {},
    );
    return () => {
      left = true;
    };
  }, [kind, subject]);
  return {
    keep(draft) {
      // Each key at once: a popup may be gone with the next click, and runs nothing any more then.
      touched.current = true;
      const text = draft === null ? '' : JSON.stringify(draft);
      if (text.length <= DRAFT_LIMITS.characters) void send(text);
    },
    drop() {
      touched.current = true;
      setBack(false);
      void send('');
    },
    isBack,
  };
}

/** One line of text that is kept while it is typed. */
export function useTextDraft(name: DraftName, begin = ''): [string, (text: string) => void, () => void] {
  const [text, setText] = useState(begin);
  const { keep, drop } = useDraft<string>({
    ...name,
    read: (kept) => (typeof kept === 'string' ? kept : null),
    onBack: setText,
  });
  const type = (typed: string) => {
    setText(typed);
    keep(typed.trim() === '' || typed === begin ? null : typed);
  };
  const clear = () => {
    setText('');
    drop();
  };
  return [text, type, clear];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
