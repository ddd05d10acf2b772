import { type Table, tableOf } from '../text/table.ts';
import { rememberedText } from './remembered.ts';

/**
 * What the parts of a headline are: roles, what somebody was or looks for, asides, slogans. Pure text, no lexicon of
 * titles; `title.ts` judges the roles, `index.ts` the rest.
 */

/** Words cut short before a dot: no sentence ends there (`Stellv. Leiterin`, `Dr. rer. nat.`). */
const CUT_SHORT_WORDS =
  'stell?v|kaufm|techn|wiss|zert|prof|dipl|staatl|gepr|päd|ehem|verw|asst|assoc|univ|dept|mgr|dir|eng|sen|jun|nat|phil|oec|' +
  'pol|rer|soz|habil|bzw|inkl|incl|exec|coord|inst|abt|lic|mag|ing|med|ltd|inc|corp|bros|geb|öff';

const CUT_SHORT = CUT_SHORT_WORDS.replace(/(?<=^|\|)\p{Ll}/gu, (first) => `[${first}${first.toUpperCase()}]`);

/** Signs, pictures, dashes and ends of sentences between the parts of a headline. */
const BORDER = new RegExp(
  [
    '\\s*//+\\s+',
    '\\s*[|•·;▪●►➤»★☆◆‖¦]\\s*',
    '\\s*[\\p{Extended_Pictographic}\\p{RI}]+\\s*',
    '\\s+[-–—]\\s+',
    `(?<=\\p{Ll}{3}|\\p{N}|\\))(?<!(?<!\\p{L})(?:${CUT_SHORT}))[.!?]+\\s+(?=\\p{Lu})`,
  ].join('|'),
  'u',
);
/** Where roles end besides; `Mess-, Steuer- und Regelmechaniker` is one, and so is `Näher (Textil, Leder)`. */
const COMMA_OR_SLASH = /\s*,(?<!-,)\s+(?=\p{Lu})(?![^()]{0,30}\))|\s\/\s/u;

/** Function, level and industry ask for the same headline and its parts one after the other: the last ones are kept. */
const KEPT = 32;

/** The parts of a headline between its signs and sentences; at most 500 characters are read. */
export const partsOf: (headline: string) => readonly string[] = rememberedText(readParts, KEPT);

function readParts(headline: string): string[] {
  const start = headline.slice(0, 500);
  return (ARROW.test(start) ? withoutStarts(start) : start)
    .split(BORDER)
    .filter((part) => /\p{L}/u.test(part));
}

const ARROW = /\s(?:→|➡|->)\s/u;

/** Who went from one thing to another does the last. */
function withoutStarts(headline: string): string {
  return headline
    .split(/([|•·;])/u)
    .map((part) => part.split(ARROW).at(-1) ?? '')
    .join('');
}

/** How a part of a headline begins that says what somebody was: a `Former` alone makes moulds. */
export const FORMER =
  /^(?:ex\b|former\s(?!(?:und|für|in|im|bei|zum)\s|\(|(?:hand|maschinen|kunststoff|sand|metall)\p{Ll}*)|formerly\b|ehem(?:\.|alig|als)|früher(?:e[rsn]?)?(?!\p{L})|previously|vorher(?!ig)|vorherige[rs]?\s(?:position|stelle|rolle|tätigkeit)(?!\p{L})|zuvor|prev\b|past:|ancien(?:s|nes?)?\b|antigu[oa]s?\b)/iu;

/** How a part begins that says what somebody looks for, or that they work nowhere now. */
const LOOKING =
  /^(?:[#(]?open ?to ?work|open (?:to|for)\b|offen für|(?:currently |now )?(?:looking for|seeking|exploring)\b|(?:actively|currently) (?:seeking|looking)\b|job ?seek|(?:(?:aktuell|derzeit|aktiv) )?auf (?:der )?(?:job)?suche|auf jobsuche|suche?[nt]?\s|arbeits?[- ]?such(?:e|end(?:e[rn]?)?)(?!\p{L})|arbeitslos(?:e[rn]?)?(?!\p{L})|available\b|ab sofort|verfügbar|zwischen zwei|between (?:jobs|roles)|career break|sabbatical|elternzeit|in elternzeit|(?:parental|maternity|paternity) leave|on (?:parental|maternity|paternity|a career)|transitioning\b|in transition|neue herausforderung|hausfrau|hausmann|privatier|home-?maker|housewife|stay[- ]at[- ]home|wir suchen|we.re hiring|now hiring)/iu;

/** How a part begins that says what somebody does for the world, and for whom: customers are no employer. */
const SLOGAN =
  /^(?:(?:i|we) help\b|helping\b|ich helfe\b|wir helfen\b|ich unterstütze\b|ich begleite\b|empowering\b|turning\s.+\sinto\s|on a mission\b|passionate about\b|i (?:build|make|write|turn|love)\b|ich (?:liebe|mache|baue)\b|(?:make|let)\s(?:me|it|us|the|your|our|my|an?|things|people|sure|this|that|every\p{L}*|some\p{L}*|more|better|work|life|tech|data)(?!\p{L})|let['’]s\s|(?:living|loving|enjoying|dreaming|chasing|following|sharing|celebrating)\s(?:my|the|your|our|life|every|an?|big)(?!\p{L}))/iu;

/** Customers of every branch: `Helping SaaS founders grow` names those who are helped. */
const FOR_PEOPLE =
  /(?<!\p{L})(?:founders?|leaders?|people|women|men|executives?|entrepreneurs?|coaches|teams?|freelancers?|selbst(?:st)?ändigen?|gründer(?:n|innen)?|unternehmer(?:n|innen)?|menschen|frauen|führungskräfte[n]?)(?!\p{L})/iu;

/** Pride, family, hobbies; and that people are sought. */
const ASIDE =
  /(?<!\p{L})(?:lover|enthusiast|fan|addict|dad|mom|mum|father|mother|grandfather|grandmother|husband|wife|runner|nerd|geek|junkie|aficionado|speaker|mentor|blogger|traveller|traveler|passionate|passion|liebhaber(?:in)?|papa|mama|vater|mutter|opa|oma|sportler(?:in)?|hobby|amateur|alumn[iaus]+|top voice|under 30|under 40|award|winner|certified|zertifiziert|hiring|wir suchen|looking for|seeking|veteran|passionn[ée]e?|apasionad[oa]|ehrenamtlich\p{L}*|volunteer|besessen|begeistert|dreamer|visionary|visionär(?:in)?|recovering|storyteller|menschenfreund(?:in)?)(?!\p{L})/iu;

/** What people do besides: a role of another kind in the same headline is what they live on. */
const BESIDES =
  /^(?:(?:keynote|public|international|tedx?) ?)*(?:speaker|host|podcast(?:er|erin|s)?|author|autor(?:in)?|blogger(?:in)?|mentor(?:in)?|volunteer|gardener|beirat|beirätin|board member|advisor|adviser|investor(?:in)?|angel investor|business angel|trustee|youtuber(?:in)?|influencer(?:in)?|content creator|lehrbeauftragte[r]?|guest lecturer|gastdozent(?:in)?|privatdozent(?:in)?)(?!\p{L})(?!.*(?:@|\b(?:at|bei|for)\b))|^podcast[ -]?host\b/iu;

/** Whether a part says nothing of an employer: what somebody was, looks for, likes, is proud of, promises. */
export function isAside(part: string): boolean {
  return (
    FORMER.test(part) ||
    LOOKING.test(part) ||
    ASIDE.test(part) ||
    (SLOGAN.test(part) && FOR_PEOPLE.test(part))
  );
}

/** Whether a role gives way to a later one that is as sure. */
export function isBesides(role: string): boolean {
  return BESIDES.test(role) || ASIDE.test(role);
}

/** A headline without its asides. */
export function withoutAsides(headline: string | undefined): string | undefined {
  return headline === undefined
    ? undefined
    : partsOf(headline)
        .filter((part) => !isAside(part))
        .join(' | ');
}

/**
 * The roles of a headline in their order, the current ones first: `CTO | Speaker`, `Head of X bei Y`;
 * what somebody was or looks for is dropped, and so are companies after "at", "bei", "chez", "@".
 */
export const splitRoles: (title: string) => readonly string[] = rememberedText(readRoles, KEPT);

function readRoles(title: string): string[] {
  return todayFirst(partsOf(title))
    .filter((part) => !LOOKING.test(part) && !SLOGAN.test(part))
    .sort((a, b) => Number(RESERVE.test(a)) - Number(RESERVE.test(b)))
    .flatMap(rolesOf)
    .filter((role) => !FORMER.test(role) && !LOOKING.test(role));
}

/** Where a headline tells of the past, what is said of today comes first: `… | ex-MSF | aujourd'hui restaurateur`. */
function todayFirst(parts: readonly string[]): string[] {
  const today = parts.findIndex((part) => TODAY.test(part));
  if (today < 0 || !parts.some((part) => FORMER.test(part))) return [...parts];
  const said = (parts[today] as string).replace(TODAY, '');
  return [said, ...parts.filter((_, at) => at !== today)];
}
const TODAY =
  /^(?:now|today|nowadays|jetzt|heute|aujourd['’]hui|désormais|maintenant|hoy|ahora|oggi|adesso|hoje|agora|tegenwoordig|nu)\s+(?=\p{L})/iu;

/** What somebody was, and what they look for as `… as X`: read where a headline says nothing of today. */
export function rolesBeforeOrSought(title: string): string[] {
  return partsOf(title).flatMap((part) => {
    const roles = part.split(COMMA_OR_SLASH);
    const was = roles
      .filter((role) => FORMER.test(role) && !/^ex\b/iu.test(role))
      .map((role) => role.replace(/^\S+\s+/u, ''));
    const sought = LOOKING.test(part)
      ? (/\b(?:as|als)\s+(?:an?\s+|eine?n?\s+)?(.+)$/iu.exec(part)?.[1] ?? [])
      : [];
    return [...was, ...(typeof sought === 'string' ? [sought] : [])].flatMap(rolesOf);
  });
}

function rolesOf(text: string): string[] {
  const part = text.replace(BECAME, '');
  const commas = part.split(/\s*,\s+/u);
  // `Runner, coffee lover, and nurse at X`: a list that begins with an aside is one of asides.
  const listed = commas.length > 1 && ASIDE.test(commas[0] as string) && (commas[0] as string).length < 24;
  // `Maths teacher, netball coach, mum`: a list in small letters, whose first words are a role of their own.
  const whole =
    (commas[0] as string).includes(' ') &&
    (commas.length > 2 || commas.slice(1).some((one) => ASIDE.test(one)));
  return (
    listed
      ? commas.filter((one) => !ASIDE.test(one))
      : whole
        ? part.split(/\s*,\s+|\s\/\s/u)
        : part.split(COMMA_OR_SLASH)
  )
    .map((role) =>
      spelledOut(
        role
          .replace(/\s(?:at|bei|chez|@|beim)\s.*$|@.*$/iu, '')
          .replace(LEAD_IN, '')
          .replace(RETIRED, '')
          .trim(),
      ),
    )
    .filter((role) => /\p{L}/u.test(role));
}

/** `Teacher turned designer`, `Soldier (2009-2021), now consultant`: the last is what somebody is. */
const BECAME =
  /^.*(?:\sturned\s|[,;]\s(?:now|jetzt|heute|today|aujourd['’]hui|désormais|hoy|ahora|oggi|hoje|agora|tegenwoordig)\s)/iu;

/** Words before a role that say nothing of it. */
const LEAD_IN =
  /^(?:(?:oh|ach),?\s+)?(?:(?:and|und|&|\+)\s+)?(?:(?:beruf:|i am|i'm|ich bin|working as|tätig als|arbeite als|hauptberuflich|currently|derzeit|aktuell|proud|stolze[r]?|full[- ]time|your|ihre?|dein[e]?)\s+)?(?:(?:an?|eine?)\s+(?=\p{L}))?/iu;
/** Ranks held beside an occupation. */
const RESERVE =
  /(?<!\p{L})(?:d\.\s?r\.|der reserve|reservist(?:in)?|army reserve|freiwillige feuerwehr|territorial army)/iu;
/** Out of service: the occupation stays. */
const RETIRED = /\s*(?:\(ret(?:ired|\.)?\)|(?<!\p{L})(?:ret\.|a\.\s?d\.|i\.\s?r\.|d\.\s?r\.))\s*$/iu;

/** Abbreviations that stand for a role, as people write them (capitals count). */
const ABBREVIATIONS: Table<string> = new Map(
  `
GF: Geschäftsführer; GGF: Geschäftsführender Gesellschafter; AL: Abteilungsleiter; BL: Bereichsleiter; TL: Teamleiter
GL: Gruppenleiter; PL: Projektleiter; VL: Vertriebsleiter; PM: Project Manager; TPM: Technical Program Manager
PO: Product Owner; EA: Executive Assistant; PA: Personal Assistant; SWE: Software Engineer; SDE: Software Engineer
SDR: Sales Development Representative; BDR: Business Development Representative; AE: Account Executive
KAM: Key Account Manager; CSM: Customer Success Manager; BDM: Sales Manager; HRBP: HR Business Partner
TA: Talent Acquisition; MD: Managing Director; NED: Non-Executive Director; RN: Registered Nurse
GP: General Practitioner; HCA: Healthcare Assistant; PDL: Pflegedienstleitung; WBL: Wohnbereichsleitung
ReNo: Rechtsanwaltsfachangestellte; ReFa: Rechtsanwaltsfachangestellte; ADM: Außendienstmitarbeiter
WP: Wirtschaftsprüfer; StB: Steuerberater; RA: Rechtsanwalt; RAin: Rechtsanwältin; DSB: Datenschutzbeauftragter
FaSi: Fachkraft für Arbeitssicherheit; SiFa: Fachkraft für Arbeitssicherheit; BKF: Berufskraftfahrer
MP: Member of Parliament; PC: Police Constable; EM: Engineering Manager; BA: Business Analyst; SA: Solution Architect
NQT: Teacher; ECT: Teacher; FISI: Fachinformatiker Systemintegration; FIAE: Fachinformatiker Anwendungsentwicklung
WiMi: Wissenschaftlicher Mitarbeiter; OA: Oberarzt; OÄ: Oberärztin; CA: Chefarzt; SB: Sachbearbeiter
UXR: UX Researcher; FP&A: Financial Planning and Analysis; HoE: Head of Engineering; VPE: VP Engineering
BD: Business Development; SM: Scrum Master; CoS: Chief of Staff; AM: Account Manager; QE: Quality Engineer
Ing.: Ingenieur; Dipl.-Ing.: Ingenieur; Dipl-Ing: Ingenieur; CTA: Chemisch-technische Assistentin; ACCA: Accountant
`
    .trim()
    .split(/;\s*|\n/)
    .map((entry): [string, string] => {
      const [short = '', full = ''] = entry.split(': ');
      return [short, full];
    }),
);
/** Degrees and memberships as well: `BA English`; roles where they stand alone. */
const ALSO_DEGREES: ReadonlySet<string> = new Set([
  'BA',
  'MD',
  'MP',
  'SA',
  'CA',
  'RA',
  'ACCA',
  'PC',
  'BD',
  'PA',
]);
/** Shortened words, anywhere in a role. */
const SHORT_WORDS = tableOf({
  Mgr: 'Manager',
  Mngr: 'Manager',
  Snr: 'Senior',
  Asst: 'Assistant',
  Coord: 'Coordinator',
  Comms: 'Communications',
  Grad: 'Graduate',
  Exec: 'Executive',
  Dir: 'Director',
  Kfm: 'Kaufmännischer',
  Techn: 'Technischer',
  Wiss: 'Wissenschaftlicher',
  Stv: 'Stellvertretender',
  Stellv: 'Stellvertretender',
});

/** Abbreviations at the start of a role, also behind `Senior`, in full: `AL Einkauf` is `Abteilungsleiter Einkauf`. */
function spelledOut(text: string): string {
  const role = RESPELT.test(text) ? respelt(text) : text;
  const words = role.split(' ');
  const at = /^(?:senior|sr\.?|junior|jr\.?|lead|global|trainee)$/iu.test(words[0] as string) ? 1 : 0;
  const word = words[at]?.replace(/[,:]$/, '') ?? '';
  // Degrees stand last: `Jane Doe, MD`, `…, BA`.
  const full = ABBREVIATIONS.get(word);
  if (full !== undefined && (words.length === at + 1 || !ALSO_DEGREES.has(word))) words[at] = full;
  // `Growth PM`: at the end where nothing else is meant.
  const end = words.at(-1) as string;
  if (words.length === 2 && /^(?:PM|SWE|SDR|KAM|CSM|EA|PO)$/.test(end))
    words[1] = ABBREVIATIONS.get(end) as string;
  return words
    .map((each) => {
      const bare = each.endsWith('.') ? each.slice(0, -1) : each;
      return SHORT_WORDS.get(bare) ?? each;
    })
    .join(' ');
}

/** How the roles begin that `respelt` writes in another way. */
const RESPELT = /^(?:ass|prof|m|it|chef)/iu;

function respelt(text: string): string {
  return (
    text
      .replace(/^(assoc(?:iate)?|asst|assistant)\.?\s+prof\.?(?!\p{L})/iu, (_, rank: string) =>
        /^assoc/i.test(rank) ? 'Associate Professor' : 'Assistant Professor',
      )
      .replace(/^prof\.?\s+(?=of\s|for\s|für\s)/iu, 'Professor ')
      .replace(/^m\.\s?d\.(?!\p{L})/iu, 'Physician')
      .replace(/^it['’]?ler(?:in)?(?!\p{L})/iu, 'IT-Fachkraft')
      // A German chief of a firm, not of a kitchen.
      .replace(/^chef(?:in)?\s+(?=(?:der|vom|von)\s)(?!vom dienst)/iu, 'Geschäftsführung ')
  );
}
