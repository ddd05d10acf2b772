import { fold } from '../../core/text/fold.ts';

/** ISO 3166-1 code of a country written in English or German, or as its code; `undefined` when not known. */
export function countryOf(text: string): string | undefined {
  const wanted = fold(text);
  if (wanted === '') return undefined;
  const names = ['en', 'de'].map(
    (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
  );
  for (let first = 65; first <= 90; first++) {
    for (let second = 65; second <= 90; second++) {
      const code = String.fromCharCode(first, second);
      const known = names.map((name) => name.of(code)).filter((name) => name !== undefined);
      if (known.length > 0 && (wanted === code.toLowerCase() || known.some((name) => fold(name) === wanted)))
        return code;
    }
  }
  return undefined;
}
