import { partsOf } from '../classify/headlineParts.ts';
import type { Hinge } from '../model/index.ts';
import { fold } from '../text/fold.ts';
import { whenAsked } from '../text/whenAsked.ts';

/**
 * People who stand between groups by trade, told by the stems of their titles and of the organisations that they
 * lead; and the fields that they serve, by the words of their headline. Hand-written, English and German.
 */
const RECRUITER =
  /(?<!\p{L})(?:recruit\p{L}*|headhunt\p{L}*|personalberat\p{L}*|personalvermittl\p{L}*|talent (?:acquisition|partner|sourc\p{L}*)|executive search|staffing|we hire)(?!\p{L})/u;
const INVESTOR =
  /(?<!\p{L})(?:investor(?:in)?|angel investor|business angel|venture\p{L}*|private equity|beteiligungs\p{L}*|seed fund|vc)(?!\p{L})/u;
const ADVISER =
  /(?<!\p{L})(?:hofnachfolge\p{L}*|(?:betriebs|unternehmens)?nachfolge\p{L}*|existenzgrund\p{L}*|grundungsberat\p{L}*|grunderberat\p{L}*|start-?up (?:adviser|advisor|coach|mentor)|succession|business (?:adviser|advisor)|incubator|inkubator|accelerator)(?!\p{L})/u;
/** Organisations that speak for a field. */
const BODY =
  /(?:verband|kammer|innung|bund der |zunft|cluster|branchennetzwerk|netzwerk|allianz.{0,100} e\.? ?v|gewerkschaft|landesvereinigung|fachgesellschaft)(?!\p{L})|(?<!\p{L})(?:association|chamber|guild|federation|cluster|network of|society of|trade body|faculty of|college of|kammer|innung|verband|dachverband|vereinigung)(?!\p{L})|(?<!\p{L})\p{L}*(?:verband|kammer)s?(?!\p{L})/u;
/** Posts in which somebody speaks for such a body. */
const SPEAKS =
  /(?<!\p{L})(?:\p{L}*vorsitz\p{L}*|vorstand\p{L}*|prasident\p{L}*|president|vice president|chair\p{L}*|obermeister\p{L}*|\p{L}*sprecher(?:in)?|geschaftsfuhr\p{L}*|managing director|director|secretary general|generalsekretar\p{L}*|cluster-?manager\p{L}*|hauptgeschaftsfuhr\p{L}*|ceo|head|kreislandwirt\p{L}*|landesvorsitz\p{L}*|obmann|obfrau|berater(?:in)?|adviser|advisor)(?!\p{L})/u;
/** Speakers of a firm speak for nobody else. */
const PRESS = /(?<!\p{L})(?:presse|unternehmens|konzern)sprecher/u;

/** Leading posts whose very word stands between groups, whatever the organisation. */
const BETWEEN =
  /(?<!\p{L})(vorstand\p{L}*|obermeister(?:in)?|kreishandwerksmeister(?:in)?|(?!(?:presse|unternehmens|konzern)sprecher)\p{L}+sprecher(?:in)?|cluster-?manager(?:in)?|landesvorsitz\p{L}*|kreisvorsitz\p{L}*|bundesvorsitz\p{L}*|verbandsprasident\p{L}*|kreislandwirt(?:in)?|innungsmeister(?:in)?|obmann|obfrau|dekan(?:in)?|dean|ambassador|botschafter(?:in)?)(?!\p{L})/u;

export interface HingeFound {
  hinge?: Hinge;
  nace: string[];
  isco: string[];
  /** The word that says it, as it stands on the page. */
  word?: string;
}

/** What a headline and the posts of today say of somebody who stands between groups. */
export function hingeOf(
  headline: string,
  posts: readonly { title?: string | undefined; company?: string | undefined }[],
): HingeFound {
  const shown = [...partsOf(headline), ...posts.map(({ title = '', company = '' }) => `${title} ${company}`)];
  const all = fold([headline, ...shown].join(' | '));
  const word = wordOf(shown);
  const speaks = shown.some((text) => {
    const folded = fold(text);
    return BODY.test(folded) && SPEAKS.test(folded) && !PRESS.test(folded);
  });
  const hinge: Hinge | undefined = RECRUITER.test(all)
    ? 'recruiter'
    : INVESTOR.test(all)
      ? 'investor'
      : ADVISER.test(all)
        ? 'adviser'
        : speaks || word !== undefined
          ? 'association'
          : undefined;
  if (hinge === undefined) return { nace: [], isco: [] };
  const { nace, isco } = fieldsIn(all);
  // In capitals alone: folded it is a word of every English sentence.
  if (/(?<!\p{L})IT(?!\p{L})/u.test(shown.join(' ')) && !nace.includes('62')) {
    nace.push('62');
    isco.push('25');
  }
  return { hinge, nace, isco, ...(word !== undefined && { word }) };
}

function wordOf(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const found = fold(text).match(BETWEEN)?.[1];
    if (found === undefined) continue;
    return text.split(/[^\p{L}\p{N}-]+/u).find((shown) => fold(shown) === found) ?? found;
  }
  return undefined;
}

/**
 * Fields by the stems of their words: NACE divisions, then prefixes of ISCO-08. A stem counts at the start of a word,
 * or behind a word for a region (`Landesfeuerwehrverband`).
 */
const FIELDS = `
pflege|86 87|222 322 1342
klinik krankenhaus krankenhauser hospital clinic health gesundheit medizin medical arzt physician nhs nurs|86|22 32 1342
medizintechnik medizinprodukt medtech|32|
pharma life_science lifescience biotech|21 72|
lehrer schul school teacher philolog|85|23 1345
bildung education hochschul universit akademi e-learning elearning edtech didakt|85|23
feuerwehr fire polizei police verwaltung beamt kommun public_sector government behord|84|
verlag verleger publish buchhandel buchhandler|58|
medien media presse journalis film rundfunk broadcast audio musik|59 60 58|264
landwirt bauern agrar farm agri hofnachfolge|01|61 2132 1311
gastro restaurant hotel dehoga hospitality gastgewerbe|56 55|1412 343 512 513
versicher assekuranz insur|65 66|3321
bank finan sparkasse kredit|64 66|241 1211 331
controlling accounting rechnungswesen|  |2411 1211
energie energy stadtwerke strom gasversorg utilit solar wind|35|
maschinenbau anlagenbau machinery mechanical_engineer|28|2144 1321
automobil automotive fahrzeug|29|
chemie chemical|20|
metall stahl steel|24 25|72
elektro electronic halbleiter semicon|26 27|215
bauwirtschaft baugewerbe bauindustrie bauunternehm construction hochbau tiefbau|41 42 43|1323 2142
handwerk|43|
handel retail einzelhandel e-commerce ecommerce|47 46|1420 522
logisti spedition transport verkehr|49 52|1324 432
software tech cloud java saas digital developer entwickler devops cyber informatik|62 63|25 1330
data daten|  |2511 2521 2120 251
werbung marketing advertis kommunikation|73|2431 1222 2432
vertrieb sales|  |1221 2433 332
anwalt anwalte legal law jurist recht|69|261
steuer tax audit wirtschaftspruf|69|2411
immobil real_estate property|68|3334
architekt|71|2161
ingenieur engineering|71|21
textil fashion mode|13 14|
lebensmittel food nahrung backer fleischer metzger brauer|10 11|
sozial social wohlfahrt charit nonprofit ngo|88 94|263 1344
kultur museum theater arts|90 91|265
sport|93|342
touris travel reise|79|
forschung research science wissenschaft|72 85|21
luftfahrt aerospace aviation|30 51|
abfall umwelt recycl entsorg|38|
holz forst|02 16|
personal hr human_resources|  |1212 2423
`
  .trim()
  .split('\n')
  .map((line) => {
    const [stems = '', nace = '', isco = ''] = line.split('|');
    const list = (text: string) => text.split(' ').filter((word) => word !== '');
    return {
      stems: list(stems).map((stem) => stem.replaceAll('_', ' ')),
      nace: list(nace),
      isco: list(isco),
    };
  });

/** Short stems are whole words: `it` begins many. */
const WHOLE = new Set([
  'hr',
  'tech',
  'java',
  'data',
  'wind',
  'law',
  'mode',
  'film',
  'bank',
  'arts',
  'personal',
  'recht',
  'sport',
  'fire',
  'ngo',
  'nhs',
  'vertrieb',
  'sales',
  'food',
  'tax',
  'handel',
]);
/** Words of regions in front of a field's word. */
const REGION = '(?:landes|bundes|kreis|bezirks|stadt|regional|zentral|gesamt|reichs)?';

const patterns = whenAsked(() =>
  FIELDS.map(({ stems, nace, isco }) => ({
    pattern: new RegExp(
      `(?<!\\p{L})${REGION}(?:${stems.map((stem) => (WHOLE.has(stem) ? `${stem}(?!\\p{L})` : stem)).join('|')})`,
      'u',
    ),
    nace,
    isco,
  })),
);

/** The fields that a folded text names. */
export function fieldsIn(folded: string): { nace: string[]; isco: string[] } {
  const text = folded.slice(0, 1_000);
  const nace = new Set<string>();
  const isco = new Set<string>();
  for (const field of patterns()) {
    if (!field.pattern.test(text)) continue;
    for (const code of field.nace) nace.add(code);
    for (const code of field.isco) isco.add(code);
  }
  return { nace: [...nace], isco: [...isco] };
}
