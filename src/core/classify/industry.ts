import type { IndustryResult } from '../model/index.ts';
import { COMPANY_NAME_RULES } from '../tables/companyWords.ts';
import { EMPLOYERS } from '../tables/employers.ts';
import { INDUSTRY_LABELS } from '../tables/industryLabels.ts';
import { TEXT_RULES } from '../tables/textWords.ts';
import { industryName } from '../taxonomy/index.ts';
import { companyKey, mayBeLegalForm, wholeName } from '../text/companies.ts';
import { fold } from '../text/fold.ts';
import { ownValue } from '../text/table.ts';
import { whenAsked } from '../text/whenAsked.ts';
import { companyHash } from './companyHash.ts';
import type { TitleModel } from './model.ts';
import { type Found, findPhrase, readPhrases, wordsOf } from './phrases.ts';
import { findSiteLabel, type SiteLabel } from './siteLabels.ts';
import { industryOfFunction } from './workplaces.ts';

const labels = whenAsked(() => readPhrases(INDUSTRY_LABELS));
const nameRules = whenAsked(() => readPhrases(COMPANY_NAME_RULES, 'with fillers'));
const textRules = whenAsked(() => readPhrases(TEXT_RULES));
const employers = whenAsked(() => readPhrases(EMPLOYERS, 'with fillers'));

/** Sureness of each kind of evidence, strongest first; checked by `bench headlines`. */
const CONFIDENCE = {
  correction: 1,
  employer: 0.95,
  label: 0.9,
  nearLabel: 0.8,
  employerAndMore: 0.85,
  listed: 0.75,
  companyName: 0.75,
  partOfLabel: 0.65,
  partOfName: 0.6,
  vagueName: 0.56,
  employerInHeadline: 0.65,
  partOfHeadline: 0.6,
  broadLabel: 0.5,
  ownWorkplace: 0.58,
  headline: 0.55,
  function: 0.5,
  about: 0.4,
} as const;

/** Employers whose names nobody else bears: what stands behind them is a place, a unit or a product. */
const BRANDS: ReadonlySet<string> = new Set(
  (
    'audi bmw mercedes daimler volkswagen vw porsche skoda toyota renault peugeot volvo scania bosch siemens continental ' +
    'schaeffler basf bayer evonik covestro lanxess henkel beiersdorf merck novartis roche pfizer astrazeneca ' +
    'sanofi biontech fresenius helios asklepios sana vivantes charite allianz ergo huk axa debeka barmer aok ' +
    'sparkasse commerzbank santander hsbc barclays lloyds natwest deloitte kpmg pwc ey accenture capgemini mckinsey ' +
    'google microsoft amazon ibm oracle sap salesforce cisco vodafone telefonica telekom lufthansa ryanair easyjet ' +
    'airbus boeing rheinmetall thyssenkrupp liebherr trumpf kuka festo miele aldi lidl rewe edeka kaufland netto ' +
    'rossmann dm ikea zalando tesco sainsburys asda morrisons waitrose primark nestle unilever danone heineken dhl ' +
    'ups fedex hermes dpd dachser schenker eon rwe enbw vattenfall shell bp totalenergies exxonmobil aral hilton ' +
    'marriott accor ibis mcdonalds starbucks netflix spotify bbc itv zdf ard nhs unicef unesco caritas diakonie awo ' +
    'johanniter malteser drk tuv dekra randstad adecco manpower hays wisag strabag hochtief bilfinger arup vonovia ' +
    'viessmann vaillant mcdonald shopify nike adidas puma zara decathlon disney sony samsung huawei intel nvidia vestas ørsted orsted strabag'
  ).split(' '),
);

/** Words behind an employer's name that say where or which part of it, and not another company. */
const UNITS: ReadonlySet<string> = new Set(
  (
    'deutschland germany osterreich austria schweiz switzerland suisse france espana spain europe europa emea dach ' +
    'international global holding group gruppe konzern worldwide uk usa us americas asia berlin hamburg munchen ' +
    'koln frankfurt stuttgart wien zurich bern basel salzburg graz linz bayern hessen sachsen nord sud ost west mitte ' +
    'nordwest sudwest nordost rheinland westfalen nrw thuringen brandenburg niedersachsen schleswig holstein ' +
    'bremen leipzig dresden dusseldorf hannover nurnberg essen dortmund london paris madrid barcelona milan ' +
    'amsterdam iberica iberia italia italy polska uk ireland nederland netherlands belgium nordics benelux apac ' +
    'asia pacific china japan india canada australia latam und zentrale services service solutions digital ' +
    'technology technologies systems it business operations logistics logistik engineering deutsche region ' +
    'regional stiftung ventures labs lab research campus akademie academy brasil brazil portugal mexico chile argentina ' +
    'colombia peru nigeria ghana kenya egypt africa south southern saharan east west indonesia malaysia singapore ' +
    'thailand vietnam philippines hong kong taiwan korea turkey turkiye czech republic ceska republika slovakia ' +
    'poland hungary romania ukraine greece ireland israel dubai uae emirates arabia saudi qatar middle new zealand ' +
    'denmark sweden norway finland danmark sverige norge suomi north latin central eastern western de do in'
  ).split(' '),
);
/** Units that firms of any name have: behind a short name they make another name, `DB Engineering`, `TK Holding`. */
const ANYBODYS: ReadonlySet<string> = new Set(
  (
    'holding group gruppe konzern services service solutions digital technology technologies systems it business ' +
    'operations logistics logistik engineering stiftung ventures labs lab research campus akademie academy de do in'
  ).split(' '),
);
const LONGEST_SHORT = 3;

/** What people write for an employer who have none, or do not tell it. */
const PLACEHOLDER =
  /^(?:freelance[r]?|freiberuflich\p{L}*|selb?ststandig\p{L}*|selbstandig\p{L}*|self ?employed|self employment|own (?:company|business)|independent(?: (?:consultant|contractor|professional))?|contractor|autonom[oa]|profissional autonomo|trabajador autonomo|por cuenta propia|cuenta propia|independiente|independant|auto entrepreneur|a mon compte|libero professionista|partita iva|zzp(?:er)?|zelfstandig\p{L}*|na volne noze|osvc|stealth(?: (?:startup|mode|company|mode startup))?|confidential|vertraulich|confidencial|undisclosed|n ?a|nan|none|null|keine?|not applicable|various|verschiedene|unemployed|arbeitsuchend|arbeitslos|retired|rentner(?:in)?|ruhestand|private|privat|home|student|looking for .{1,40}|open to work|career break|sabbatical|elternzeit|parental leave)$/u;

/** Whether a company's name says that there is none, or none that is told (`Freelance`, `Stealth Startup`, `-`). */
export function isPlaceholder(company: string): boolean {
  return PLACEHOLDER.test(wholeName(company));
}

/** The trade of those who work for themselves, by function: where people on their own account are counted. */
const OF_FREELANCERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:251|252|133)/, '62'],
  [/^2513/, '62'],
  [/^(?:2166|2163|3432|2643|3431)/, '74'],
  [/^(?:2421|2422)/, '70'],
  [/^(?:2431|2432|1222)/, '73'],
  [/^2423/, '78'],
  [/^(?:2641|265)/, '90'],
  [/^2424/, '85'],
  [/^241/, '69'],
];

/** The start of a text is enough: what somebody does stands first. */
const READ_OF_ABOUT = 600;

export interface IndustryInput {
  company?: string | undefined;
  industryLabel?: string | undefined;
  headline?: string | undefined;
  about?: string | undefined;
  /** Other parts of the headline that may be a company. */
  parts?: readonly string[] | undefined;
  /** Somebody who studies: where they do, if nothing else is known, is a school. */
  studies?: boolean | undefined;
  /** The function, where it is known. */
  isco4?: string | null | undefined;
}

export interface IndustryFound {
  result: IndustryResult;
  evidence: string;
}

/**
 * The industry by the strongest evidence there is: the user's correction for the company, a well-known employer,
 * the site's label, listed companies, the company's name, the headline, the function, the text about the person.
 */
export function classifyIndustry(
  from: IndustryInput,
  corrections: Readonly<Record<string, string>>,
  model: TitleModel | null,
): IndustryFound | null {
  const placeholder = from.company !== undefined && isPlaceholder(from.company);
  const company = from.company === undefined ? '' : companyKey(from.company);
  const corrected = company === '' ? undefined : ownValue(corrections, company);
  if (corrected !== undefined)
    return judged(corrected, CONFIDENCE.correction, `your correction for ${from.company}`);
  const found = [
    placeholder
      ? ofFreelancer(from.isco4)
      : (ofEmployer(from.company) ?? ofCompany(from.company, model) ?? ofCompany(apart(from.company), model)),
    ...(from.parts ?? []).map(ofPart),
    ofLabel(from.industryLabel),
    ofText(from.headline, CONFIDENCE.headline, 'the headline'),
    from.studies ? ofStudies(from.company) : ofFunction(from.isco4),
    ofText(from.about?.slice(0, READ_OF_ABOUT), CONFIDENCE.about, 'the text about the person'),
  ].filter((one) => one !== null);
  // A part of a word is often a part of somebody's name: `Studio Holzweg` is no carpenter's where an architect works.
  const byFunction = found.find(({ evidence }) => evidence === BY_FUNCTION);
  for (const one of found)
    if (
      byFunction !== undefined &&
      one.result.confidence === CONFIDENCE.partOfName &&
      one.result.nace2 !== byFunction.result.nace2 &&
      OWN_PLACES.test(from.isco4 ?? '')
    )
      one.result.confidence = CONFIDENCE.about;
  const best = found.reduce<IndustryFound | null>(
    (top, one) => (top === null || one.result.confidence > top.result.confidence ? one : top),
    null,
  );
  if (best === null) return null;
  const others = found.filter(({ result }) => result.nace2 !== best.result.nace2);
  const alternatives = new Map(others.map(({ result }) => [result.nace2, result.confidence]));
  return {
    ...best,
    result: {
      ...best.result,
      alternatives: Array.from(alternatives, ([nace2, confidence]) => ({
        nace2,
        confidence: Math.round(confidence * (1 - best.result.confidence) * 100) / 100,
      })),
    },
  };
}

/** Functions that mostly work in offices and practices of their own kind. */
const OWN_PLACES = /^(?:216[124]|2411|2611|2211|2212|2250|2261|2262|2264|2634|3431)/;

function ofFreelancer(isco4: string | null | undefined): IndustryFound | null {
  if (isco4 === null || isco4 === undefined) return null;
  const division = OF_FREELANCERS.find(([codes]) => codes.test(isco4))?.[1];
  return division === undefined ? null : judged(division, CONFIDENCE.function, BY_FUNCTION);
}

/** Words written as one, apart: `@BBCNews`, `SolarWerk`; `undefined` where there are none. */
function apart(company: string | undefined): string | undefined {
  const spaced =
    company
      ?.slice(0, 100)
      .replace(DOMAIN, '$1')
      // Two letters are no word: `moTV`.
      .replace(/(\p{Ll})(?=\p{Lu}\p{L}{2})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1$2 ') ?? '';
  return spaced === company ? undefined : spaced;
}

/** A well-known employer whose legal form is part of the name. */
function ofEmployer(company: string | undefined): IndustryFound | null {
  const name = company === undefined ? '' : wholeName(company);
  const known = employers().phrases.get(name);
  return known === undefined ? null : judged(known, CONFIDENCE.employer, `"${name}" is a known employer`);
}

function ofCompany(name: string | undefined, model: TitleModel | null, most = 1): IndustryFound | null {
  const company = name === undefined ? '' : companyKey(name);
  if (name === undefined || company === '') return null;
  const known = employers().phrases.get(company) ?? employers().phrases.get(company.replace(/^the /, ''));
  if (known !== undefined)
    return judged(known, Math.min(most, CONFIDENCE.employer), `"${company}" is a known employer`);
  const words = company.replace(/^the (?=\S)/, '').split(' ');
  for (let length = words.length - 1; length > 0; length--) {
    const start = words.slice(0, length).join(' ');
    const code = employers().phrases.get(start);
    // One word alone may begin anybody's name (Metro, Apple, Orange): the rest must say a unit or a place.
    const rest = words.slice(length);
    if (code === undefined || (length === 1 && !rest.every((word) => UNITS.has(word)))) continue;
    if (start.length <= LONGEST_SHORT && !BRANDS.has(start) && rest.some((word) => ANYBODYS.has(word)))
      continue;
    return judged(code, Math.min(most, CONFIDENCE.employerAndMore), `"${start}" is a known employer`);
  }
  if (words.length > 1 && words.length <= 3 && BRANDS.has(words[0] as string) && !isOtherMaker(words)) {
    const code = employers().phrases.get(words[0] as string);
    if (code !== undefined)
      return judged(code, Math.min(most, CONFIDENCE.employerAndMore), `"${words[0]}" is a known employer`);
  }
  const listed = model?.company(companyHash(company)) ?? null;
  const named = findInName(wordsOfName(name)) ?? findInJoined(company);
  const byName =
    named === null
      ? null
      : judged(
          named.code,
          Math.min(
            most,
            named.words < 1
              ? CONFIDENCE.partOfName
              : VAGUE_IN_NAMES.has(named.phrase)
                ? CONFIDENCE.vagueName
                : CONFIDENCE.companyName,
          ),
          `"${named.phrase}" in the company's name`,
        );
  if (listed !== null && byName === null) {
    return judged(listed, CONFIDENCE.listed, `"${company}" is a listed company`);
  }
  return byName;
}

/** Three letters and a trade are another firm's name: `UPS Elektronik` makes supplies of power. */
function isOtherMaker(words: readonly string[]): boolean {
  const [brand = '', ...rest] = words;
  if (brand.length > LONGEST_SHORT) return false;
  const named = findPhrase(rest, nameRules());
  const own = employers().phrases.get(brand);
  return named !== null && named.words >= 1 && MAKERS.test(named.code) && named.code !== own;
}
/** Divisions of makers and builders. */
const MAKERS = /^(?:[012]|3[0-3]|4[1-3])/;

/** A name in a script without blanks, its legal form and `集团` (group) off: its end says what it is. */
function findInJoined(company: string): Found | null {
  return company.charCodeAt(company.length - 1) >= EASTERN
    ? findPhrase(company.replace(JOINED_GROUP, '').split(' '), nameRules())
    : null;
}
/** Letters from here on are Hangul, kana and Han. */
const EASTERN = 0x1100;
const JOINED_GROUP = /(?:集团|集團|控股)$/u;

/** A part of a headline that may be a company: a topic or a tool is none. */
function ofPart(part: string): IndustryFound | null {
  const company = companyKey(part);
  const words = company.split(' ');
  if (AIRCRAFT.test(part)) return null;
  if (TOOLS.has(company) || TOOLS.has(words[0] as string) || CERTIFIERS.has(company)) return null;
  const named = employers().phrases.has(company) ? null : findInName(wordsOfName(part));
  if (named !== null && PAIR_OF_TOPICS.test(part) && !INSTITUTIONS.has(named.code)) return null;
  // `Private Equity`, `Marketing & Design`: all of it is what rules say, so that it is the name of nobody.
  if (
    named !== null &&
    (!INSTITUTIONS.has(named.code) || OF_TOPICS.has(named.phrase) || FIELDS_OF_CARE.has(named.phrase))
  ) {
    const own = words.filter(
      (word) => !nameRules().phrases.has(word) && !VAGUE_IN_NAMES.has(word) && !OF_TOPICS.has(word),
    );
    if (named.words >= words.length || own.length === 0) return null;
  }
  if (
    named !== null &&
    VAGUE_IN_NAMES.has(named.phrase) &&
    (words.length < 2 ||
      (words.at(-1) !== named.phrase && !(AUTHORITIES.has(named.phrase) && words[0] === named.phrase)))
  )
    return null;
  const listed = words.length > 1 && employers().phrases.has(company);
  return ofCompany(part, null, listed ? CONFIDENCE.employerInHeadline : CONFIDENCE.partOfHeadline);
}

/** Types that pilots name: nobody works for an aeroplane. */
const AIRCRAFT = /\b(?:airbus|boeing|embraer|cessna)\s*(?:[ab]?\d{3}|[ab]\d{3})/iu;
/** `Legal & Financial`, `Marine and Cargo`: two words joined are topics. */
const PAIR_OF_TOPICS = /^[\p{L}-]+ (?:&|\+|and|und) [\p{L}-]+$/u;
/** Bodies that stand behind a title as its certificate: `Bilanzbuchhalter IHK`. */
const CERTIFIERS: ReadonlySet<string> = new Set(
  'ihk hwk ihk gepruft gepruft tuv dekra cipd acca cima icaew aat cfa pmp cissp rics ciob nmc gdc hcpc sra bda vdi dav dvp niceic'.split(
    ' ',
  ),
);
/** Whether a name of several words, or a name that nobody else bears, is a listed employer. */
export function isEmployer(name: string): boolean {
  const company = companyKey(name);
  return employers().phrases.has(company) && (company.includes(' ') || BRANDS.has(company));
}

/** Whether a name that begins with this word may be a listed employer's; sooner yes than no. */
export function mayBeginEmployer(word: string): boolean {
  if (!/^\p{L}{2,}$/u.test(word)) return true;
  const folded = fold(word);
  return employers().lengths.has(folded) || mayBeLegalForm(folded);
}

/** Products that headlines list as skills, and that bear the names of their makers. */
const TOOLS: ReadonlySet<string> = new Set([
  'new work',
  ...(
    'sap salesforce aws azure google microsoft snowflake databricks oracle adobe servicenow hubspot shopify tableau ' +
    'docker atlassian figma unity nvidia intel apple amazon meta openai workday zendesk stripe github gitlab mongodb ' +
    'datadog splunk cisco vmware hashicorp confluent palantir siemens autodesk tiktok instagram youtube linkedin xing ' +
    'facebook whatsapp notion canva wordpress datev lexware excel jira vmware kubernetes'
  ).split(' '),
]);
/** Authorities whose kind stands first: `Stadt Mainz`, `Land Hessen`. */
const AUTHORITIES: ReadonlySet<string> = new Set(['stadt', 'gemeinde', 'land', 'bezirk', 'kreis', 'region']);
/** Kinds of institutions that are topics as often. */
const FIELDS_OF_CARE: ReadonlySet<string> = new Set([
  'digital health',
  'mental health',
  'public health',
  'healthcare',
  'health care',
  'primary care',
]);
/** Words of topics (`User Research`, `Machine Learning`) that names of companies seldom hold. */
const OF_TOPICS: ReadonlySet<string> = new Set(
  (
    'and und y et e i of user machine deep strategy strategie estrategia product products agile agil new remote work ' +
    'leadership paid performance requirements people customer business change process processes digitale neue lean ' +
    'growth operations strategic corporate project projekt advanced applied generative natural computer vision ' +
    'language enterprise full stack backend frontend mobile test testing quality qualitat sustainable nachhaltige ' +
    'learning training trainings coaching education bildung seminar health medical gesundheit sport kunst ' +
    'digitalisierung digitalization digitalisation mittelstand financial technical restrukturierung transformation ' +
    'nachhaltigkeit sustainability innovation marine wirtschaftsinformatik informatik software it cloud'
  ).split(' '),
);
/** Divisions whose names may hold nothing but their kind: `City Council`, `Dairy Association`, `High School`. */
const INSTITUTIONS: ReadonlySet<string> = new Set(['84', '85', '86', '87', '88', '91', '94']);

/**
 * The words of a name, for its rules: with those that `companyKey` takes for a legal form (`Investment Company`, `Haus
 * und Grund`), but for a "SpA" that is one: a spa is written with one capital.
 */
function wordsOfName(name: string): string[] {
  const words = wholeName(
    name
      .replace(DOMAIN, '$1')
      // `Bau- und Industriebedarf` is one word and the last: what both of its halves are for.
      .replace(/(?<!\p{L})\p{L}{1,40}-\s{1,3}(?:und|and|&|\+)\s{1,3}(?=\p{L}{5})/giu, '')
      .replace(/(?<![\p{L}.])[sS]\.?\s?[pP]\.?\s?A\.?(?![\p{L}])|\sspa$/gu, ' '),
  ).split(' ');
  return words.filter((word) => word !== '');
}

/** A name that is an address on the web: what stands behind its dot says nothing of it (`Codess.Cafe`, `moTV.eu`). */
const DOMAIN =
  /^(\S+)\.(?:cafe|tv|fm|io|ai|app|dev|com|net|org|eu|de|at|ch|me|co|xyz|space|world|land|club|house)$/iu;

/** The rule on a company's name; words that stand in names of every industry decide only where no other does. */
function findInName(words: readonly string[]): Found | null {
  const found = findPhrase(words, nameRules());
  // `City of Birmingham Symphony Orchestra` is no city.
  if (found !== null && found.phrase === 'city of')
    return findPhrase(words.slice(found.at + 2), nameRules()) ?? found;
  if (found === null || !VAGUE_IN_NAMES.has(found.phrase)) return found;
  const telling = words.filter((word) => !VAGUE_IN_NAMES.has(word));
  return findPhrase(telling, nameRules()) ?? found;
}

const VAGUE_IN_NAMES: ReadonlySet<string> = new Set(
  (
    'technology technologies technologie tecnologia tecnologias tech systems systeme solutions digital data labs media ' +
    'medien brand capital power netzwerk institut institute stadt region land gemeinde bezirk union dom stiftung ' +
    'foundation fondation fundacion holding unternehmensgruppe agentur agence agencia medical health gesundheit ' +
    'medizin bio food heritage communications communication kommunikation creative design talent personal online ' +
    'web portal platform plattform marketplace science sciences research management consulting consult beratung ' +
    'service trading handels vertriebs distribution import export kultur initiative verein association kreis post ' +
    'express group services partners engineering automation space risk smart seminar campus center copper glass ' +
    'paper steel oil coffee kaffee chocolate cheese water wasser wine garden film music house gold public marketing ' +
    'healthcare technologie technologies technologia entertainment agri agro society recherche ricerca fondazione ' +
    'schmiede werkstatt experience interactive innovation innovations studio studios industries industrial industrie'
  ).split(' '),
);

function ofLabel(label: string | undefined): IndustryFound | null {
  if (label === undefined) return null;
  const evidence = `industry label "${label.slice(0, 80)}"`;
  const exact = findSiteLabel(label);
  if (exact?.exact)
    return judged(exact.nace2, exact.broad ? CONFIDENCE.broadLabel : CONFIDENCE.label, evidence);
  const words = wordsOf(label).filter((word) => word !== 'und' || labels().phrases.has(word));
  const found = findPhrase(words, labels()) ?? findPhrase(wordsOf(label.replace(/&/g, ' and ')), labels());
  if (found !== null && found.words === found.of) return judged(found.code, CONFIDENCE.label, evidence);
  // A list of several (`IT / Software`): its first known one.
  const near = exact ?? firstOf(label);
  if (near !== null)
    return judged(near.nace2, near.broad ? CONFIDENCE.broadLabel : CONFIDENCE.nearLabel, evidence);
  return found === null ? null : judged(found.code, CONFIDENCE.partOfLabel, evidence);
}

function firstOf(label: string): SiteLabel | null {
  const parts = label.slice(0, 200).split(/\s*[/|;·>]\s*|\s+[-–—]\s+/);
  if (parts.length < 2) return null;
  for (const part of parts) {
    const found = findSiteLabel(part);
    if (found !== null) return found;
  }
  return null;
}

/** Functions that work nowhere else, whatever topics a headline names: farmers, soldiers, police, teachers, translators. */
const OWN_WORKPLACE = /^(?:0|23|61|62|5411|5412|2643|5141|2636)/;

function ofText(text: string | undefined, confidence: number, where: string): IndustryFound | null {
  if (text === undefined || text === '') return null;
  const found = findPhrase(wordsOf(text), textRules());
  return found === null ? null : judged(found.code, confidence, `"${found.phrase}" in ${where}`);
}

function ofStudies(company: string | undefined): IndustryFound | null {
  return company === undefined ? null : judged('85', CONFIDENCE.function, 'where people study');
}

const BY_FUNCTION = 'where this function mostly works';

function ofFunction(isco4: string | null | undefined): IndustryFound | null {
  const code = isco4 ? industryOfFunction(isco4) : null;
  if (code === null) return null;
  const sureness = OWN_WORKPLACE.test(isco4 as string) ? CONFIDENCE.ownWorkplace : CONFIDENCE.function;
  return judged(code, sureness, BY_FUNCTION);
}

function judged(nace2: string, confidence: number, evidence: string): IndustryFound {
  return { result: { nace2, name: industryName(nace2, 'en'), confidence, alternatives: [] }, evidence };
}
