import { t } from '../../../../browser/text.ts';
import { effectiveProfile } from '../../../../core/merge/effective.ts';
import { type Contact, STAGES } from '../../../../core/model/index.ts';
import { call } from '../../../../messaging/client.ts';
import type { ContactView, Network } from '../../../../messaging/protocol.ts';
import { linkTo } from '../../links.ts';
import { moveOnBoard, placeOnList } from '../../shared/standings.ts';

interface Props {
  contact: Contact;
  network: Network;
  onView: (view: ContactView | null) => void;
  onFailure: (error: unknown) => void;
}

/** On which of the user's lists a contact stands, and how far they are with them on the boards of active goals. */
export function Standings({ contact, network, onView, onFailure }: Props) {
  const { lists: places = [], boards = [] } = contact.own;
  const who = { id: contact.id, name: effectiveProfile(contact).name.full };
  const on = new Set(places.map(([list]) => list));
  const standing = network.settings.lists.filter(({ id }) => on.has(id));
  const others = network.settings.lists.filter(({ id }) => !on.has(id));
  const goals = network.goals.filter(({ state }) => state === 'active');
  const attempt = (work: () => Promise<unknown>) =>
    void work()
      .then(() => call('contact.get', { id: contact.id }))
      .then(onView, onFailure);
  return (
    <div class="panel-lists">
      {standing.length > 0 && (
        <ul class="chips">
          {standing.map((list) => (
            <li key={list.id} class="chip">
              <a href={linkTo('lists', [list.id])} dir="auto">
                {list.name}
              </a>
              <button
                type="button"
                class="plain icon-only"
                aria-label={t('list_remove', { name: `${who.name}: ${list.name}` })}
                onClick={() => attempt(() => placeOnList(who, list, null))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 ? (
        <label>
          <span class="hidden">{t('panel_addToList')}</span>
          <select
            value=""
            onChange={({ currentTarget }) => {
              const list = others.find(({ id }) => id === currentTarget.value);
              currentTarget.value = '';
              if (list !== undefined) attempt(() => placeOnList(who, list, { before: null }));
            }}
          >
            <option value="">{t('panel_addToList')}</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : (
        network.settings.lists.length === 0 && (
          <p class="quiet">
            <a href={linkTo('lists')}>{t('lists_new')}</a>
          </p>
        )
      )}
      {goals.map((goal) => {
        const [, stage] = boards.find(([id]) => id === goal.id) ?? [];
        return (
          <label key={goal.id}>
            <span dir="auto">
              <a href={linkTo('goals', [goal.id, 'board'])}>{t('board_title', { title: goal.title })}</a>
            </span>
            <select
              value={stage ?? ''}
              onChange={({ currentTarget }) => {
                const next = STAGES.find((name) => name === currentTarget.value) ?? null;
                attempt(() => moveOnBoard(who, goal.id, next, { before: null }));
              }}
            >
              <option value="">{t('board_none')}</option>
              {STAGES.map((name) => (
                <option key={name} value={name}>
                  {t(`stage_${name}`)}
                </option>
              ))}
            </select>
          </label>
        );
      })}
    </div>
  );
}
