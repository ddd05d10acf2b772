import { Plus, X } from 'lucide';
import { useState } from 'preact/hooks';
import { call } from '../../messaging/client.ts';
import { t } from '../text.ts';
import { Icon } from './Icon.tsx';
import { lazily } from './lazily.tsx';
import { matchOptions, type Option } from './matchOptions.ts';

// Most visits to a contact add no tag.
const Combobox = lazily(async () => ({ default: (await import('./Combobox.tsx')).Combobox }));

interface Props {
  tags: readonly string[];
  onChange: (tags: string[]) => void;
}

/** The most tags of one contact, and the longest of them; the schema's own limits. */
const [MOST, LONGEST] = [50, 100];

/** Tags as chips, and a field to add one: known tags by type-ahead, new ones by Enter. */
export function TagField({ tags, onChange }: Props) {
  const [known, setKnown] = useState<readonly Option[] | null>(null);
  const [adding, setAdding] = useState(false);
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
    const tag = text.replace(/^#/, '').trim().slice(0, LONGEST);
    if (tag !== '' && !tags.includes(tag)) onChange([...tags, tag].slice(0, MOST));
  };
  return (
    <div class="stack">
      <ul class="chips" aria-label={t('field_tags')}>
        {tags.map((tag) => (
          <li key={tag} class="chip">
            <span dir="auto">{tag}</span>
            <button
              type="button"
              aria-label={t('tag_remove', { tag })}
              onClick={() => onChange(tags.filter((other) => other !== tag))}
            >
              <Icon of={X} />
            </button>
          </li>
        ))}
        {!adding && tags.length < MOST && (
          <li>
            <button type="button" class="chip add" onClick={() => setAdding(true)}>
              <Icon of={Plus} />
              {t('tag_add')}
            </button>
          </li>
        )}
      </ul>
      {adding && tags.length < MOST && (
        <div
          key={tags.length}
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
            onEnter={load}
            onChange={add}
          />
        </div>
      )}
    </div>
  );
}
