import { X } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../browser/text.ts';
import { call } from '../../../messaging/client.ts';
import { onEvent } from '../../../messaging/events.ts';
import type { ContactView, Network } from '../../../messaging/protocol.ts';
import { errorText } from '../../errorText.ts';
import { Icon } from '../../parts/Icon.tsx';
import { ContactSheet } from '../rooms/contact/ContactSheet.tsx';
import '../rooms/contact/contact.css';

interface Props {
  id: string;
  network: Network;
  onClose: () => void;
}

/** One contact in full, over the room behind it, which stays usable. Esc closes; the address holds who is open. */
export default function ContactPanel({ id, network, onClose }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<ContactView | null | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(null);
  const own = useRef(0);

  useEffect(() => {
    let left = false;
    const load = () => {
      const mine = own.current;
      void call('contact.get', { id }).then(
        // What the user typed in the meantime is newer than this answer.
        (answer) => !left && mine === own.current && setView(answer),
        (error: unknown) => !left && setFailure(error),
      );
    };
    load();
    const stop = onEvent((event) => event.kind === 'changed' && load());
    return () => {
      left = true;
      stop();
    };
  }, [id]);

  useLayoutEffect(() => {
    const element = panel.current;
    element?.focus({ preventScroll: true });
    return () => {
      // What is being typed counts when its field is left; closing the panel leaves it.
      const field = document.activeElement;
      if (field instanceof HTMLElement && element?.contains(field)) field.blur();
    };
  }, []);
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // Esc in a list that is open, or in a picture with a selection, belongs to them.
      if (document.querySelector('[role=combobox][aria-expanded=true]')) return;
      event.preventDefault();
      onClose();
    };
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [onClose]);

  return (
    <div
      ref={panel}
      class="panel"
      role="dialog"
      aria-modal="false"
      aria-labelledby="panel-name"
      tabIndex={-1}
    >
      <button type="button" class="icon-only panel-close" aria-label={t('close')} onClick={onClose}>
        <Icon of={X} size={20} />
      </button>
      {failure !== null && (
        <p class="error" role="alert">
          {errorText(failure)}
        </p>
      )}
      {view === undefined && failure === null && (
        <p id="panel-name" class="muted" aria-busy="true">
          {t('loading')}
        </p>
      )}
      {view === null && <p id="panel-name">{t('contact_gone')}</p>}
      {view && (
        <ContactSheet
          view={view}
          network={network}
          onView={(next) => {
            own.current += 1;
            setFailure(null);
            setView(next);
          }}
          onFailure={setFailure}
          onClose={onClose}
        />
      )}
    </div>
  );
}
