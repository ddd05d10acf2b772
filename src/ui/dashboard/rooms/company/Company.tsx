import { useEffect, useState } from 'preact/hooks';
import { currentLanguage, formatNumber, t } from '../../../../browser/text.ts';
import { industryName } from '../../../../core/taxonomy/index.ts';
import { call } from '../../../../messaging/client.ts';
import { onEvent } from '../../../../messaging/events.ts';
import type { CompanyPerson, CompanyView } from '../../../../messaging/protocol.ts';
import { companyIndustry, setCompanyIndustry } from '../../../parts/companyIndustry.ts';
import { goTo, linkTo, linkToContact, type RoomProps } from '../../links.ts';
import { Failure } from '../../shared/Failure.tsx';
import { Listed } from '../../shared/Say.tsx';

/** Acquaintances there that are named of one person. */
const WHOM = 4;

/** Whom the user knows at a company: who is there, who was, who knows somebody there (`#/company/NAME`). */
export default function Company({ network, place }: RoomProps) {
  const [company = ''] = place.path;
  const { view, failure } = useCompany(company);
  return (
    <>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget).get('company');
          const name = typeof typed === 'string' ? typed.trim() : '';
          if (name !== '') goTo(linkTo('company', [name]));
        }}
      >
        <label>
          <span class="hidden">{t('field_company')}</span>
          <input
            key={company}
            name="company"
            defaultValue={company}
            placeholder={t('field_company')}
            maxLength={500}
            dir="auto"
          />
        </label>
        <button type="submit" class={company === '' ? 'primary' : undefined}>
          {t('company_show')}
        </button>
      </form>
      <Failure of={[failure]} />
      {company === '' && <p class="muted measure">{t('company_which')}</p>}
      {company !== '' && view === null && failure === null && (
        <p class="muted loading" role="status">
          {t('loading')}
        </p>
      )}
      {view !== null && <People view={view} network={network} />}
    </>
  );
}

function People({ view, network }: { view: CompanyView; network: RoomProps['network'] }) {
  const { name, counts } = view;
  const nobody = counts.here + counts.were === 0;
  return (
    <>
      <div>
        <h2 dir="auto">{name}</h2>
        <Industry company={name} network={network} />
      </div>
      {nobody && <p class="measure">{t('company_nobody', { company: name })}</p>}
      <Group title={t('company_here')} people={view.here} count={counts.here} />
      <Group title={t('company_were')} people={view.were} count={counts.were} />
      {view.know.length > 0 && (
        <section class="stack">
          <h2>
            {t('company_know')} <span class="muted">{formatNumber(counts.know)}</span>
          </h2>
          <ul class="lines measure">
            {view.know.map(({ whom, ...person }) => (
              <li key={person.id}>
                <Person of={{ ...person, tied: true }} />{' '}
                <span class="muted">
                  {t('company_knows')}{' '}
                  <Listed
                    items={[
                      ...whom.slice(0, WHOM).map(({ id, name: known }) => (
                        <a key={id} href={linkToContact(id)} dir="auto">
                          {known}
                        </a>
                      )),
                      ...(whom.length > WHOM ? [t('names_more', { count: whom.length - WHOM })] : []),
                    ]}
                  />
                  {!person.tied && ` · ${t('company_noTie')}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {!nobody && view.know.length === 0 && <p class="muted measure">{t('company_knowNobody')}</p>}
    </>
  );
}

function Group({ title, people, count }: { title: string; people: readonly CompanyPerson[]; count: number }) {
  if (count === 0) return null;
  return (
    <section class="stack">
      <h2>
        {title} <span class="muted">{formatNumber(count)}</span>
      </h2>
      <ul class="lines measure">
        {people.map((person) => (
          <li key={person.id}>
            <Person of={person} />
          </li>
        ))}
      </ul>
      {count > people.length && <p class="muted">{t('names_more', { count: count - people.length })}</p>}
    </section>
  );
}

/** A name, the years there, and whether there is a tie at all. */
function Person({ of: { id, name, tied, from, to } }: { of: CompanyPerson }) {
  const years = from === undefined && to === undefined ? '' : `${from ?? ''}–${to ?? ''}`;
  return (
    <>
      <a class="name" href={linkToContact(id)} dir="auto">
        {name}
      </a>{' '}
      <span class="muted">{[years, tied ? '' : t('company_noTie')].filter(Boolean).join(' · ')}</span>
    </>
  );
}

/** The user's own word on the industry of everybody at the company, which can be taken back. */
function Industry({ company, network }: { company: string; network: RoomProps['network'] }) {
  const [failure, setFailure] = useState<unknown>(null);
  const nace2 = companyIndustry(network.settings.companies, company);
  if (nace2 === undefined) return null;
  return (
    <p class="muted">
      {t('company_industry', { industry: industryName(nace2, currentLanguage()) })}{' '}
      <button
        type="button"
        class="plain"
        onClick={() => void setCompanyIndustry(company, null).catch(setFailure)}
      >
        {t('company_industryBack')}
      </button>
      <Failure of={[failure]} />
    </p>
  );
}

/** The company's people, read again after changes. */
function useCompany(company: string): { view: CompanyView | null; failure: unknown } {
  const [shown, setShown] = useState<{ company: string; view: CompanyView | null; failure: unknown }>({
    company: '',
    view: null,
    failure: null,
  });
  useEffect(() => {
    if (company === '') return;
    let left = false;
    const load = () =>
      void call('company.get', { company: company.slice(0, 500) }).then(
        (view) => !left && setShown({ company, view, failure: null }),
        (failure: unknown) => !left && setShown({ company, view: null, failure }),
      );
    load();
    const stop = onEvent(({ kind }) => {
      if (kind === 'changed') load();
    });
    return () => {
      left = true;
      stop();
    };
  }, [company]);
  return shown.company === company ? shown : { view: null, failure: null };
}
