import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { t } from '../../../../../browser/text.ts';

/** A button that asks once more before it does what cannot be taken back by another click. */
export function Ask({
  label,
  title,
  action,
  danger = false,
  disabled = false,
  onYes,
  children,
}: {
  label: string;
  title: string;
  action: string;
  danger?: boolean;
  disabled?: boolean;
  onYes: () => void;
  children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <>
      <button
        type="button"
        class={danger ? 'danger' : ''}
        disabled={disabled}
        onClick={() => dialog.current?.showModal()}
      >
        {label}
      </button>
      <dialog ref={dialog} aria-labelledby={id}>
        <form
          class="stack wide"
          onSubmit={(event) => {
            event.preventDefault();
            dialog.current?.close();
            onYes();
          }}
        >
          <h2 id={id}>{title}</h2>
          {children}
          <div class="row">
            <button type="button" onClick={() => dialog.current?.close()}>
              {t('cancel')}
            </button>
            <button type="submit" class={danger ? 'danger primary' : 'primary'}>
              {action}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
