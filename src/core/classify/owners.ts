import { tableOf } from '../text/table.ts';
import { fieldIn } from './studies.ts';

/** People who own what they work in: what is said of their trade, their level, and of partners in firms. */

/** Words that say whose it is, and nothing of what is done there (folded). */
const OWNERS: ReadonlySet<string> = new Set(
  (
    'inhaber inhaberin mitinhaber mitinhaberin owner coowner proprietor betreiber betreiberin besitzer besitzerin ' +
    'selbststandig selbststandiger selbststandige'
  ).split(' '),
);
const JOINING: ReadonlySet<string> = new Set([
  'and',
  'und',
  'co',
  'of',
  'in',
  'von',
  'als',
  'vom',
  'des',
  'eines',
  'einer',
]);

/** What the owner of such a place mostly is: `code: place, …`; `-` begins an ending. Folded. */
const PLACES: readonly (readonly [string, string])[] = `
5141: friseursalon, -friseursalon, friseur, friseurstudio, barbershop, hair salon, hairdressers, haarstudio, coiffeur, salon
5142: kosmetikstudio, kosmetiksalon, nagelstudio, beauty salon, kosmetikinstitut
2262: apotheke, -apotheke, pharmacy
2261: zahnarztpraxis, dental practice, dental clinic
2211: arztpraxis, hausarztpraxis
2264: physiotherapiepraxis, physiotherapie
2250: tierarztpraxis, kleintierpraxis, tierklinik
2611: kanzlei, anwaltskanzlei, rechtsanwaltskanzlei
2411: steuerkanzlei, steuerburo
2161: architekturburo
1412: restaurant, -restaurant, cafe, bistro, gasthaus, gasthof, pizzeria, pub, wirtshaus, imbiss, coffee shop, bar
1411: hotel, -hotel, pension, guest house, guesthouse, ferienhof
7512: backerei, -backerei, bakery, konditorei, patisserie
7511: metzgerei, -metzgerei, fleischerei, butchers
7522: schreinerei, tischlerei
7131: malerbetrieb, malerwerkstatt
7231: autowerkstatt, kfz werkstatt, garage
6112: weingut, -weingut, vineyard
6130: bauernhof, biohof, farm
6113: gartnerei, garden centre
5165: fahrschule
3422: fitnessstudio, yogastudio, tanzschule, gym
4221: reiseburo, travel agency
5221: boutique, laden, blumenladen, buchhandlung, shop, -laden, fachgeschaft
3431: fotostudio
5163: bestattungshaus, bestattungen
`
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [code = '', places = ''] = line.split(': ');
    return places.split(', ').map((place): [string, string] => [place, code]);
  });

/** Trades that people practise on their own: an owner among them is one of the trade. */
const TRADES =
  /^(?:22[156]|261|216|2411|2634|3255|3259|2643|3431|342|513|514|5163|5164|6|7|265|141|322|3214|8322|8332)/;

/** Whether a function is one that people practise on their own. */
export function isTrade(isco4: string): boolean {
  return TRADES.test(isco4);
}

/** The words of a role without those that say whose it is; `null` when none does, or nothing is left. */
export function withoutOwner(words: readonly string[]): string[] | null {
  if (!words.some((word) => OWNERS.has(word))) return null;
  const rest = words.filter((word) => !OWNERS.has(word) && !JOINING.has(word));
  return rest.length === 0 ? null : rest;
}

/** What the owner of a place is, by the place's name (`Inhaberin Friseursalon Haarmonie`); `null` for unknown places. */
export function ownerOfPlace(words: readonly string[]): { code: string; place: string } | null {
  return placeIn(words, PLACES);
}

function placeIn(
  words: readonly string[],
  places: readonly (readonly [string, string])[],
): { code: string; place: string } | null {
  const text = ` ${words.join(' ')} `;
  for (const [place, code] of places) {
    const end = place.slice(1);
    const found = place.startsWith('-')
      ? words.some((word) => word.length > end.length && word.endsWith(end))
      : text.includes(` ${place} `);
    if (found) return { code, place };
  }
  return null;
}

/** What leads such a place is called: `code: place, …`, as above. */
const LED: readonly (readonly [string, string])[] = `
1345: musikschule, volkshochschule, schule, grundschule, realschule, gymnasium, -schule, -gymnasium, school, academy, akademie
1341: kita, kindertagesstatte, kindergarten, krippe, hort, nursery, -kita
1342: klinik, klinikum, krankenhaus, hospital, station, -klinik, -station, clinic
1343: pflegeheim, seniorenheim, altenheim, seniorenresidenz, seniorenzentrum, -heim, care home, wohngruppe
1344: frauenhaus, jugendzentrum, jugendhaus, jugendamt, sozialamt, familienzentrum, beratungsstelle
1349: museum, museums, stadtbibliothek, bibliothek, archiv, stadtarchiv, -bibliothek, -museum, library, polizeiinspektion, feuerwehr
1411: hotel, -hotel
1412: restaurant, gaststatte, kantine, mensa
1420: filiale, markt, store, shop
1112: bauamt, ordnungsamt, burgeramt, finanzamt, -amt, behorde
1431: theater, schwimmbad, freibad, fitnessstudio, sportzentrum
`
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [code = '', places = ''] = line.split(': ');
    return places.split(', ').map((place): [string, string] => [place, code]);
  });
const LEADERS =
  /^(?:(?:stellvertretende[rn]?|stv|stellv) )?(?:leiter|leiterin|leitung|head|director|direktor|direktorin|chef|chefin)\s/;

/** What somebody is who leads a place: `Leiterin der Musikschule`, `Leitung Frauenhaus`; `null` for anything else. */
export function leaderOfPlace(words: readonly string[]): { code: string; place: string } | null {
  return LEADERS.test(words.join(' ')) ? placeIn(words.slice(1, 4), LED) : null;
}

/** How a part begins that says that somebody owns the place. */
const OWNING =
  /^(?:mit)?(?:\p{L}*inhaber(?:in)?|gründer(?:in)?|gesellschafter(?:in)?|besitzer(?:in)?|betreiber(?:in)?|selbst(?:st)?ändig|freiberuflich|freelance|self[- ]employed|sole trader)(?!\p{L})|^(?:(?:business|practice|clinic|salon|shop|studio|proud) )?(?:co-?)?(?:owner|founder|proprietor)(?!\p{L})|(?<!\p{L})(?:own (?:business|practice|firm|studio|company|workshop|chambers)|eigene[rmns]? (?:praxis|kanzlei|betrieb|büro|firma|studio|salon|werkstatt|atelier|unternehmen|geschäft|hof)|(?:practice|clinic|salon|shop|business) owner|(?:meister|familien|inhaber)betrieb|familienbetrieb)(?!\p{L})/iu;

/** Whether a part of a headline says that somebody owns what they work in. */
export function saysOwner(part: string): boolean {
  return OWNING.test(part);
}

/** Ranks of firms that name no function: what is done there is what the firm does. */
const RANKS =
  /^(?:(?:senior|junior|managing|equity|salary|founding|executive|summer|incoming|graduate|investment|of)\s)*(?:partner(?:in)?|associate|analyst|principal|consultant|counsel|vice president|vp|director|soci[oa]|associee?)$/;
const TAX =
  /steuer|wirtschaftspruf|tax|audit|account|treuhand|kpmg|pwc|deloitte|ernst|\bey\b|bdo|thornton|mazars|rsm/;
/** Ranks of those who lead a part of a firm; what stands behind them names which: a desk, a place. */
const LEADS =
  /^(?:(?:senior|stellvertretende[rn]?|deputy|regional|associate)\s)*(?:team ?lead(?:er|erin)?|team ?manager|teamleiter(?:in)?|teamleitung|gruppenleiter(?:in)?|abteilungsleiter(?:in)?|abteilungsleitung|bereichsleiter(?:in)?|bereichsleitung|regionalleiter(?:in)?|area manager|regional manager|manager|managerin)(?:\s|$)/;
/** Who leads a part of a firm, by the firm's division, where all of its parts do the same. */
const LED_BY_DIVISION = tableOf({
  '41': '1323',
  '42': '1323',
  '47': '1420',
  '55': '1411',
  '56': '1412',
  '62': '1330',
  '64': '1346',
  '65': '1346',
  '87': '1343',
  '88': '1344',
});

/** Ranks of research that name no field, folded: beginners, doctorands and those who have their doctorate. */
const SCHOLARS =
  /^(?:(?:senior|junior|graduate|undergraduate|visiting|doctoral|postdoctoral|assistant|associate|principal|lead|staff)\s)*(?:research (?:assistant|associate|fellow|scholar|scientist|student|intern)|researcher|scientist|postdoc|postdoctoral (?:fellow|researcher|research fellow|research associate)|phd (?:candidate|student|researcher|fellow|scholar)|doctoral (?:candidate|researcher|student|fellow)|doktorand(?:in)?|promovend(?:in)?|promotionsstudent(?:in)?|wissenschaftliche[rn]? (?:mitarbeiter(?:in)?|hilfskraft|assistent(?:in)?)|forscher(?:in)?|wissenschaftler(?:in)?|chercheu(?:r|se)(?: postdoctoral(?:e)?)?|postdoctorante?|doctorante?|investigador(?:a)?(?: (?:pre|pos|post)doctoral)?|doctorand[oa]|pesquisador(?:a)?(?: de pos doutorado)?|doutorand[oa]|ricercat(?:ore|rice)|dottorand[oa]|onderzoeker|promovend(?:us|a))$/;

/**
 * The function of somebody with a rank alone (`Partner at …`, `Associate @ …`, folded), by the firm's division and name:
 * lawyers, auditors, consultants, bankers, recruiters; scholars by the field of their institute. `null` elsewhere,
 * where ranks say nothing of what people do.
 */
export function functionInFirm(rank: string, nace2: string | null, firm: string): string | null {
  if (SCHOLARS.test(rank)) return POLITICAL.test(firm) ? '2422' : (fieldIn(firm) ?? '2310');
  if (BEGINNERS_OF_SCHOOL.test(rank) && SCHOOLS.test(firm)) return '2330';
  if (nace2 === null) return null;
  // Who leads a desk of recruiters recruits, whatever trade the desk is for.
  if (nace2 === '78' && (RANKS.test(rank) || LEADS.test(rank))) return '2423';
  if (RANKS.test(rank)) {
    if (nace2 === '69') return TAX.test(firm) ? '2411' : '2611';
    if (nace2 === '70') return '2421';
    if (nace2 === '64' || nace2 === '66') return '2413';
  }
  return LEADS_ALONE.test(rank) ? (LED_BY_DIVISION.get(nace2) ?? null) : null;
}

/** Where scientific staff write no papers but drafts. */
const POLITICAL =
  /bundestag|landtag|fraktion|parlament|parliament|abgeordnet|bundesrat|ministerium|\bmdb\b|\bmdl\b/;
/** Titles that lawyers and teachers share, and how those are called at a university elsewhere. */
const BEGINNERS_OF_SCHOOL = /^(?:referendar(?:in)?|docent(?:e)?|leraar|lerares)$/;
const SCHOOLS = /gymnasium|schule|lyceum|\bschool\b|college|scholengemeenschap|instituto/;

/** Whether the firm outweighs what a title is known for: a `Referendar` is a lawyer, but not at a school. */
export function isDecidedByFirm(rank: string, firm: string): boolean {
  return BEGINNERS_OF_SCHOOL.test(rank) && SCHOOLS.test(firm);
}

/** Whether a rank is that of a branch's head, at a bank or an insurer: elsewhere it is a shop. */
export function leadsBranchOfBank(rank: string, nace2: string | null): boolean {
  return (nace2 === '64' || nace2 === '65') && LEADS_ALONE.test(rank);
}

/** Whether a title says of a scholar nothing of the field. */
export function isScholar(rank: string): boolean {
  return SCHOLARS.test(rank);
}

/** Who leads, and nothing else is said. */
const LEADS_ALONE =
  /^(?:(?:senior|stellvertretende[rn]?|deputy)\s)*(?:abteilungsleiter(?:in)?|abteilungsleitung|abteilungsdirektor(?:in)?|bereichsleiter(?:in)?|bereichsleitung|bereichsdirektor(?:in)?|bankdirektor(?:in)?|filialdirektor(?:in)?|direct(?:ora?) de (?:sucursal|oficina|agencia)|gerente de (?:sucursal|agencia|filial|oficina)|direct(?:eur|rice) d agence|dirett(?:ore|rice) di filiale|vestigingsmanager|filiaalmanager|regionalleiter(?:in)?|regionaldirektor(?:in)?|gebietsleiter(?:in)?|area manager|regional manager|district manager|branch manager|filialleiter(?:in)?)$/;

/** Ranks of those who head a firm, alone (folded). Directors are heads of most firms; in partnerships the firm says more. */
const HEADS =
  /^(?:(?:executive|senior|group|founding|co|general|managing|erster?|first|non)\s)*(?:president|presidente|presidenta|prasident|prasidentin|vice president|vice presidente|vp|evp|svp|director|directors|directeur|directrice|directora|direktor|direktorin|diretor|diretora|direttore|direttrice|chair|chairman|chairwoman|chairperson|partner|soci[oa]|owner|eigentumer(?:in)?|inhaber(?:in)?|besitzer(?:in)?|betreiber(?:in)?|prokurist(?:in)?|shareholder|teilhaber(?:in)?|gerente general)(?: (?:and|und|et|y|e|en) (?:director|directeur|owner|partner|betreiber(?:in)?|besitzer(?:in)?|president|inhaber(?:in)?|eigenaar))*$/;
/** A partner alone may be of a firm, a couple, a programme. */
const NO_HEAD = /^(?:(?:senior|general)\s)?partner$/;

/** Whether a rank alone says that somebody heads or owns a firm: `President`, `Executive Director`, `Founding Partner`. */
export function headsFirm(rank: string): boolean {
  return HEADS.test(rank) && !NO_HEAD.test(rank);
}
