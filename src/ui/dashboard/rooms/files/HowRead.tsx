import { useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import { SEPARATORS, TEXT_ENCODINGS, type TextEncoding } from '../../../../core/model/index.ts';
import type { ImportPreview } from '../../../../messaging/files.ts';
import type { Input } from '../../../../messaging/protocol.ts';

export type Said = Pick<Input<'import.read'>, 'encodings' | 'separators'>;

/** The languages that an encoding is of. */
const GROUPS = {
  'utf-8': 'unicode',
  'utf-16le': 'unicode',
  'utf-16be': 'unicode',
  'windows-1252': 'western',
  macintosh: 'western',
  ibm850: 'western',
  ibm437: 'western',
  'iso-8859-15': 'western',
  'windows-1250': 'central',
  'iso-8859-2': 'central',
  ibm852: 'central',
  'x-mac-ce': 'central',
  'windows-1251': 'cyrillic',
  'koi8-u': 'cyrillic',
  'x-mac-cyrillic': 'cyrillic',
  ibm866: 'cyrillic',
  'windows-1253': 'greek',
  'windows-1254': 'turkish',
  'windows-1255': 'hebrew',
  'windows-1256': 'arabic',
  'windows-1257': 'baltic',
  gb18030: 'chinese',
  big5: 'chinese',
  shift_jis: 'japanese',
  'euc-jp': 'japanese',
  'iso-2022-jp': 'japanese',
  'euc-kr': 'korean',
} as const satisfies Record<TextEncoding, string>;
const SEPARATOR_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** Errors that another encoding or separator may cure. */
const CURABLE = new Set(['wrongEncoding', 'unknownHeader', 'unclosedQuote', 'cellTooLong', 'damagedVcard']);

/** How the files were read, for the user to put right: the letters, and what stands between the cells. */
export function HowRead({
  preview: { files, fileErrors },
  onRead,
}: {
  preview: Pick<ImportPreview, 'files' | 'fileErrors'>;
  onRead: (said: Said) => void;
}) {
  const read = files.filter(({ format, encoding }) => format !== null && encoding !== undefined);
  const refused = fileErrors.filter(({ kind }) => CURABLE.has(kind));
  if (read.length + refused.length === 0) return null;
  const guessed = read.filter(({ encodingBy }) => encodingBy === 'guessed');
  return (
    <details class="stack how-read" open={refused.length + guessed.length > 0}>
      <summary>{t('howRead_title')}</summary>
      <p class="muted measure">{t(guessed.length > 0 ? 'howRead_guessed' : 'howRead_why')}</p>
      {[
        ...read.map((file) => ({ ...file, by: file.encodingBy, guess: undefined })),
        ...refused.map(({ file, values: { guess } }) => ({
          file,
          by: undefined,
          encoding: undefined,
          guess: TEXT_ENCODINGS.find((label) => label === guess),
          separator: undefined,
          separatorBy: undefined,
        })),
      ].map(({ file, encoding, by, guess, separator, separatorBy }) => (
        <fieldset class="how-read-file" key={file}>
          <legend dir="auto">{file}</legend>
          {guess === undefined ? (
            <label>
              {t('howRead_encoding')}
              <select
                value={by === 'chosen' ? encoding : 'auto'}
                onChange={({ currentTarget: { value } }) =>
                  onRead({ encodings: { [file]: value as TextEncoding | 'auto' } })
                }
              >
                <option value="auto">
                  {encoding === undefined || by === 'chosen'
                    ? t('howRead_auto')
                    : t('howRead_autoIs', { what: encodingName(encoding) })}
                </option>
                <Encodings />
              </select>
            </label>
          ) : (
            <Doubtful guess={guess} onChosen={(chosen) => onRead({ encodings: { [file]: chosen } })} />
          )}
          {(separator !== undefined || encoding === undefined) && (
            <label>
              {t('howRead_separator')}
              <select
                value={separatorBy === 'chosen' ? separator : 'auto'}
                onChange={({ currentTarget: { value } }) =>
                  onRead({ separators: { [file]: value as (typeof SEPARATORS)[number] | 'auto' } })
                }
              >
                <option value="auto">
                  {separator === undefined || separatorBy === 'chosen'
                    ? t('howRead_auto')
                    : t('howRead_autoIs', { what: separatorName(separator) })}
                </option>
                {SEPARATORS.map((char) => (
                  <option key={char} value={char}>
                    {separatorName(char)}
                  </option>
                ))}
              </select>
            </label>
          )}
        </fieldset>
      ))}
    </details>
  );
}

/** A file that was refused because several encodings are alike: the likeliest stands there, to be said yes to. */
function Doubtful({ guess, onChosen }: { guess: TextEncoding; onChosen: (chosen: TextEncoding) => void }) {
  const [chosen, setChosen] = useState(guess);
  return (
    <>
      <label>
        {t('howRead_encoding')}
        <select value={chosen} onChange={({ currentTarget: { value } }) => setChosen(value as TextEncoding)}>
          <Encodings />
        </select>
      </label>
      <button type="button" onClick={() => onChosen(chosen)}>
        {t('howRead_readSo')}
      </button>
    </>
  );
}

function Encodings() {
  return (
    <>
      {TEXT_ENCODINGS.map((label) => (
        <option key={label} value={label}>
          {encodingName(label)}
        </option>
      ))}
    </>
  );
}

function encodingName(label: TextEncoding): string {
  return `${t(`encodingGroup_${GROUPS[label]}`)} (${label})`;
}

function separatorName(char: string): string {
  const known = SEPARATORS.find((one) => one === char);
  return known === undefined ? char : t(`separator_${SEPARATOR_NAMES[known]}`);
}
