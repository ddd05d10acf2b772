import { useEffect, useState } from 'preact/hooks';
import { call } from '../../../messaging/client.ts';
import type { ContactRow } from '../../../messaging/protocol.ts';
import { Combobox } from '../../parts/Combobox.tsx';

/** People at most who are offered for what is typed. */
const OFFERED = 8;

/** Finds one contact by a few letters, and hands it on; whoever is in `except` is not offered. */
export function PersonField({
  label,
  except,
  onChoose,
}: {
  label: string;
  except: ReadonlySet<string>;
  onChoose: (row: ContactRow) => void;
}) {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly ContactRow[]>([]);
  useEffect(() => {
    let left = false;
    if (typed.trim() === '') setFound([]);
    else
      call('contact.search', { query: typed.slice(0, 200), limit: OFFERED + Math.min(40, except.size) }).then(
        ({ rows }) => !left && setFound(rows),
        // Nobody is offered; the field stays usable.
        () => !left && setFound([]),
      );
    return () => {
      left = true;
    };
  }, [typed]);
  const offered = found.filter(({ id }) => !except.has(id)).slice(0, OFFERED);
  return (
    <Combobox
      label={label}
      value=""
      onTyped={setTyped}
      options={() =>
        offered.map(({ id, name, title, company }) => ({
          value: id,
          name,
          detail: [title, company].filter(Boolean).join(' · '),
        }))
      }
      onChange={(id) => {
        const row = offered.find((one) => one.id === id);
        if (row !== undefined) onChoose(row);
      }}
    />
  );
}
