import { FIELDS } from '../tables/fields.ts';
import { whenAsked } from '../text/whenAsked.ts';
import { type Found, withoutFillers } from './phrases.ts';

/*
 * `FIELDS` says of each field the ISCO-08 unit group of who manages it, works in it, does its paper work:
 * `managers[/team leads] professionals clerks`. `-` for a group says that the words are too vague for it; words that
 * begin with `-` are the ends of compounds; `*` marks fields whose "manager" (`Warehouse Manager`) leads people, not a
 * thing. The longest word found decides.
 */

type Kind = 'manager' | 'lead' | 'professional' | 'clerk';
const KINDS: readonly Kind[] = ['manager', 'lead', 'professional', 'clerk'];

/** Words that say what somebody is to a field; folded, feminine forms and phrases included. */
const ROLES: Readonly<Record<Kind, string>> = {
  manager:
    'head, director, direktor, direktorin, directeur, directrice, directora, direttore, direttrice, diretor, ' +
    'diretora, vp, svp, evp, avp, vice president, senior vice president, vizeprasident, vizeprasidentin, leiter, ' +
    'leiterin, leitung, bereichsleiter, bereichsleiterin, bereichsleitung, abteilungsleiter, abteilungsleiterin, ' +
    'abteilungsleitung, hauptabteilungsleiter, hauptabteilungsleiterin, ressortleiter, ressortleiterin, ' +
    'fachbereichsleiter, fachbereichsleiterin, geschaftsbereichsleiter, geschaftsbereichsleiterin, responsable, ' +
    'responsabile, chef, cheffe, chefin, chef de service, cheffe de service, chef du service, jefe, jefa, gerente, ' +
    'jefe de departamento, jefa de departamento, directeur adjoint, directrice adjointe, subdirector, subdirectora, ' +
    'vorstand, vorstandin, hoofd, chief, geschaftsleiter, geschaftsleiterin, geschaftsleitung, coordenador geral, ' +
    'afdelingshoofd, direttrice, gerenta, encarregado geral, head of department, department head',
  lead:
    'teamleiter, teamleiterin, teamleitung, gruppenleiter, gruppenleiterin, gruppenleitung, team lead, team leader, ' +
    'teamlead, teamleader, team manager, team head, lead, supervisor, superviseur, superviseuse, supervisora, ' +
    'chef d equipe, cheffe d equipe, jefe de equipo, jefa de equipo, responsable d equipe, schichtleiter, ' +
    'schichtleiterin, schichtfuhrer, sachgebietsleiter, sachgebietsleiterin, sachgebietsleitung, fachgruppenleiter, ' +
    'leading, shift leader, teamkoordinator, teamkoordinatorin, encargado, encargada, teamleider, leitend, ' +
    'leitende, leitender, fachgebietsleiter, fachgebietsleiterin, fachgebietsleitung, team leader, leader, ' +
    'coordenador, coordenadora, encarregado, encarregada, coordinatore, coordinatrice, capo, leidinggevende',
  professional:
    'referent, referentin, fachreferent, fachreferentin, spezialist, spezialistin, specialist, specialiste, experte, ' +
    'expertin, expert, experte fur, fachexperte, fachexpertin, experto, experta, koordinator, koordinatorin, ' +
    'coordinator, koordination, officer, manager, managerin, generalist, generalistin, advisor, adviser, ' +
    'executive, associate, charge, chargee, tecnico, tecnica, especialista, coordinador, coordinadora, coordinateur, ' +
    'coordinatrice, gestor, gestora, professional, business partner, beauftragter, beauftragte, beauftragter fur, ' +
    'fachkraft, trainee, werkstudent, werkstudentin, werksstudent, werksstudentin, working student, praktikant, ' +
    'praktikantin, praktikum, pflichtpraktikum, intern, internship, stagiaire, stage, alternant, alternante, ' +
    'alternance, apprenti, apprentie, becario, becaria, practicas, en practicas, azubi, auszubildender, ' +
    'auszubildende, ausbildung, ausbildung zum, ausbildung zur, dualer student, duale studentin, dual student, ' +
    'duales studium, dhbw student, dhbw studentin, volontar, volontarin, estagiario, estagiaria, stagista, ' +
    'tirocinante, graduate, analista, analyst, consultor, consultora, specialista, adviseur, assessor, assessora, ' +
    'supervisor tecnico, encarregado de, responsavel',
  clerk:
    'sachbearbeiter, sachbearbeiterin, sachbearbeitung, mitarbeiter, mitarbeiterin, mitarbeit, assistent, ' +
    'assistentin, assistenz, assistant, assistante, auxiliar, administrativo, administrativa, clerk, administrator, ' +
    'administratorin, employe, employee, gestionnaire, asistente, aushilfe, kaufmannischer mitarbeiter, ' +
    'kaufmannische mitarbeiterin, kaufmannischer sachbearbeiter, kaufmannische sachbearbeiterin, agent, agente, ' +
    'medewerker, addetto, addetta, impiegato, impiegata, fachangestellter, fachangestellte',
};

/** Ends of German compounds: `Vertriebsleiterin`, `Einkaufssachbearbeiter`. */
const COMPOUND_ENDS: Readonly<Record<Kind, string>> = {
  manager: 'bereichsleiter bereichsleiterin leiter leiterin leitung chef chefin direktor direktorin vorstand',
  lead: 'teamleiter teamleiterin gruppenleiter gruppenleiterin',
  professional:
    'referent referentin manager managerin spezialist spezialistin koordinator koordinatorin experte expertin ' +
    'beauftragter beauftragte werkstudent werkstudentin praktikant praktikantin fachkraft',
  clerk:
    'sachbearbeiter sachbearbeiterin mitarbeiter mitarbeiterin assistent assistentin assistenz sachbearbeitung ' +
    'fachangestellter fachangestellte',
};

/** Words between a role and its field, or around both, that change neither. */
const BETWEEN: ReadonlySet<string> = new Set(
  (
    'of de du des la le les l d el los las del al en y et e i and und im in fur for bereich bereichs abteilung area ' +
    'departamento departement department dept team group gruppe konzern corporate global globale regional ' +
    'international internationaler internationale national nationale dach emea apac latam europe europa eu ' +
    'deutschland germany france espana spain schweiz osterreich iberia nord sud ost west ' +
    'fachbereich geschaftsbereich division service unit referat sachgebiet ressort stabsstelle pole direction ' +
    'direccion equipo equipe senior sr junior jr lead principal deputy stellvertretender stellvertretende stellv stv ' +
    'interim kommissarischer kommissarische group groupe grupo operative operativer operativen strategische ' +
    'strategischer strategischen strategisches technische technischer zentraler zentrale allgemeine interne ' +
    'zum zur als bwl b2b b2c'
  ).split(' '),
);

interface Field {
  codes: Readonly<Record<Kind, string | null>>;
  managersLead: boolean;
}

interface Tables {
  fields: ReadonlyMap<string, Field>;
  fieldEnds: readonly (readonly [string, Field])[];
  roles: ReadonlyMap<string, Kind>;
  /** For each word that begins fields or roles, in how many words: bit `n` for `n` of them. */
  lengthsOfFields: ReadonlyMap<string, number>;
  lengthsOfRoles: ReadonlyMap<string, number>;
  compoundEnds: readonly (readonly [string, Kind])[];
}

const tables = whenAsked((): Tables => {
  const fields = new Map<string, Field>();
  const fieldEnds: [string, Field][] = [];
  for (const line of FIELDS.trim().split('\n')) {
    const [codes = '', words = ''] = line.split(': ');
    const field = readField(codes);
    for (const word of words.split(', ')) {
      if (word.startsWith('-')) fieldEnds.push([word.slice(1), field]);
      else if (!fields.has(withoutFillers(word))) fields.set(withoutFillers(word), field);
    }
  }
  fieldEnds.sort((a, b) => b[0].length - a[0].length);
  const roles = new Map<string, Kind>();
  for (const kind of KINDS) {
    for (const phrase of ROLES[kind].split(', ')) {
      if (!roles.has(phrase)) roles.set(phrase, kind);
    }
  }
  const compoundEnds = KINDS.flatMap((kind) =>
    COMPOUND_ENDS[kind].split(' ').map((end): [string, Kind] => [end, kind]),
  ).sort((a, b) => b[0].length - a[0].length);
  const [lengthsOfFields, lengthsOfRoles] = [lengthsByFirstWord(fields), lengthsByFirstWord(roles)];
  return { fields, fieldEnds, roles, lengthsOfFields, lengthsOfRoles, compoundEnds };
});

function lengthsByFirstWord(phrases: ReadonlyMap<string, unknown>): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const phrase of phrases.keys()) {
    const words = phrase.split(' ');
    const first = words[0] as string;
    lengths.set(first, (lengths.get(first) ?? 0) | (1 << words.length));
  }
  return lengths;
}

/** The longest entry of a table that stands at a place of `words`. */
function longestAt<T>(
  words: readonly string[],
  at: number,
  table: ReadonlyMap<string, T>,
  lengths: ReadonlyMap<string, number>,
): { value: T; word: string; length: number } | null {
  const possible = lengths.get(words[at] ?? '') ?? 0;
  for (let length = Math.min(31 - Math.clz32(possible), words.length - at); length > 0; length--) {
    if ((possible & (1 << length)) === 0) continue;
    const word = length === 1 ? (words[at] as string) : words.slice(at, at + length).join(' ');
    const value = table.get(word);
    if (value !== undefined) return { value, word, length };
  }
  return null;
}

/** Reads `managers[*][/team leads] professionals clerks`. */
function readField(codes: string): Field {
  const [managers = '', professional = '-', clerk = '-'] = codes.split(' ');
  const [manager = '-', lead] = managers.replace('*', '').split('/');
  const known = (code: string): string | null => (code === '-' ? null : code);
  return {
    codes: {
      manager: known(manager),
      lead: known(lead ?? professional) ?? known(manager),
      professional: known(professional),
      clerk: known(clerk),
    },
    managersLead: managers.includes('*'),
  };
}

/**
 * What a title that names a role and a field says: `Head of Procurement`, `Procurement Specialist`, `Leiterin
 * strategischer Einkauf`, `Einkaufsleiter`, `Jefa de compras`, a field alone. `words` are folded (`wordsOf`), `silent`
 * those that say a level and are not counted. `null` when it is nothing of this kind.
 */
export function findRoleInField(words: readonly string[], silent: ReadonlySet<string>): Found | null {
  let start = 0;
  while (start < words.length && BETWEEN.has(words[start] as string) && roleAt(words, start) === null)
    start++;
  const role = roleAt(words, start);
  let found: Stretch | null = null;
  if (role !== null) found = fieldAfter(words, start, role);
  found ??= compoundAt(words, start) ?? fieldBefore(words, start);
  if (found === null) return null;
  const managing = MANAGERS.test(found.role) && found.field.managersLead;
  let code = found.field.codes[managing ? 'manager' : found.kind];
  if (code === null) return null;
  if (TECHNICIANS.test(found.role) && code.startsWith('21')) code = '3119';
  const counted = words.slice(start, found.end).filter((word) => !silent.has(word)).length - found.unknown;
  return {
    code,
    by: 'a role and its field (data/fields.tsv)',
    phrase: words.slice(start, found.end).join(' '),
    words: counted,
    of: words.filter((word) => !silent.has(word)).length,
    at: start,
  };
}

interface Stretch {
  field: Field;
  kind: Kind;
  /** Behind the last word that belongs to it. */
  end: number;
  /** Words inside that say nothing known. */
  unknown: number;
  /** The word of the role, empty where a field stands alone. */
  role: string;
}

interface Role {
  kind: Kind;
  length: number;
  word: string;
}

function fieldAfter(words: readonly string[], start: number, role: Role): Stretch | null {
  let at = start + role.length;
  let unknown = 0;
  const english = ENGLISH_ROLES.has(role.word) || words[at] === 'of';
  for (; at < words.length; at++) {
    const fields = fieldsAt(words, at);
    if (fields !== null) {
      let end = fields.end;
      // `Chief Procurement Officer`; other officers come after their field, `Compliance Officer`.
      if (role.word === 'chief') {
        if (words[end] !== 'officer') return null;
        end++;
      }
      const field = english ? fields.last : fields.first;
      return { field, kind: role.kind, end, unknown, role: role.word };
    }
    if (BETWEEN.has(words[at] as string)) continue;
    if (++unknown > 1) return null;
  }
  return null;
}

function fieldBefore(words: readonly string[], start: number): Stretch | null {
  const fields = fieldsAt(words, start);
  if (fields === null) return null;
  for (let at = fields.end; at < words.length; at++) {
    const role = roleAt(words, at);
    if (role !== null) {
      return {
        field: fields.last,
        kind: role.kind,
        end: at + role.length,
        unknown: 0,
        role: role.word,
      };
    }
    if (!BETWEEN.has(words[at] as string)) return null;
  }
  return { field: fields.first, kind: 'professional', end: fields.end, unknown: 0, role: '' };
}

/** A word that says little: of people in some fields, of a thing in others. */
const MANAGERS = /^manager(?:in)?$/;
/** Engineers' fields have technicians, offices have none: `técnico de calidad`, `técnica de marketing`. */
const TECHNICIANS = /^tecnic[oa]$/;

/** Roles whose field is an English compound: its last noun says which, `Head of Insurance Claims`. */
const ENGLISH_ROLES: ReadonlySet<string> = new Set([
  'head',
  'vp',
  'svp',
  'evp',
  'avp',
  'vice president',
  'senior vice president',
  'chief',
  'team lead',
  'team leader',
]);
/** Last nouns of compounds that say less than what stands before them: `Finance Operations`. */
const VAGUE: ReadonlySet<string> = new Set([
  'operations',
  'ops',
  'office',
  'solutions',
  'systems',
  'projects',
  'programs',
  'services',
  'platform',
  'development',
  'innovation',
  'planning',
  'insights',
  'technology',
]);
/** English words that say of which kind the field behind them is: `Director, Technical Training`. */
const ADJECTIVES: ReadonlySet<string> = new Set([
  'technical',
  'clinical',
  'digital',
  'industrial',
  'medical',
]);
const CONJUNCTIONS: ReadonlySet<string> = new Set(['and', 'und', 'y', 'et', 'e', 'i']);

function compoundAt(words: readonly string[], at: number): Stretch | null {
  const word = words[at] ?? '';
  for (const [end, kind] of tables().compoundEnds) {
    if (word.length <= end.length + 1 || !word.endsWith(end)) continue;
    const stem = word.slice(0, -end.length);
    const field =
      tables().fields.get(stem) ?? tables().fields.get(stem.replace(/(?:en|s)$/, '')) ?? endingOf(stem);
    if (field !== undefined) return { field, kind, end: at + 1, unknown: 0, role: end };
  }
  return null;
}

/**
 * The fields that stand at `from`, `null` for none: the first of them, the last noun of the first compound
 * (`Insurance Claims`, but not behind `and`), and the place behind all that follow (`Finanzen und Controlling`).
 */
function fieldsAt(words: readonly string[], from: number): { first: Field; last: Field; end: number } | null {
  const first = fieldAt(words, from);
  if (first === null) return null;
  let last = first.field;
  let end = from + first.length;
  let joined = true;
  for (let at = end; at < words.length; at++) {
    const field = fieldAt(words, at);
    if (field === null) {
      if (!BETWEEN.has(words[at] as string)) break;
      joined = joined && !CONJUNCTIONS.has(words[at] as string);
      continue;
    }
    if (joined && !(field.length === 1 && VAGUE.has(words[at] as string))) last = field.field;
    at += field.length - 1;
    end = at + 1;
  }
  const qualified = first.length === 1 && ADJECTIVES.has(words[from] as string);
  return { first: qualified ? last : first.field, last, end };
}

function fieldAt(words: readonly string[], at: number): { field: Field; length: number } | null {
  const found = longestAt(words, at, tables().fields, tables().lengthsOfFields);
  if (found !== null) return { field: found.value, length: found.length };
  // Alone, an ending says too little.
  const field = words.length > 1 ? endingOf(words[at] ?? '') : undefined;
  return field === undefined ? null : { field, length: 1 };
}

function endingOf(word: string): Field | undefined {
  return tables().fieldEnds.find(([end]) => word.length > end.length + 1 && word.endsWith(end))?.[1];
}

function roleAt(words: readonly string[], at: number): Role | null {
  const found = longestAt(words, at, tables().roles, tables().lengthsOfRoles);
  return found === null ? null : { kind: found.value, length: found.length, word: found.word };
}
