import type { Place } from '../model/profile.ts';
import { oneLine } from './whitespace.ts';

/** ISO 3166-1 alpha-2; the names come from `Intl.DisplayNames`, which every browser and Node carry. */
const CODES =
  'ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW';

/** Names in use beside the official ones. */
const ALIASES: readonly (readonly [string, string])[] = [
  ['usa', 'US'],
  ['u.s.a.', 'US'],
  ['u.s.', 'US'],
  ['united states of america', 'US'],
  ['vereinigte staaten von amerika', 'US'],
  ['estados unidos de america', 'US'],
  ['uk', 'GB'],
  ['u.k.', 'GB'],
  ['great britain', 'GB'],
  ['grossbritannien', 'GB'],
  ['grande-bretagne', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['northern ireland', 'GB'],
  ['holland', 'NL'],
  ['the netherlands', 'NL'],
  ['czech republic', 'CZ'],
  ['tschechische republik', 'CZ'],
  ['russian federation', 'RU'],
  ['republic of ireland', 'IE'],
  ['south korea', 'KR'],
  ['korea', 'KR'],
  ['turkey', 'TR'],
  ['turkei', 'TR'],
  ['uae', 'AE'],
  ['hong kong sar', 'HK'],
  ['hong kong', 'HK'],
  ['hongkong', 'HK'],
  ['viet nam', 'VN'],
  ['czechy', 'CZ'],
  ['stati uniti', 'US'],
  ['stany zjednoczone', 'US'],
  ['verenigde staten', 'US'],
  ['wielka brytania', 'GB'],
  ['verenigd koninkrijk', 'GB'],
  ['regno unito', 'GB'],
  ['reino unido', 'GB'],
  ['royaume-uni', 'GB'],
  ['etats-unis', 'US'],
  ['estados unidos', 'US'],
  ['macedonia', 'MK'],
  ['ivory coast', 'CI'],
];

/** Names of countries that are as often the name of something else. */
const AMBIGUOUS = new Set(['georgia', 'georgie', 'georgien', 'jersey']);

/** Two-letter codes of US states that are no country's code as well: only these decide. */
const US_STATES = new Set(
  'AK CT DC FL HI IA KS KY MI ND NH NJ NM NV NY OH OK OR RI TX UT VT WA WI WV WY'.split(' '),
);
/** Codes of US states that are countries' codes as well: `San Francisco, CA`, `Berlin, DE` decide nothing. */
const UNDECIDED = new Set(
  'AL AR AZ CA CO DE GA ID IL IN LA MA MD ME MN MO MS MT NC NE PA SC SD TN VA'.split(' '),
);
/** Parts that say how somebody works, not where. */
const NOT_A_PLACE =
  /^(?:remote|on-?site|hybrid|vor ort|home ?office|weltweit|worldwide|global|everywhere|earth|internet|the internet|à distance|sur site|hybride|en remoto|presencial|híbrido|ibrido|in sede|da remoto|op locatie|op afstand|zdalnie|hybrydowo|remoto)$/i;
const AREA =
  /\b(?:area|region|metropolitan|metropolregion|umgebung|großraum|grossraum|raum|und umgebung|région|périphérie|área|alrededores|y alrededores|greater)\b|(?:^|\s)(?:Großraum|Région|Área)/i;

/**
 * Splits a place as a page shows it into city, region and country; parts that cannot be told are left out.
 * `countryCode` (ISO 3166-1 alpha-2, any case) is the page's own word for the country and wins.
 * Answers `null` for an empty text or one that names no place (`Remote`).
 */
export function parsePlace(text: string, countryCode?: string): Place | null {
  const shown = oneLine(text.slice(0, 1_000));
  const own = countryCode !== undefined ? countryOf(countryCode) : undefined;
  const parts = shown
    .split(/ ?[,;·] ?| [-–|/] /)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !NOT_A_PLACE.test(part));
  if (parts.length === 0 || !/\p{L}/u.test(shown)) return null;
  const place: Place = { text: shown };
  let country = own;
  const last = parts[parts.length - 1] ?? '';
  const ambiguous =
    (AMBIGUOUS.has(key(last)) && parts.length < 3) || (UNDECIDED.has(last) && parts.length > 1);
  const found = ambiguous ? undefined : countryOf(last);
  if (found !== undefined && (own === undefined || found === own)) {
    country = found;
    parts.pop();
  } else if (own === undefined && US_STATES.has(last) && parts.length > 1) {
    country = 'US';
  }
  country ??= ambiguous ? undefined : countryOfCity(parts[parts.length - 1] ?? '');
  const [city, ...rest] = parts;
  const region = rest[rest.length - 1];
  if (city !== undefined) {
    if (AREA.test(city)) place.region = city;
    else if (/^[\p{L}\p{M}\s.'’()-]{1,60}$/u.test(city)) place.city = city;
  }
  if (region !== undefined && place.region === undefined) place.region = region;
  if (country !== undefined) place.country = country;
  return place;
}

/** The place with what its own text tells beyond it: a text that was typed alone, a large city without its country. */
export function wellNamed(place: Place): Place {
  if (place.country !== undefined) return place;
  const read = parsePlace(place.text);
  if (read === null) return place;
  if (place.city === undefined && place.region === undefined) return read;
  return read.country === undefined ? place : { ...place, country: read.country };
}

/**
 * Large cities, and the regions of Germany, Austria and Switzerland, whose name alone tells the country: folded, by
 * country. Left out are names that are as well known elsewhere (Birmingham, Cordoba, Freiburg, Naples, Valencia).
 */
const CITIES =
  'DE berlin,hamburg,munchen,munich,koln,cologne,frankfurt,frankfurt am main,stuttgart,dusseldorf,leipzig,dortmund,essen,bremen,dresden,hannover,hanover,nurnberg,nuremberg,duisburg,bochum,wuppertal,bielefeld,bonn,munster,mannheim,karlsruhe,augsburg,wiesbaden,monchengladbach,gelsenkirchen,aachen,braunschweig,kiel,chemnitz,halle (saale),magdeburg,freiburg im breisgau,krefeld,mainz,lubeck,erfurt,oberhausen,rostock,kassel,hagen,potsdam,saarbrucken,ludwigshafen,leverkusen,oldenburg,osnabruck,heidelberg,darmstadt,solingen,regensburg,paderborn,ingolstadt,wurzburg,ulm,heilbronn,wolfsburg,gottingen,reutlingen,koblenz,jena,trier,erlangen,tubingen,konstanz,walldorf,bayern,bavaria,baden-wurttemberg,hessen,niedersachsen,nordrhein-westfalen,north rhine-westphalia,rheinland-pfalz,saarland,sachsen,sachsen-anhalt,schleswig-holstein,thuringen,brandenburg,mecklenburg-vorpommern|AT wien,vienna,graz,linz,salzburg,innsbruck,klagenfurt,villach,wels,sankt polten,st. polten,dornbirn,bregenz,steiermark,karnten,oberosterreich,niederosterreich,tirol,vorarlberg,burgenland|CH zurich,genf,geneva,geneve,basel,bern,lausanne,winterthur,luzern,lucerne,st. gallen,lugano,biel,zug,aargau,thurgau|FR paris,lyon,marseille,toulouse,nantes,bordeaux,lille,strasbourg,strassburg,grenoble|GB london,manchester,edinburgh,glasgow,leeds,liverpool,sheffield|IE dublin|NL amsterdam,rotterdam,den haag,the hague,utrecht,eindhoven|BE brussel,brussels,bruxelles,antwerpen,antwerp,gent,ghent|ES madrid,barcelona,sevilla,seville,bilbao,malaga,zaragoza|PT lisboa,lisbon,lissabon,porto|IT roma,rome,rom,milano,milan,mailand,torino,turin,napoli,bologna,firenze,florenz|DK kobenhavn,copenhagen,kopenhagen,aarhus|SE stockholm,goteborg,gothenburg,malmo|NO oslo,bergen,trondheim|FI helsinki,espoo,tampere|PL warszawa,warsaw,warschau,krakow,krakau,wroclaw,breslau,gdansk,danzig,poznan,lodz,katowice|CZ praha,prague,prag,brno|SK bratislava|HU budapest|RO bucuresti,bucharest,bukarest|BG sofia|GR athens,athen|RS beograd,belgrade,belgrad|HR zagreb|SI ljubljana|EE tallinn|LV riga|LT vilnius|UA kyiv,kiev,kiew,lviv|RU moscow,moskau|TR istanbul,ankara,izmir|US new york,new york city,san francisco,los angeles,chicago,boston,seattle,washington dc|CA toronto,montreal,vancouver|BR sao paulo,rio de janeiro|AR buenos aires|MX mexico city|IN mumbai,bangalore,bengaluru,new delhi,hyderabad,pune,chennai|CN beijing,peking,shanghai,shenzhen|JP tokyo,tokio,osaka,kyoto|KR seoul|AE dubai,abu dhabi|IL tel aviv|AU sydney,melbourne,brisbane|ZA cape town,kapstadt,johannesburg';
let cities: Map<string, string> | undefined;

function countryOfCity(name: string): string | undefined {
  cities ??= new Map(
    CITIES.split('|').flatMap((row) =>
      row
        .slice(3)
        .split(',')
        .map((city) => [city, row.slice(0, 2)] as const),
    ),
  );
  // The letters that no decomposition takes apart.
  return cities.get(key(name).replace(/[øł]/g, (letter) => (letter === 'ø' ? 'o' : 'l')));
}

/**
 * The country of a name in one of `LANGUAGES`, or of a two-letter code in capitals
 * that is not also a US state's. `undefined` when there is none.
 */
export function countryOf(text: string): string | undefined {
  const wanted = text.trim();
  if (/^[A-Za-z]{2}$/.test(wanted)) {
    const code = wanted.toUpperCase();
    // As people write it, and as the European Union does.
    if (code === 'UK') return 'GB';
    if (code === 'EL') return 'GR';
    return everyCode().includes(code) ? code : undefined;
  }
  return codeByName(key(wanted));
}

/** The English name of a country by its code; the code itself where there is none. */
export function countryName(code: string): string {
  return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
}

function everyCode(): string[] {
  return CODES.match(/../g) ?? [];
}

/** The names met most often, folded: making a table for one of them takes longer than reading the whole page. */
const COMMON =
  'DE germany deutschland allemagne alemania germania duitsland niemcy alemanha|AT austria osterreich autriche oostenrijk|CH switzerland schweiz suisse suiza svizzera zwitserland|US united states,vereinigte staaten|GB united kingdom,vereinigtes konigreich|FR france frankreich francia frankrijk francja|ES spain spanien espana espagne spagna spanje espanha|IT italy italien italia italie wlochy|NL netherlands niederlande nederland pays-bas|BE belgium belgien belgique belgie|LU luxembourg luxemburg|PL poland polen polska pologne|CZ czechia tschechien cesko|SE sweden schweden sverige|DK denmark danemark danmark|NO norway norwegen norge|FI finland finnland suomi|IE ireland irland|PT portugal|IN india indien|CA canada kanada|AU australia australien|BR brazil brasilien brasil';
const aliases = new Map([...ALIASES, ...COMMON.split('|').flatMap(namesOf)]);
/** Names by code, one table per language, made when first asked for: making all takes a page's whole time. */
const tables: Map<string, string>[] = [];
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'pt'];

function codeByName(name: string): string | undefined {
  if (name === '' || name.length > 60) return undefined;
  const alias = aliases.get(name);
  if (alias !== undefined) return alias;
  for (const [index, language] of LANGUAGES.entries()) {
    tables[index] ??= namesIn(language);
    const code = tables[index]?.get(name);
    if (code !== undefined) return code;
  }
  return undefined;
}

function namesOf(row: string): (readonly [string, string])[] {
  const names = row.slice(3);
  return names.split(names.includes(',') ? ',' : ' ').map((name) => [name, row.slice(0, 2)] as const);
}

function namesIn(language: string): Map<string, string> {
  const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return new Map(everyCode().map((code) => [key(display.of(code) ?? code), code]));
}

function key(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[’`´]/g, "'")
    .toLowerCase()
    .trim();
}
