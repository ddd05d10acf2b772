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
      <NextStep
        step={nextStep}
        onChange={(step) => (step === null ? onOwn({}, ['nextStep']) : onOwn({ nextStep: step }))}
        onDone={(text) => onOwn({ log: [{ day: today(), text }, ...log].slice(0, 1000) }, ['nextStep'])}
      />
    </>
  );
}
