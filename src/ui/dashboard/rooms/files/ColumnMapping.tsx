import { useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import { MAPPABLE_FIELDS, type MappableField } from '../../../../core/model/index.ts';
import { ownValue } from '../../../../core/text/table.ts';
import type { ImportMapping } from '../../../../messaging/files.ts';

type Chosen = Partial<Record<MappableField, number>>;

/** The user says which column of an unknown table holds what; guesses are filled in. */
export function ColumnMapping({
  mappings,
  onChosen,
  onLeave,
}: {
  mappings: readonly ImportMapping[];
  onChosen: (mappings: Record<string, Record<string, number>>) => void;
  onLeave: () => void;
}) {
  const [chosen, setChosen] = useState<Record<string, Chosen>>(
    Object.fromEntries(mappings.map(({ file, suggestion }) => [file, suggestion])),
  );
  const named = mappings.every(({ file }) => hasName(ownValue(chosen, file) ?? {}));
  return (
    <form
      class="stack wide"
      onSubmit={(event) => {
        event.preventDefault();
        if (named) onChosen(chosen as Record<string, Record<string, number>>);
      }}
    >
      {mappings.map(({ file, header, sample }) => (
        <fieldset class="stack" key={file}>
          <legend class="mapping-legend">{t('mapping_title', { file })}</legend>
          <p class="muted measure">{t('mapping_why')}</p>
          <div class="table-scroll">
            <table>
              <thead>
                <tr>
                  {(['column', 'sample', 'means'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`mapping_${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {header.map((name, index) => (
                  <tr key={index}>
                    <th scope="row" dir="auto">
                      {name}
                    </th>
                    <td class="muted mapping-sample" dir="auto">
                      {sample
                        .map((row) => row[index] ?? '')
                        .filter((cell) => cell.trim() !== '')
                        .slice(0, 2)
                        .join(' · ')}
                    </td>
                    <td>
                      <select
                        aria-label={t('mapping_meansOf', { column: name })}
                        value={fieldOf(ownValue(chosen, file) ?? {}, index)}
                        onChange={(event) =>
                          setChosen({
                            ...chosen,
                            [file]: withField(ownValue(chosen, file) ?? {}, index, event.currentTarget.value),
                          })
                        }
                      >
                        <option value="">{t('mapping_nothing')}</option>
                        {MAPPABLE_FIELDS.map((field) => (
                          <option key={field} value={field}>
                            {t(`mappingField_${field}`)}
                          </option>
                        ))}
                      </select>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </fieldset>
      ))}
      <div class="actions">
        <button type="submit" class="primary" disabled={!named}>
          {t('mapping_go')}
        </button>
        <button type="button" onClick={onLeave}>
          {t('import_discard')}
        </button>
        {!named && <p class="muted">{t('mapping_nameMissing')}</p>}
      </div>
    </form>
  );
}

function hasName({ fullName, givenName, familyName }: Chosen): boolean {
  return (fullName ?? givenName ?? familyName) !== undefined;
}

function fieldOf(chosen: Chosen, column: number): string {
  return MAPPABLE_FIELDS.find((field) => chosen[field] === column) ?? '';
}

/** A column means one thing, and a thing stands in one column. */
function withField(chosen: Chosen, column: number, field: string): Chosen {
  const rest = Object.entries(chosen).filter(([name, at]) => at !== column && name !== field);
  return Object.fromEntries(field === '' ? rest : [...rest, [field, column]]);
}
