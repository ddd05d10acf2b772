import { useState } from 'preact/hooks';
import { formatNumber, t } from '../../../../browser/text.ts';
import { currentPosition, type Me, type MeField } from '../../../../core/model/index.ts';
import type { ImportPreviewRow, MePreview, ImportPreview as Preview } from '../../../../messaging/files.ts';
import type { Input } from '../../../../messaging/protocol.ts';
import { targetWords } from '../../shared/targetWords.ts';
import { ColumnMapping } from './ColumnMapping.tsx';
import { HowRead } from './HowRead.tsx';
import { ImportLog } from './ImportLog.tsx';
import { Passphrase } from './Passphrase.tsx';

export type ImportChoices = Omit<Input<'import.confirm'>, 'id'>;

/** Row errors shown before "and so many more". */
const ERRORS_SHOWN = 8;

/** What an import would do, with everything the user may decide about it. */
export function ImportPreview({
  preview,
  onRead,
  onConfirm,
  onLeave,
}: {
  preview: Preview;
  onRead: (more: Omit<Input<'import.read'>, 'id'>) => void;
  onConfirm: (choices: ImportChoices) => void;
  onLeave: () => void;
}) {
  const { counts, fileErrors, rowErrorCount, mappings, me, goals } = preview;
  const [keepGoodRows, setKeepGoodRows] = useState(false);
  const [takeMe, setTakeMe] = useState(true);
  const [meFields, setMeFields] = useState<ReadonlySet<MeField>>(new Set());
  const [taken, setTaken] = useState<ReadonlySet<number>>(new Set(goals.keys()));
  const locked = fileErrors.find(({ kind }) => kind === 'passphraseNeeded' || kind === 'wrongPassphrase');
  const people = counts.new + counts.changed;
  const writesMe = me !== null && takeMe && (me.fills || meFields.size > 0);
  const something = people + counts.ties > 0 || writesMe || taken.size > 0;
  const errors = rowErrorCount + fileErrors.length;
  const blocked = errors > 0 && !keepGoodRows;

  if (locked !== undefined)
    return <Passphrase sentence={locked} onOpen={(passphrase) => onRead({ passphrase })} onLeave={onLeave} />;
  if (mappings.length > 0)
    return (
      <>
        <HowRead preview={preview} onRead={onRead} />
        <ColumnMapping
          // Read otherwise, the table has other columns.
          key={mappings.map(({ header }) => header.join()).join()}
          mappings={mappings}
          onChosen={(chosen) => onRead({ mappings: chosen })}
          onLeave={onLeave}
        />
      </>
    );
  return (
    <div class="stack wide">
      <section class="stack">
        <h2 class="import-verdict" tabIndex={-1}>
          {verdict(preview)}
        </h2>
        <Counts counts={counts} />
        <p class="muted small">{filesLine(preview)}</p>
        <Passed files={preview.files} setAside={preview.setAside} />
      </section>

      <HowRead preview={preview} onRead={onRead} />

      {errors > 0 && (
        <section class="notice warn stack">
          <h3>{t('import_errors', { count: errors })}</h3>
          <ul class="errors">
            {fileErrors.map(({ key, values }) => (
              <li key={key + values.file}>{t(key, values)}</li>
            ))}
            {preview.rowErrors.slice(0, ERRORS_SHOWN).map(({ key, values }) => (
              <li key={`${values.file} ${values.row}`}>{t(key, { ...values, row: String(values.row) })}</li>
            ))}
          </ul>
          {rowErrorCount > ERRORS_SHOWN && (
            <p class="muted">{t('import_moreErrors', { count: rowErrorCount - ERRORS_SHOWN })}</p>
          )}
          {something && (
            <label class="check">
              <input
                type="checkbox"
                checked={keepGoodRows}
                onChange={(event) => setKeepGoodRows(event.currentTarget.checked)}
              />
              <span>{t('import_keepGood')}</span>
            </label>
          )}
        </section>
      )}

      {preview.log !== null && <ImportLog key={preview.log.own.join()} log={preview.log} onRead={onRead} />}

      {preview.first.length > 0 && <FirstRows rows={preview.first} of={people} />}

      {me !== null && (
        <OwnProfile me={me} taken={takeMe} onTake={setTakeMe} fields={meFields} onFields={setMeFields} />
      )}
      {goals.length > 0 && (
        <section class="stack">
          <h2>{t('import_goals')}</h2>
          <p class="muted measure">{t('import_goalsWhy')}</p>
          {goals.map((goal, index) => (
            <label class="check" key={goal.id}>
              <input
                type="checkbox"
                checked={taken.has(index)}
                onChange={({ currentTarget }) => setTaken(toggled(taken, index, currentTarget.checked))}
              />
              <span>
                {goal.title} <span class="muted">{targetWords(goal.target).join(' · ')}</span>
              </span>
            </label>
          ))}
        </section>
      )}

      <div class="actions">
        {something && (
          <button
            type="button"
            class="primary"
            disabled={blocked}
            onClick={() =>
              onConfirm({ keepGoodRows, me: writesMe, meFields: [...meFields], goals: [...taken] })
            }
          >
            {people > 0 ? t('import_confirm', { count: people }) : t('import_confirmRest')}
          </button>
        )}
        <button type="button" onClick={onLeave}>
          {something ? t('import_discard') : t('import_back')}
        </button>
        {blocked && something && <p class="muted">{t('import_blocked')}</p>}
      </div>
    </div>
  );
}

function verdict({ counts, fileErrors, rowErrorCount, me, goals, log }: Preview): string {
  if (counts.new > 0) return t('import_verdictNew', { count: counts.new });
  if (log !== null && log.contacts > 0) return t('import_verdictLog', { count: log.contacts });
  if (counts.changed > 0) return t('import_verdictChanged', { count: counts.changed });
  if (counts.ties > 0) return t('import_verdictTies', { count: counts.ties });
  if (counts.same === 0 && (me !== null || goals.length > 0)) return t('import_verdictOnlyYou');
  if (fileErrors.length + rowErrorCount > 0) return t('import_verdictErrors');
  if (log !== null) return t('import_verdictNoLog');
  return counts.same > 0 ? t('import_verdictSame', { count: counts.same }) : t('import_verdictNobody');
}

const COUNTED = ['new', 'changed', 'same', 'leftOut', 'self', 'repeated', 'ties', 'duplicates'] as const;

function Counts({ counts }: { counts: Preview['counts'] }) {
  // That nobody is new says something only of files with people in them.
  const people = counts.changed + counts.same + counts.leftOut + counts.self > 0;
  const shown = COUNTED.filter((name) => counts[name] > 0 || (name === 'new' && people));
  if (shown.length === 0) return null;
  return (
    <dl class="counts">
      {shown.map((name) => (
        <div key={name}>
          <dt>{t(`importCount_${name}`)}</dt>
          <dd>{formatNumber(counts[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

function filesLine({ files }: Preview): string {
  const read = files.filter(({ format }) => format !== null);
  const left = files.length - read.length;
  const names = read.map(({ file }) => file.split('/').at(-1) ?? file);
  const sentence = t('import_files', { count: names.length, files: names.join(', ') });
  return left === 0 ? sentence : `${sentence} ${t('import_filesLeft', { count: left })}`;
}

/** What was not taken, or not as a whole, and is no mistake: said, so that nobody is missed without a word. */
function Passed({ files, setAside }: Pick<Preview, 'files' | 'setAside'>) {
  const ignored = files.reduce((sum, file) => sum + file.ignored, 0);
  const cut = files.flatMap((file) => (file.cut === undefined ? [] : [file.cut]));
  const rows = cut.reduce((sum, { count }) => sum + count, 0);
  const sentences = [
    ignored > 0 ? t('import_nameless', { count: ignored }) : '',
    rows > 0
      ? t('import_cut', {
          count: rows,
          rows: cut
            .flatMap((one) => one.rows)
            .slice(0, 10)
            .join(', '),
        })
      : '',
    setAside.length > 0 ? t('import_setAside', { count: setAside.length, files: setAside.join(', ') }) : '',
  ].filter((sentence) => sentence !== '');
  return sentences.map((sentence) => (
    <p class="muted small" key={sentence}>
      {sentence}
    </p>
  ));
}

function FirstRows({ rows, of }: { rows: readonly ImportPreviewRow[]; of: number }) {
  return (
    <section class="stack">
      <h2>{of > rows.length ? t('import_first', { count: rows.length, of }) : t('import_all')}</h2>
      <div class="table-scroll">
        <table>
          <thead>
            <tr>
              {(['name', 'position', 'place', 'state'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`importColumn_${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <th scope="row" dir="auto">
                  {row.name}
                </th>
                <td dir="auto">{[row.title, row.company].filter(Boolean).join(', ')}</td>
                <td dir="auto">{row.place}</td>
                <td>
                  {t(`importState_${row.state}`)}
                  {row.changes
                    .filter(({ kind, from }) => kind !== 'other' && from !== '')
                    .map(({ from }) => (
                      <span class="muted small before" key={from}>
                        {t('import_before', { from })}
                      </span>
                    ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What the archive adds to the own profile; where both speak, the user's word stays unless they choose. */
function OwnProfile({
  me,
  taken,
  onTake,
  fields,
  onFields,
}: {
  me: MePreview;
  taken: boolean;
  onTake: (taken: boolean) => void;
  fields: ReadonlySet<MeField>;
  onFields: (fields: ReadonlySet<MeField>) => void;
}) {
  return (
    <section class="stack">
      <h2>{t('import_me')}</h2>
      <p class="muted measure">{t('import_meWhy')}</p>
      {me.fills && (
        <label class="check">
          <input
            type="checkbox"
            checked={taken}
            onChange={({ currentTarget }) => onTake(currentTarget.checked)}
          />
          <span>{meWords(me.after)}</span>
        </label>
      )}
      {taken && me.differs.length > 0 && (
        <fieldset class="stack differs">
          <legend>{t('import_meDiffers')}</legend>
          {me.differs.map(({ field, mine, archive }) => (
            <label class="check" key={field}>
              <input
                type="checkbox"
                checked={fields.has(field)}
                onChange={({ currentTarget }) => onFields(toggled(fields, field, currentTarget.checked))}
              />
              <span>{t(`importMeInstead_${field}`, { mine, archive })}</span>
            </label>
          ))}
        </fieldset>
      )}
    </section>
  );
}

function toggled<Item>(items: ReadonlySet<Item>, item: Item, on: boolean): ReadonlySet<Item> {
  const next = new Set(items);
  if (on) next.add(item);
  else next.delete(item);
  return next;
}

function meWords(me: Me): string {
  const position = currentPosition(me);
  return [
    me.name,
    [position?.title, position?.company].filter(Boolean).join(', '),
    me.place?.text,
    me.industryLabel,
    me.positions.length > 0 ? t('import_mePositions', { count: me.positions.length }) : '',
    me.skills.length > 0 ? t('import_meSkills', { count: me.skills.length }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
