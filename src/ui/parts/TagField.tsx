import { Plus, X } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { call } from '../../messaging/client.ts';
import { Icon } from './Icon.tsx';
import { lazily } from './lazily.tsx';
import { matchOptions, type Option } from './matchOptions.ts';
import type { OwnWriter } from './ownWriter.ts';

// Most visits to a contact add no tag.
const Combobox = lazily(async () => ({ default: (await import('./Combobox.tsx')).Combobox }));

interface Props {
  tags: readonly string[];
  writer: Pick<OwnWriter, 'tag' | 'tagTyped' | 'tagBack'>;
}

/** The most tags of one contact, and the longest of them; the schema's own limits. */
const [MOST, LONGEST] = [50, 100];

/**
 * Tags as chips, and before them a field to add one: known tags by type-ahead, new ones by Enter, and whatever stands
 * in the field when it is left. The keyboard comes to the field first, then to the crosses.
 */
export function TagField({ tags, writer }: Props) {
  const [known, setKnown] = useState<readonly Option[] | null>(null);
  const [adding, setAdding] = useState(false);
  /** What stood in the field when the page went. */
  const [back, setBack] = useState('');
  useEffect(() => {
    void writer.tagBack?.().then((text) => {
      setBack(text);
      if (text !== '') setAdding(true);
    });
  }, []);
  const place = useRef<HTMLDivElement>(null);
  const removed = useRef<number | null>(null);
  useLayoutEffect(() => {
    const at = removed.current;
    if (at === null) return;
    removed.current = null;
    // The cross went with its tag: whoever works by keyboard goes on at the next one.
    const crosses = place.current?.querySelectorAll<HTMLElement>('.chip > button') ?? [];
    const next = crosses[Math.min(at, crosses.length - 1)];
    (next ?? place.current?.querySelector<HTMLElement>('.chip.add'))?.focus();
  }, [tags]);
  const load = () => {
    if (known !== null) return;
    setKnown([]);
    call('tags.get', {}).then(
      (answer) =>
        setKnown(
          answer.tags.map(({ name, count }) => ({ value: name, name, detail: t('tag_used', { count }) })),
        ),
      // Without the known tags, new ones can still be typed.
      () => setKnown([]),
    );
  };
  const add = (text: string) => {
    writer.tagTyped('');
    const tag = text.replace(/^#/, '').trim().slice(0, LONGEST);
    if (tag !== '' && !tags.includes(tag)) writer.tag({ add: [tag] });
  };
  return (
    <div class="stack" ref={place}>
      {adding && tags.length < MOST && (
        <div
          onFocusOut={({ currentTarget, relatedTarget }) =>
            !currentTarget.contains(relatedTarget as Node | null) && setAdding(false)
          }
        >
          <Combobox
            label={t('tag_add')}
            labelHidden
            takesFocus
            ownText
            value=""
            placeholder={t('tag_example')}
            options={(typed) =>
              matchOptions(known ?? [], typed)
                .map(({ option }) => option)
                .filter(({ value }) => !tags.includes(value))
            }
            maxLength={LONGEST}
            begin={back}
            onTyped={writer.tagTyped}
            onEnter={load}
            onChange={add}
          />
        </div>
      )}
      <ul class="chips" aria-label={t('field_tags')}>
        {!adding && tags.length < MOST && (
          <li>
            <button type="button" class="chip add" onClick={() => setAdding(true)}>
              <Icon of={Plus} />
              {t('tag_add')}
            </button>
          </li>
        )}
        {tags.map((tag, at) => (
          <li key={tag} class="chip">
            <span dir="auto">{tag}</span>
            <button
              type="button"
              aria-label={t('tag_remove', { tag })}
              onClick={() => {
                removed.current = at;
                writer.tag({ remove: [tag] });
              }}
            >
              <Icon of={X} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
