import type { Contact, OwnWords } from '../../core/model/index.ts';
import { t } from '../text.ts';
import { NextStep } from './NextStep.tsx';
import { TagField } from './TagField.tsx';
import { today } from './today.ts';

interface Props {
  contact: Contact;
  /** Lines of the note that are open before anything is typed; the style sheet decides when left out. */
  noteRows?: number;
  /** `clear` names fields to take away. */
  onOwn: (own: Partial<OwnWords>, clear?: string[]) => void;
}

/** What the user has written about a contact: note, tags and next step. */
export function OwnFields({ contact, noteRows, onOwn }: Props) {
  const { note, tags, nextStep, log } = contact.own;
  const line = (name: 'looksFor' | 'offer') => (
    <label>
      <span>{t(`own_${name}`)}</span>
      <input
        key={contact.id}
        defaultValue={contact.own[name] ?? ''}
        maxLength={500}
        dir="auto"
        onChange={({ currentTarget: { value } }) =>
          value.trim() === '' ? onOwn({}, [name]) : onOwn({ [name]: value })
        }
      />
    </label>
  );
  return (
    <>
      <label>
        <span>{t('field_note')}</span>
        <textarea
          key={contact.id}
          {...(noteRows !== undefined && { rows: noteRows })}
          defaultValue={note ?? ''}
          maxLength={20_000}
          dir="auto"
          onChange={({ currentTarget: { value } }) =>
            value.trim() === '' ? onOwn({}, ['note']) : onOwn({ note: value })
          }
        />
      </label>
      <TagField tags={tags} onChange={(next) => onOwn({ tags: next })} />
      {/* The popup asks for the least: these two stand in the contact's sheet. */}
      {noteRows === undefined && line('looksFor')}
      {noteRows === undefined && line('offer')}
      <NextStep
        step={nextStep}
        onChange={(step) => (step === null ? onOwn({}, ['nextStep']) : onOwn({ nextStep: step }))}
        onDone={(text) => onOwn({ log: [{ day: today(), text }, ...log].slice(0, 1000) }, ['nextStep'])}
      />
    </>
  );
}
