import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component whose code is loaded when it is first drawn; until then nothing is drawn. */
export function lazily<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Lazily(props: Props) {
    const [, setArrived] = useState(loaded !== null);
    useEffect(() => {
      let left = false;
      if (loaded === null)
        void load().then(({ default: component }) => {
          loaded = component;
          if (!left) setArrived(true);
        });
      return () => {
        left = true;
      };
    }, []);
    const Loaded = loaded;
    return Loaded === null ? null : <Loaded {...props} />;
  };
}
