import { type Fit, GIVEN_ROLES, type OwnRole, RECOGNISED_ROLES, type Role } from '../../core/model/index.ts';
import { factText, t } from '../text.ts';

interface Props {
  fit: Fit;
  goals: readonly { id: string; title: string; kind: string }[];
  /** What the user has said so far, of all goals. */
  own: readonly OwnRole[];
  /** The user's words after a change, of all goals. */
  onChange: (own: OwnRole[]) => void;
}

/**
 * The roles toward one goal, each with what shows it and the user's own word on it: taken away, given, taken back.
 * The last word is the user's, and stays it.
 */
export function RoleWords({ fit, goals, own, onChange }: Props) {
  const { goalId } = fit;
  const others = own.filter((one) => one.goalId !== goalId);
  const mine = own.filter((one) => one.goalId === goalId);
  const say = (role: Role, is: boolean | null) => {
    const rest = mine.filter((one) => one.role !== role);
    onChange([...others, ...rest, ...(is === null ? [] : [{ goalId, role, is }])]);
  };
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
              onClick={() => say(role, given ? null : false)}
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
          if (role !== undefined) say(role, true);
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
