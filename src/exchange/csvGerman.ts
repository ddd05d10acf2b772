import type { LogKind } from '../core/model/index.ts';
import type { Language } from '../core/taxonomy/index.ts';

/** The German headings of our own CSV, by the English ones. */
const HEADINGS: ReadonlyMap<string, string> = new Map([
  ['Name', 'Name'],
  ['Given name', 'Vorname'],
  ['Family name', 'Nachname'],
  ['Headline', 'Profilzeile'],
  ['Title', 'Berufsbezeichnung'],
  ['Company', 'Unternehmen'],
  ['Since', 'Seit'],
  ['Position place', 'Arbeitsort'],
  ['Place', 'Ort'],
  ['City', 'Stadt'],
  ['Region', 'Region'],
  ['Country', 'Land'],
  ['Industry', 'Branche'],
  ['Other positions', 'Weitere Stationen'],
  ['Education', 'Ausbildung'],
  ['Skills', 'Kenntnisse'],
  ['Languages', 'Sprachen'],
  ['About', 'Über die Person'],
  ['Connections', 'Kontakte'],
  ['Followers', 'Follower'],
  ['Mutual connections', 'Gemeinsame Kontakte'],
  ['Degree', 'Kontaktgrad'],
  ['E-mails', 'E-Mails'],
  ['Profile URL', 'Profiladresse'],
  ['Links', 'Weitere Adressen'],
  ['Tags', 'Schlagwörter'],
  ['Note', 'Notiz'],
  ['Layer', 'Kreis'],
  ['Function (ISCO-08)', 'Funktion (ISCO-08)'],
  ['Industry (NACE)', 'Branche (NACE)'],
  ['Seniority', 'Stufe'],
  ['Function (computed)', 'Funktion (berechnet)'],
  ['Function code (computed, ISCO-08)', 'Funktionscode (berechnet, ISCO-08)'],
  ['Industry (computed)', 'Branche (berechnet)'],
  ['Industry code (computed, NACE)', 'Branchencode (berechnet, NACE)'],
  ['Seniority (computed)', 'Stufe (berechnet)'],
  ['Layer (computed)', 'Kreis (berechnet)'],
  ['Fits (computed)', 'Passung zu Zielen (berechnet)'],
  ['Key person', 'Schlüsselperson'],
  ['Own roles', 'Eigene Rollen'],
  ['Looks for', 'Sucht'],
  ['Can offer', 'Kann ich anbieten'],
  ['Next step', 'Nächster Schritt'],
  ['Next step due', 'Nächster Schritt fällig'],
  ['Rhythm in days', 'Rhythmus in Tagen'],
  ['Birthday', 'Geburtstag'],
  ['Log', 'Verlauf'],
  ['Connected on', 'Verbunden am'],
  ['Last contact', 'Letzter Kontakt'],
  ['Messages', 'Nachrichten'],
  ['Tie strength', 'Wie gut bekannt'],
  ['Tie label', 'Rahmen der Verbindung'],
  ['Known since', 'Bekannt seit'],
  ['Member ID', 'Mitgliedsnummer'],
  ['Keys', 'Schlüssel'],
  ['First saved', 'Zuerst gesichert'],
  ['Last updated', 'Zuletzt geändert'],
  ['Source', 'Quelle'],
]);

const LAYERS: readonly [string, string][] = [
  ['operational', 'operativ'],
  ['personal', 'persönlich'],
  ['strategic', 'strategisch'],
  ['beyond', 'außerhalb'],
];

const LEVELS: readonly [string, string][] = [
  ['intern', 'Praktikum oder Ausbildung'],
  ['junior', 'Einstieg'],
  ['professional', 'Fachkraft'],
  ['senior', 'Senior'],
  ['lead', 'Teamleitung'],
  ['manager', 'Leitung'],
  ['director', 'Direktion'],
  ['executive', 'Geschäftsleitung'],
  ['owner', 'Inhaberschaft'],
];

/** The German words of columns that hold one of a few values. */
const VALUES: ReadonlyMap<string, readonly [english: string, german: string][]> = new Map([
  ['Layer', LAYERS],
  ['Layer (computed)', LAYERS],
  ['Seniority', LEVELS],
  ['Seniority (computed)', LEVELS],
  [
    'Key person',
    [
      ['yes', 'ja'],
      ['no', 'nein'],
    ],
  ],
  [
    'Tie strength',
    [
      ['weak', 'flüchtig'],
      ['moderate', 'einigermaßen gut'],
      ['strong', 'gut'],
    ],
  ],
  [
    'Tie label',
    [
      ['dayToDay', 'tägliche Arbeit'],
      ['personal', 'persönlich'],
    ],
  ],
]);

const KINDS: readonly (readonly [kind: LogKind, german: string])[] = [
  ['met', 'getroffen'],
  ['called', 'telefoniert'],
  ['wrote', 'geschrieben'],
  ['introduced', 'vorgestellt'],
  ['note', 'Notiz'],
];

/** The kind of an entry of the log as it is written in a language. */
export function logKindIn(kind: LogKind, language: Language): string {
  return (language === 'de' && KINDS.find(([known]) => known === kind)?.[1]) || kind;
}

/** The kind of an entry of the log, whichever language it was written in; `undefined` for no kind. */
export function logKindFrom(word: string | undefined): LogKind | undefined {
  return KINDS.find(([kind, german]) => kind === word || german === word)?.[0];
}

/** The heading of a column in a language; the English one where there is no other. */
export function headingIn(header: string, language: Language): string {
  return (language === 'de' && HEADINGS.get(header)) || header;
}

/** Every heading under which a column may come back. */
export function headingsOf(header: string): string[] {
  return [...new Set([header, headingIn(header, 'de')])];
}

/** A cell as it is written in a language. */
export function cellIn(header: string, cell: string, language: Language): string {
  const found = language === 'de' && VALUES.get(header)?.find(([english]) => english === cell);
  return found ? found[1] : cell;
}

/** A cell as its column reads it, whichever language it was written in. */
export function cellFrom(header: string, cell: string): string {
  return VALUES.get(header)?.find(([, german]) => german === cell)?.[0] ?? cell;
}
