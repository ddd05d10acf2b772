import { X } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../browser/text.ts';
import { call } from '../../../messaging/client.ts';
import { errorText } from '../../errorText.ts';
import { Icon } from '../../parts/Icon.tsx';

interface Offer {
  text: string;
  undo: () => Promise<unknown>;
}

/** Why what was done could not be taken back, as a sentence for the person. */
export class NotUndone extends Error {
  override name = 'NotUndone';
}

/** How long an offer stands, in milliseconds; it waits while the pointer or the keyboard is on it. */
const STANDS_MS = 12_000;

let show: ((offer: Offer) => void) | null = null;
let answerWith: ((text: string) => void) | null = null;

/**
 * Says in one line what was done, with a way back: `offerUndo(sentence, () => call('undo.run', {id}))`.
 * A later offer takes the place of an earlier one. An `undo` that changes nothing throws `NotUndone`.
 */
export function offerUndo(text: string, undo: () => Promise<unknown>): void {
  show?.({ text, undo });
}

/**
 * The same for a step over `count` things that the background can take back by its name. What was worked on since stays
 * as it is, and the line says so.
 */
export function offerStep(text: string, undo: string, count = 1): void {
  offerUndo(text, async () => {
    const { restored } = await call('undo.run', { id: undo });
    if (restored === 0) throw new NotUndone(t('undo_nothing'));
    if (restored < count) throw new NotUndone(t('undo_someKept', { count: restored }));
  });
}

/** Says what was done, where there is no way back, or why nothing was done. */
export function tell(text: string): void {
  answerWith?.(text);
}

/** The line itself; the dashboard shows it once, for all rooms. */
export function UndoToast() {
  const [offer, setOffer] = useState<Offer | null>(null);
  const [answer, setAnswer] = useState('');
  const [held, setHeld] = useState(false);
  useEffect(() => {
    show = (next) => {
      setOffer(next);
      setAnswer('');
    };
    answerWith = (text) => {
      setOffer(null);
      setAnswer(text);
    };
    return () => {
      show = null;
      answerWith = null;
    };
  }, []);
  useEffect(() => {
    if (held || (offer === null && answer === '')) return;
    const timer = setTimeout(() => {
      setOffer(null);
      setAnswer('');
    }, STANDS_MS);
    return () => clearTimeout(timer);
  }, [offer, answer, held]);

  async function run({ undo }: Offer): Promise<void> {
    setOffer(null);
    try {
      await undo();
      setAnswer(t('undo_done'));
    } catch (error) {
      setAnswer(error instanceof NotUndone ? error.message : errorText(error));
    }
  }

  const shown = offer !== null || answer !== '';
  return (
    <div class="undo-place" role="status">
      {shown && (
        // biome-ignore lint/a11y/noStaticElementInteractions: only holds the clock; every action is a button
        <div
          class="undo"
          onMouseEnter={() => setHeld(true)}
          onMouseLeave={() => setHeld(false)}
          onFocusIn={() => setHeld(true)}
          onFocusOut={() => setHeld(false)}
        >
          <span>{offer?.text ?? answer}</span>
          {offer && (
            <button type="button" class="undo-button" onClick={() => run(offer)}>
              {t('undo')}
            </button>
          )}
          <button
            type="button"
            class="plain icon-only"
            aria-label={t('close')}
            onClick={() => {
              setOffer(null);
              setAnswer('');
              setHeld(false);
            }}
          >
            <Icon of={X} />
          </button>
        </div>
      )}
    </div>
  );
}
