import { SlidersHorizontal, UserRoundPlus, X } from 'lucide';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { currentLanguage, t } from '../../../../browser/text.ts';
import { LAYERS, ROLES } from '../../../../core/model/index.ts';
import {
  FUNCTION_FAMILIES,
  type FunctionFamily,
  familyName,
  INDUSTRY_SECTORS,
  type IndustrySector,
  sectorName,
} from '../../../../core/taxonomy/index.ts';
import type { ContactRow, Network } from '../../../../messaging/protocol.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { linkTo } from '../../links.ts';
import { familyOf, sectorOf } from './finder.ts';
import { SavedViews } from './SavedViews.tsx';
import {
  COLUMNS,
  DISTANCES,
  type Filter,
  filtersOf,
  LAST_CONTACTS,
  UNSEEN_MONTHS,
  unfiltered,
  type View,
} from './view.ts';

interface Props {
  view: View;
  rows: readonly ContactRow[];
  network: Network;
  /** The view as the query of an address. */
  query: string;
  onView: (view: View, inPlace?: boolean) => void;
  onSettings: (settings: Network['settings']) => void;
}

type Options = (readonly [value: string, name: string])[];

/** Search, filters, columns and the views that the user named. */
export function FilterBar({ view, rows, network, query, onView, onSettings }: Props) {
  const [open, setOpen] = useState(false);
  const active = filtersOf(view);
  const choices = useChoices(rows, network, open || active.length > 0);
  const set = (change: Partial<View>) => onView({ ...view, ...change });
  return (
    <div class="contacts-filters">
      <div class="row">
        <Search value={view.q} onSearch={(q) => onView({ ...view, q }, true)} />
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon of={SlidersHorizontal} />
          {active.length === 0 ? t('filter_open') : t('filter_active', { count: active.length })}
        </button>
        <details class="contacts-columns">
          <summary class="button">{t('columns_choose')}</summary>
          <fieldset class="contacts-menu">
            <legend class="hidden">{t('columns_choose')}</legend>
            {COLUMNS.map((column) => (
              <label key={column} class="check">
                <input
                  type="checkbox"
                  checked={view.columns.includes(column)}
                  onChange={({ currentTarget }) =>
                    set({
                      columns: COLUMNS.filter((name) =>
                        name === column ? currentTarget.checked : view.columns.includes(name),
                      ),
                    })
                  }
                />
                <span>{t(`column_${column}`)}</span>
              </label>
            ))}
          </fieldset>
        </details>
        <a class="button push" href={linkTo('contacts', ['new'])}>
          <Icon of={UserRoundPlus} />
          {t('contacts_new')}
        </a>
        <SavedViews query={query} settings={network.settings} onSettings={onSettings} />
      </div>
      {open && (
        <div class="contacts-choices">
          {(Object.keys(choices) as (keyof typeof choices)[])
            .filter((filter) => filter !== 'role' || view.goal !== null)
            .map((filter) => (
              <label key={filter}>
                <span>{t(`filter_${filter}`)}</span>
                <select
                  value={view[filter] ?? ''}
                  onChange={({ currentTarget }) => set({ [filter]: currentTarget.value || null })}
                >
                  <option value="">{t('filter_any')}</option>
                  {choices[filter].map(([value, name]) => (
                    <option key={value} value={value}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
            ))}
        </div>
      )}
      {active.length > 0 && (
        <ul class="chips" aria-label={t('filter_list')}>
          {active.map((filter) => {
            const name = nameOf(filter, view, choices);
            return (
              <li key={filter} class="chip accent">
                {name}
                <button
                  type="button"
                  aria-label={t('filter_remove', { name })}
                  onClick={() =>
                    set({
                      [filter]: filter === 'picked' ? false : null,
                      ...(filter === 'goal' && { role: null }),
                    })
                  }
                >
                  <Icon of={X} />
                </button>
              </li>
            );
          })}
          <li>
            <button type="button" class="plain" onClick={() => onView(unfiltered(view))}>
              {t('contacts_showAll')}
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}

/** Shows each letter at once, whatever the list behind it does. */
function Search({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const [typed, setTyped] = useState(value);
  // The address follows each key a little later; what comes back is an echo, not a change from elsewhere.
  const echoes = useRef<string[]>([]);
  useEffect(() => {
    const at = echoes.current.indexOf(value);
    if (at === -1) setTyped(value);
    echoes.current.splice(0, at === -1 ? echoes.current.length : at + 1);
  }, [value]);
  return (
    <label class="search">
      <span class="hidden">{t('contacts_search')}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: a field of type `search` is emptied by Esc */}
      <input
        type="text"
        role="searchbox"
        value={typed}
        maxLength={200}
        placeholder={t('contacts_search')}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          if (currentTarget.value !== value) echoes.current.push(currentTarget.value);
          onSearch(currentTarget.value);
        }}
      />
    </label>
  );
}

type Choices = Record<Exclude<Filter, 'picked'>, Options>;

/** What can be chosen: of codes, places and tags only those that some contact has. */
function useChoices(rows: readonly ContactRow[], network: Network, needed: boolean): Choices {
  return useMemo(() => {
    const language = currentLanguage();
    const [families, sectors, countries, tags] = [
      new Set<string>(),
      new Set<string>(),
      new Set<string>(),
      new Set<string>(),
    ];
    for (const row of needed ? rows : []) {
      const [family, sector] = [familyOf(row.isco4), sectorOf(row.nace2)];
      if (family !== null) families.add(family);
      if (sector !== null) sectors.add(sector);
      if (row.country !== null) countries.add(row.country);
      for (const tag of row.tags) tags.add(tag);
    }
    const regions = new Intl.DisplayNames(language, { type: 'region' });
    const byName = (options: Options) => options.sort(([, a], [, b]) => a.localeCompare(b, language));
    return {
      family: byName(
        (Object.keys(FUNCTION_FAMILIES) as FunctionFamily[])
          .filter((family) => families.has(family))
          .map((family) => [family, familyName(family, language)] as const),
      ),
      sector: byName(
        (Object.keys(INDUSTRY_SECTORS) as IndustrySector[])
          .filter((sector) => sectors.has(sector))
          .map((sector) => [sector, sectorName(sector, language)] as const),
      ),
      layer: LAYERS.map((layer) => [layer, t(`layer_${layer}`)] as const),
      goal: network.goals
        .filter(({ state }) => state === 'active')
        .map(({ id, title }) => [id, title] as const),
      role: ROLES.map((role) => [role, t(`role_${role}`)] as const),
      distance: DISTANCES.map(
        (distance) =>
          [distance, distance === 'unknown' ? t('notEnoughKnown') : t(`quarter_${distance}`)] as const,
      ),
      country: byName([...countries].map((code) => [code, regions.of(code) ?? code] as const)),
      tag: byName([...tags].map((tag) => [tag, tag] as const)),
      last: LAST_CONTACTS.map((last) => [last, t(`filterLast_${last}`)] as const),
      unseen: UNSEEN_MONTHS.map((months) => [months, unseenWords(months)] as const),
    };
  }, [rows, network.goals, needed, currentLanguage()]);
}

function nameOf(filter: Filter, view: View, choices: Choices): string {
  if (filter === 'picked') return t('filter_picked');
  const value = String(view[filter]);
  if (filter === 'unseen') return `${t('filter_unseen')} ${unseenWords(value)}`;
  const name = choices[filter].find(([known]) => known === value)?.[1] ?? value;
  return filter === 'last' || filter === 'goal' || filter === 'tag'
    ? `${t(`filter_${filter}`)}: ${name}`
    : name;
}

function unseenWords(months: string): string {
  return t('filter_months', { count: Number(months) });
}
