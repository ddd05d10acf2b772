import { factText, t } from '../../browser/text.ts';
import { type Fit, GIVEN_ROLES, RECOGNISED_ROLES, type Role } from '../../core/model/index.ts';
import type { RoleWord } from './useContactEdits.ts';

interface Props {
  fit: Fit;
  goals: readonly { id: string; title: string; kind: string }[];
  onSay: (word: RoleWord) => void;
}

/**
 * The roles toward one goal, each with what shows it and the user's own word on it: taken away, given, taken back.
 * The last word is the user's, and stays it.
 */
export default function RoleWords({ fit, goals, onSay }: Props) {
  const { goalId } = fit;
  const say = (role: Role, says: RoleWord['says']) => onSay({ goalId, role, says });
  const leads = goals.find(({ id }) => id === goalId)?.kind === 'takeLeadership';
  const open = [...RECOGNISED_ROLES, ...(leads ? GIVEN_ROLES : [])].filter(
    (role) => !fit.roles.some((one) => one.role === role) && !fit.denied.includes(role),
  );
  return (
    <div class="role-words">
      <ul class="quiet">
        {fit.roles.map(({ role, facts, own: given }) => (
          <li key={role}>
            <strong>{t(`role_${role}`)}</strong>{' '}
            <span class="muted">{facts[0] && factText(facts[0], goals)}</span>{' '}
            <button
              type="button"
              class="plain muted small"
              aria-label={given ? undefined : t('role_deny', { role: t(`role_${role}`) })}
              onClick={() => say(role, given ? null : 'no')}
            >
              {t(given ? 'role_back' : 'role_denyShort')}
            </button>
          </li>
        ))}
        {fit.denied.map((role) => (
          <li key={role} class="muted">
            {t('role_denied', { role: t(`role_${role}`) })}{' '}
            <button type="button" class="plain small" onClick={() => say(role, null)}>
              {t('role_back')}
            </button>
          </li>
        ))}
      </ul>
      <select
        class="small"
        aria-label={t('role_add')}
        value=""
        onChange={({ currentTarget }) => {
          const role = open.find((one) => one === currentTarget.value);
          currentTarget.value = '';
          if (role !== undefined) say(role, 'yes');
        }}
      >
        <option value="">{t('role_add')} …</option>
        {open.map((role) => (
          <option key={role} value={role}>
            {t(`role_${role}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
