import { t } from '../../../../browser/text.ts';
import type { Goal, StressChange } from '../../../../core/model/index.ts';
import { FunctionField, IndustryField, PlaceField } from '../../../parts/TaxonomyFields.tsx';
import { CHANGES, type ChangePart, changeForGoal, isEmpty } from '../../shared/change.ts';

interface Props {
  change: StressChange;
  goals: readonly Goal[];
  /** The goal whose target the change follows, if one was chosen. */
  goal: Goal | null;
  onChoose: (change: StressChange, goal?: Goal | null) => void;
}

/** What changes, alone and combined, and to what; a goal fills it in with one click. */
export function ChangeForm({ change, goals, goal, onChoose }: Props) {
  const aimed = goals.filter((candidate) => !isEmpty(changeForGoal(candidate)));
  const toggle = (part: ChangePart) => {
    const { [part]: before, ...others } = change;
    onChoose(before === undefined ? { ...change, [part]: aimOf(part, goals) } : others);
  };
  return (
    <fieldset class="change-form">
      <legend>{t('test_whatChanges')}</legend>
      {aimed.length > 0 && (
        <p class="row">
          <span class="muted">{t('test_asInGoal')}</span>
          {aimed.map((candidate) => (
            <button
              key={candidate.id}
              type="button"
              class="chip"
              aria-pressed={candidate.id === goal?.id}
              onClick={() => onChoose(changeForGoal(candidate), candidate)}
            >
              {candidate.title}
            </button>
          ))}
        </p>
      )}
      <div class="change-parts">
        {CHANGES.map((part) => (
          <div key={part} class="change-part">
            <label class="check">
              <input type="checkbox" checked={change[part] !== undefined} onChange={() => toggle(part)} />
              <span>{t(`changeLabel_${part}`)}</span>
            </label>
            {change[part] !== undefined && <Aim part={part} change={change} onChoose={onChoose} />}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** What a part that is ticked anew leads to: the first goal that says so, else just anywhere else. */
function aimOf(part: ChangePart, goals: readonly Goal[]): StressChange[ChangePart] {
  for (const goal of goals) {
    const aim = changeForGoal(goal)[part];
    if (aim !== undefined) return aim;
  }
  return true;
}

function Aim({
  part,
  change,
  onChoose,
}: {
  part: ChangePart;
  change: StressChange;
  onChoose: (change: StressChange) => void;
}) {
  const label = t(`changeTo_${part}`);
  const hint = change[part] === true ? t(`changeAnywhere_${part}`) : undefined;
  switch (part) {
    case 'company': {
      const value = typeof change.company === 'object' ? change.company.to : '';
      return (
        <label>
          <span class="hidden">{label}</span>
          <input
            value={value}
            maxLength={200}
            placeholder={t('changeAnywhere_company')}
            onChange={({ currentTarget }) => {
              const to = currentTarget.value.trim();
              onChoose({ ...change, company: to === '' ? true : { to } });
            }}
          />
        </label>
      );
    }
    case 'function':
      return (
        <FunctionField
          label={label}
          labelHidden
          hint={hint}
          value={typeof change.function === 'object' ? change.function.isco : ''}
          onChange={(isco) => onChoose({ ...change, function: isco === '' ? true : { isco } })}
        />
      );
    case 'industry':
      return (
        <IndustryField
          label={label}
          labelHidden
          hint={hint}
          value={typeof change.industry === 'object' ? change.industry.nace2 : ''}
          onChange={(nace2) => onChoose({ ...change, industry: nace2 === '' ? true : { nace2 } })}
        />
      );
    case 'place':
      return (
        <PlaceField
          label={label}
          labelHidden
          hint={hint}
          value={typeof change.place === 'object' ? change.place.place : undefined}
          onChange={(place) => onChoose({ ...change, place: place === undefined ? true : { place } })}
        />
      );
  }
}
