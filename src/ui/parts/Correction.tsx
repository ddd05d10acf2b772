import { RotateCcw } from 'lucide';
import { useState } from 'preact/hooks';
import { currentLanguage, formatNumber, t } from '../../browser/text.ts';
import { type Classification, type OwnWords, SENIORITIES } from '../../core/model/index.ts';
import { functionName, industryName } from '../../core/taxonomy/index.ts';
import { evidenceText } from './evidenceText.ts';
import { Icon } from './Icon.tsx';
import { FunctionField, IndustryField } from './TaxonomyFields.tsx';
import type { Own, OwnField } from './useContactEdits.ts';

interface Props {
  classification: Classification;
  own: Pick<OwnWords, 'isco4' | 'nace2' | 'seniority'>;
  company: string | undefined;
  /** What is known of the person in words, as it is written: what the classification rests on is shown so. */
  texts: readonly string[];
  /** The industry that the user has set for the whole company. */
  companyIndustry: string | undefined;
  onOwn: (own: Own, clear?: OwnField[]) => void;
  onCompany: (nace2: string | null) => void;
}

/** What the classification rests on and how sure it is; the user's own word wins and can be taken back. */
export default function Correction(props: Props) {
  const { classification, own, company, companyIndustry, onOwn, onCompany } = props;
  const language = currentLanguage();
  const { function: what, industry, seniority, evidence } = classification;
  const [everybody, setEverybody] = useState(companyIndustry !== undefined && own.nace2 === undefined);
  const setIndustry = (code: string) => {
    if (everybody && company !== undefined) {
      if (own.nace2 !== undefined) onOwn({}, ['nace2']);
      onCompany(code || null);
    } else if (code === '') onOwn({}, ['nace2']);
    else onOwn({ nace2: code });
  };
  return (
    <div class="correction stack">
      <FunctionField
        label={t('column_function')}
        value={what?.isco4 ?? ''}
        hint={sureness(what?.confidence, own.isco4 !== undefined)}
        onChange={(code) => (code === '' ? onOwn({}, ['isco4']) : onOwn({ isco4: code }))}
      />
      {own.isco4 !== undefined ? (
        <Back onClick={() => onOwn({}, ['isco4'])} />
      ) : (
        <Alternatives
          codes={what?.alternatives.map(({ isco4 }) => isco4) ?? []}
          name={(code) => functionName(code, language)}
          onChoose={(code) => onOwn({ isco4: code })}
        />
      )}
      <IndustryField
        label={t('column_industry')}
        value={industry?.nace2 ?? ''}
        hint={sureness(industry?.confidence, own.nace2 !== undefined || companyIndustry !== undefined)}
        onChange={setIndustry}
      />
      {own.nace2 !== undefined && <Back onClick={() => onOwn({}, ['nace2'])} />}
      {own.nace2 === undefined && companyIndustry !== undefined && <Back onClick={() => onCompany(null)} />}
      {own.nace2 === undefined && companyIndustry === undefined && (
        <Alternatives
          codes={industry?.alternatives.map(({ nace2 }) => nace2) ?? []}
          name={(code) => industryName(code, language)}
          onChoose={setIndustry}
        />
      )}
      {company !== undefined && (
        <label class="check">
          <input
            type="checkbox"
            checked={everybody}
            onChange={({ currentTarget }) => setEverybody(currentTarget.checked)}
          />
          <span>{t('correct_everybody', { company })}</span>
        </label>
      )}
      <label>
        <span>{t('field_seniority')}</span>
        <select
          value={seniority ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const level = SENIORITIES.find((name) => name === value);
            if (level === undefined) onOwn({}, ['seniority']);
            else onOwn({ seniority: level });
          }}
        >
          <option value="">{t('notKnown')}</option>
          {SENIORITIES.map((level) => (
            <option key={level} value={level}>
              {t(`seniority_${level}`)}
            </option>
          ))}
        </select>
      </label>
      {evidence.length > 0 && (
        <div class="small">
          <span class="muted">{t('correct_evidence')}</span>
          <ul>
            {evidence.map((line) => (
              <li key={line}>{evidenceText(line, props.texts)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Back({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" class="plain back" onClick={onClick}>
      <Icon of={RotateCcw} />
      {t('correct_back')}
    </button>
  );
}

function Alternatives({
  codes,
  name,
  onChoose,
}: {
  codes: readonly string[];
  name: (code: string) => string;
  onChoose: (code: string) => void;
}) {
  if (codes.length === 0) return null;
  return (
    <div class="chips">
      <span class="muted small">{t('correct_or')}</span>
      {codes.slice(0, 3).map((code) => (
        <button key={code} type="button" class="chip" onClick={() => onChoose(code)}>
          {name(code)}
        </button>
      ))}
    </div>
  );
}

/** How sure the classifier is, in words with the number behind them. */
function sureness(confidence: number | undefined, own: boolean): string | undefined {
  if (own) return t('sure_own');
  if (confidence === undefined) return t('sure_unknown');
  const word = confidence >= 0.8 ? 'sure' : confidence >= 0.5 ? 'likely' : 'guess';
  return t(`sure_${word}`, { percent: formatNumber(Math.round(confidence * 100)) });
}
