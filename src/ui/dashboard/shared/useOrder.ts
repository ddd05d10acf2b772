import { useEffect, useRef, useState } from 'preact/hooks';
import { onEvent } from '../../../messaging/events.ts';

/** Something in an order by hand that the background keeps; followed as any page changes it. */
export interface Followed<Value> {
  value: Value | null;
  failure: unknown;
  /** Asks again, now. */
  load: () => void;
}

/** Follows what `ask` answers, from the moment that `name` says what it is about. */
export function useFollowed<Value>(name: string, ask: () => Promise<Value>): Followed<Value> {
  const [shown, setShown] = useState<{ name: string; value: Value | null; failure: unknown }>({
    name,
    value: null,
    failure: null,
  });
  const turn = useRef(0);
  const load = () => {
    const mine = ++turn.current;
    ask().then(
      (value) => mine === turn.current && setShown({ name, value, failure: null }),
      (failure) => mine === turn.current && setShown((last) => ({ ...last, name, failure })),
    );
  };
  useEffect(() => {
    load();
    const stop = onEvent(({ kind }) => kind === 'changed' && load());
    return () => {
      turn.current += 1;
      stop();
    };
  }, [name]);
  return { value: shown.name === name ? shown.value : null, failure: shown.failure, load };
}
