import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import type { RefusalReason } from '../../src/capture/site.ts';
import type { Acquaintance, PeopleList, Profile, ProfileField } from '../../src/core/model/index.ts';

const ROOT = join(import.meta.dirname, '../fixtures/sites');

/** What a person expects of a page, written by hand before the reader sees it. */
export interface Expected {
  url: string;
  result:
    | {
        ok: true;
        profile: Profile;
        missing: ProfileField[];
        doubtful?: ProfileField[];
        restricted?: ProfileField[];
        acquaintances?: Acquaintance[];
      }
    | { ok: false; reason: RefusalReason; candidates?: string[]; people?: PeopleList };
}

export interface Fixture {
  site: string;
  name: string;
  html: string;
  expected: Expected;
}

/** Every page of `tests/fixtures/sites/<site>/<case>.html`; a page without its JSON throws. */
export function fixtures(): Fixture[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: site }) =>
      readdirSync(join(ROOT, site))
        .filter((file) => file.endsWith('.html'))
        .map((file) => {
          const name = file.slice(0, -5);
          const read = (ending: string) => readFileSync(join(ROOT, site, `${name}.${ending}`), 'utf8');
          return { site, name, html: read('html'), expected: JSON.parse(read('json')) as Expected };
        }),
    );
}

/** A document as a browser would hand it over, without running anything. */
export function parsePage(html: string, url: string): Document {
  const window = new Window({ url });
  return new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document;
}
