import { it } from 'vitest';
import { createDraft } from '../../src/capture/draft.ts';
import {
  facets,
  readEducation,
  readLanguage,
  readPositions,
  withoutSeeMore,
} from '../../src/capture/entries.ts';
import type { Line } from '../../src/capture/page.ts';

import { isPersonName } from '../../src/capture/personName.ts';
import { before, piecesOf } from '../../src/capture/pieces.ts';
import { extractProfile } from '../../src/capture/registry.ts';
import { splitRole, titleAt } from '../../src/capture/roleLine.ts';
import { degreeIn, headingKey } from '../../src/capture/sites/linkedin/labels.ts';
import { mutualCount, mutualNames } from '../../src/capture/sources/mutualContacts.ts';
import { expectSteady } from '../cost.ts';
import { parsePage } from './fixtures.ts';

const LENGTH = 60_000;

/** Pieces that a careless expression looks back over again and again. */
const PIECES = [
  ' ',
  '\n',
  '\t',
  'a ',
  ' - ',
  ' @ ',
  'a, ',
  '(',
  '(a',
  'Dr',
  'Prof. ',
  'Dr-',
  'Dr  ',
  ' · ',
  ' and ',
  '1 ',
  '.',
  '…',
];
const TEXTS = PIECES.flatMap((piece) =>
  ['', ' | LinkedIn', ')', '!'].map(
    (end) =>
      [
        (length: number) => `a - b${piece.repeat(length / piece.length)}${end}`,
        `${JSON.stringify(piece)} … ${end}`,
      ] as const,
  ),
);

function lineOf(text: string): Line {
  const doc = parsePage('<p>x</p>', 'https://any.example/');
  const block = doc.querySelector('p') as Element;
  return { text, block, start: block, item: null, ruled: false };
}

const READERS: Record<string, (text: string) => unknown> = {
  facets,
  withoutSeeMore,
  piecesOf: (text) => piecesOf(text, /[,(]/),
  before: (text) => before(text, '(@'),
  splitRole,
  titleAt: (text) => titleAt(text, 'b'),
  headingKey,
  mutualCount: (text) => mutualCount(`${text} are mutual connections`),
  mutualNames: (text) => mutualNames(`${text} are mutual connections`),
  degreeIn,
  isPersonName: (text) => isPersonName(text.slice(7, 66)),
  readPositions: (text) => readPositions([lineOf('Titel'), lineOf(text)], () => false),
  readEducation: (text) => readEducation([lineOf('Schule'), lineOf(text)]),
  readLanguage: (text) => readLanguage([lineOf(text), lineOf(text)]),
  draft: (text) =>
    createDraft({ site: 'web', id: 'any.example' }, 'https://any.example/').offer('name', text, 'title'),
};

it.each(Object.entries(READERS))('%s takes no text of any length for long', (_, read) => {
  for (const [text, shown] of TEXTS) expectSteady((length) => read(text(length)), LENGTH, shown);
});

const ADDRESSES = [
  'https://about.me/janabergmann',
  'https://bsky.app/profile/jana.example',
  'https://www.crunchbase.com/person/jana-bergmann',
  'https://github.com/janabergmann',
  'https://www.linkedin.com/in/jana-bergmann/',
  'https://mastodon.social/@jana',
  'https://orcid.org/0000-0002-1825-0097',
  'https://www.researchgate.net/profile/Jana-Bergmann',
  'https://scholar.google.com/citations?user=AbCdEfGhIjK',
  'https://stackoverflow.com/users/123456/jana',
  'https://theorg.com/org/muster/org-chart/jana-bergmann',
  'https://wellfound.com/u/jana-bergmann',
  'https://x.com/jana',
  'https://www.xing.com/profile/Jana_Bergmann',
  'https://jana.example/',
];

it.each(ADDRESSES)('a page at %s is read in time, whatever its texts are made of', (url) => {
  for (const piece of PIECES) {
    const docs = new Map([LENGTH, LENGTH / 10].map((length) => [length, pageOf(piece, length, url)]));
    expectSteady((length) => extractProfile(docs.get(length) as Document, url), LENGTH, piece);
  }
});

/** A page on which every text is made of one piece. */
function pageOf(piece: string, length: number, url: string): Document {
  const text = `Jana - b${piece.repeat(length / piece.length)} | LinkedIn`;
  const html = `<title>${text}</title><meta property="og:title" content="${text}"><meta property="og:type" content="profile">
      <meta name="author" content="${text}"><script type="application/ld+json">{"@type":"Person","name":${JSON.stringify(text)},"address":${JSON.stringify(text)}}</script>
      <main><h1>${text}</h1><p>${text}</p><h2>Experience</h2><ul><li><h3>${text}</h3><p>${text}</p></li></ul><h2>Education</h2><p>${text}</p>
      <h2>Languages</h2><p>${text}</p><h2>Skills</h2><p>${text}</p><div class="h-card"><p class="p-name">${text}</p></div></main>`;
  return parsePage(html, url);
}
