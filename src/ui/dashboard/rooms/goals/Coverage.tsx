import { t } from '../../../../browser/text.ts';
import {
  type BlindSpot,
  type GoalCoverage,
  isRecognised,
  type NextMove,
  type RoleCoverage,
} from '../../../../core/model/index.ts';
import { linkTo } from '../../links.ts';
import { BlindSentence, nearestOf } from '../../shared/BlindSentence.tsx';
import { list } from '../../shared/change.ts';
import { groupNeeds } from '../../shared/needs.ts';
import { FactSentence, type Known, Names, Say } from '../../shared/Say.tsx';
import { SearchLinks } from '../../shared/SearchLinks.tsx';

interface Props {
  coverage: GoalCoverage;
  spots: readonly BlindSpot[];
  /** Searches for this goal. */
  moves: readonly NextMove[];
  known: Known;
}

/** What a goal has and lacks: a sentence, the six roles, who helps, what is missing. */
export function Coverage({ coverage, spots, moves, known }: Props) {
  const { goalId } = coverage;
  if (coverage.covered === null) {
    return (
      <p class="measure">
        {coverage.facts.map((fact) => (
          <span key={fact.key}>
            <FactSentence fact={fact} known={known} />{' '}
          </span>
        ))}
        <Say
          of="goal_noTarget"
          edit={<a href={linkTo('goals', [goalId, 'edit'])}>{t('today_goalNoTargetLink')}</a>}
        />
      </p>
    );
  }
  const needs = groupNeeds(spots, coverage);
  const searches = moves.filter(({ links }) => links.length > 0);
  return (
    <>
      <p class="lead measure">
        <RolesSentence roles={coverage.roles} />
      </p>
      <ul class="roles">
        {[...coverage.roles]
          .sort((a, b) => Number(b.needed) - Number(a.needed))
          .map((role) => (
            <RoleCell key={role.role} goalId={goalId} coverage={role} known={known} />
          ))}
      </ul>
      <div class="goal-columns">
        <section class="stack">
          <h3>{t('goal_whoHelps')}</h3>
          {coverage.contactIds.length === 0 ? (
            <p class="muted">{t('goal_nobodyHelps')}</p>
          ) : (
            <p>
              <Names
                ids={coverage.contactIds}
                most={6}
                some={coverage.contactIds.length >= LISTED}
                more={linkTo('contacts', [], { goal: goalId })}
                known={known}
              />
            </p>
          )}
        </section>
        <section class="stack">
          <h3>{t('goal_whatIsMissing')}</h3>
          {needs.length === 0 ? (
            <p class="muted">{t('goal_nothingMissing')}</p>
          ) : (
            <ul class="spots">
              {needs.map((group, at) => (
                <li key={group[0]?.id}>
                  <BlindSentence
                    spots={group}
                    known={known}
                    without={needs.slice(0, at).flatMap(nearestOf)}
                  />
                </li>
              ))}
            </ul>
          )}
          {searches.length > 0 && (
            <>
              <h4 class="label goal-searches-label">{t('goal_lookFor')}</h4>
              <ul class="goal-searches">
                {searches.map((move) => (
                  <li key={move.id}>
                    <span>{lookedFor(move)}</span>
                    <SearchLinks links={move.links} short />
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      </div>
    </>
  );
}

/** Whom a search looks for, in the fewest words. */
function lookedFor({ role, skill, company }: NextMove): string {
  return role === undefined ? (skill ?? company ?? '') : t(`role_${role}`);
}

/** The engine lists at most so many of those who help. */
const LISTED = 20;

/** From this strength on, a role counts as filled; below it, and above nothing, as thin. */
const FILLED = 0.5;

/** Only contact fills a role; who is merely known could. */
function stateOf({ strength, count, inContact }: RoleCoverage): 'filled' | 'thin' | 'known' | 'empty' {
  if (count === 0 || strength <= 0) return 'empty';
  if (inContact === 0) return 'known';
  return strength >= FILLED ? 'filled' : 'thin';
}

/** The whole row in one sentence: which of the needed roles are filled, thin, empty. */
function RolesSentence({ roles }: { roles: readonly RoleCoverage[] }) {
  const named = (state: string) =>
    list(roles.filter((role) => role.needed && stateOf(role) === state).map(({ role }) => t(`role_${role}`)));
  const [filled, thin, met, empty] = [named('filled'), named('thin'), named('known'), named('empty')];
  return (
    <>
      {[
        filled && t('goal_rolesFilled', { roles: filled }),
        thin && t('goal_rolesThin', { roles: thin }),
        met && t('goal_rolesKnown', { roles: met }),
        empty && t('goal_rolesEmpty', { roles: empty }),
      ]
        .filter(Boolean)
        .join(' ')}
    </>
  );
}

function RoleCell({ goalId, coverage, known }: { goalId: string; coverage: RoleCoverage; known: Known }) {
  const { role, needed, contactIds, count } = coverage;
  const state = stateOf(coverage);
  return (
    <li class={`role role-${state}${needed ? '' : ' role-aside'}`}>
      <span class={`role-mark${state === 'empty' && needed ? ' hatched' : ''}`} aria-hidden="true">
        <span style={{ width: `${Math.round(Math.min(1, coverage.strength) * 100)}%` }} />
      </span>
      <strong>{t(`role_${role}`)}</strong>
      <span class="role-state">
        {t(
          needed
            ? `roleState_${state}`
            : isRecognised(role)
              ? 'roleState_aside'
              : count > 0
                ? 'factRoleOwn'
                : 'roleState_given',
        )}
      </span>
      <span class="role-who">
        {count === 0 ? (
          <span class="muted">{t(`roleWhy_${role}`)}</span>
        ) : (
          <Names
            ids={contactIds}
            count={count}
            most={2}
            more={linkTo('contacts', [], { goal: goalId, role })}
            known={known}
          />
        )}
      </span>
    </li>
  );
}
