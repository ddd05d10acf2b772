import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownValue } from '../core/text/table.ts';

type Catalogue = Record<string, { message: string }>;

/** The product's English sentence for a key, with `{name}` placeholders filled; the key where there is none. */
export function sentence(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const message = ownValue(catalogue(), key)?.message ?? key;
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(ownValue(values, name) ?? whole));
}

/** All sentences of the product in a language. */
export function catalogueOf(language: 'en' | 'de'): Catalogue {
  const file = join(import.meta.dirname, '..', '..', 'public', '_locales', language, 'messages.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
}

let loaded: Catalogue | undefined;

function catalogue(): Catalogue {
  loaded ??= catalogueOf('en');
  return loaded;
}
