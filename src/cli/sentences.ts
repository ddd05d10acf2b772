import { readFileSync } from 'node:fs';

type Catalogue = Record<string, { message: string }>;

/** The product's English sentence for a key, with `{name}` placeholders filled; the key where there is none. */
export function sentence(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const message = catalogue()[key]?.message ?? key;
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

let loaded: Catalogue | undefined;

function catalogue(): Catalogue {
  loaded ??= JSON.parse(
    readFileSync(new URL('../../public/_locales/en/messages.json', import.meta.url), 'utf8'),
  ) as Catalogue;
  return loaded;
}
