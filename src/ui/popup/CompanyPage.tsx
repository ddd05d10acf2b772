import { Building2 } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { currentLanguage, formatNumber, t } from '../../browser/text.ts';
import type { CompanyOnPage } from '../../core/model/index.ts';
import { industryName } from '../../core/taxonomy/index.ts';
import { companyKey } from '../../core/text/companies.ts';
import { call } from '../../messaging/client.ts';
import type { CompanyPerson, CompanyView, Network } from '../../messaging/protocol.ts';
import { companyIndustry, setCompanyIndustry } from '../parts/companyIndustry.ts';
import { Icon } from '../parts/Icon.tsx';
import { OpenDashboard } from './OpenDashboard.tsx';
import { toContact } from './PopupWays.tsx';

/** People of each kind that the popup names; the dashboard shows all. */
const NAMED = 5;

interface Props {
  company: CompanyOnPage;
  network: Network;
  onFailure: (error: unknown) => void;
}

/** On a company's page: whom the user knows there, and the page's word on its industry, to be taken or not. */
export default function CompanyPage({ company, network, onFailure }: Props) {
  const { name, industry } = company;
  const [view, setView] = useState<CompanyView | null>(null);
  useEffect(() => {
    const asked = { company: name, ...(industry !== undefined && { label: industry }) };
    call('company.get', asked).then(setView, onFailure);
  }, [name, industry]);
  return (
    <>
      <main data-screen="company" aria-busy={view === null}>
        <header class="who">
          <h1 dir="auto">{name}</h1>
          {industry !== undefined && (
            <p class="quiet" dir="auto">
              {industry}
            </p>
          )}
        </header>
        {view !== null && (
          <>
            <section class="sentence">
              <Icon of={Building2} />
              <div class="stack">
                <h2>{t('company_ask', { company: name })}</h2>
                {view.counts.here + view.counts.were + view.counts.know === 0 && (
                  <p class="quiet">{t('company_nobody', { company: name })}</p>
                )}
                <Group title={t('company_here')} people={view.here} count={view.counts.here} />
                <Group title={t('company_were')} people={view.were} count={view.counts.were} />
                <Group title={t('company_know')} people={view.know} count={view.counts.know} />
              </div>
            </section>
            {view.labelled !== null && industry !== undefined && (
              <Industry {...{ name, label: industry, nace2: view.labelled, network, onFailure }} />
            )}
          </>
        )}
      </main>
      <footer class="sticky-bar">
        <OpenDashboard
          to={`company/${encodeURIComponent(name)}`}
          class="button primary push"
          label={t('popup_openDashboard')}
        />
      </footer>
    </>
  );
}

function Group({ title, people, count }: { title: string; people: readonly CompanyPerson[]; count: number }) {
  if (count === 0) return null;
  return (
    <div>
      <h3>
        {title} <span class="muted">{formatNumber(count)}</span>
      </h3>
      <ul class="lines">
        {people.slice(0, NAMED).map(({ id, name }) => (
          <li key={id}>{toContact(id, name)}</li>
        ))}
      </ul>
      {count > NAMED && <p class="quiet">{t('names_more', { count: count - NAMED })}</p>}
    </div>
  );
}

/** Asked once for each company; what was taken is taken back with a click. */
function Industry({
  name,
  label,
  nace2,
  network,
  onFailure,
}: {
  name: string;
  label: string;
  /** The division that the label stands for. */
  nace2: string;
  network: Network;
  onFailure: (error: unknown) => void;
}) {
  const { companies, companiesAsked = [] } = network.settings;
  const [answer, setAnswer] = useState<'taken' | 'refused' | null>(null);
  const given = companyIndustry(companies, name);
  const industry = industryName(nace2, currentLanguage());
  const answered = (next: typeof answer, write: Promise<unknown>) =>
    void write.then(() => setAnswer(next), onFailure);
  if (answer === 'taken')
    return (
      <section class="row" role="status">
        <span>{t('company_taken', { company: name, industry })}</span>
        <button type="button" class="plain" onClick={() => answered(null, setCompanyIndustry(name, null))}>
          {t('undo')}
        </button>
      </section>
    );
  if (answer === 'refused' || given !== undefined || companiesAsked.includes(companyKey(name))) return null;
  return (
    <section class="stack">
      <p>{t('company_take', { label, industry, company: name })}</p>
      <div class="row">
        <button type="button" onClick={() => answered('taken', setCompanyIndustry(name, nace2))}>
          {t('company_takeYes')}
        </button>
        <button
          type="button"
          class="plain muted"
          onClick={() => answered('refused', call('company.asked', { company: companyKey(name) }))}
        >
          {t('company_takeNo')}
        </button>
      </div>
    </section>
  );
}
