import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rolesBeforeOrSought, splitRoles } from '../../../src/core/classify/headlineParts.ts';
import { createClassifier, loadModel } from '../../../src/core/classify/index.ts';
import { TITLE_LEXICON } from '../../../src/core/tables/titles.ts';
import { functionFamily } from '../../../src/core/taxonomy/index.ts';

const learned = createClassifier({ model: loadModel(readFileSync('public/titles.bin')) });
const familyOf = (headline: string): string | null => {
  const { function: what } = learned.classify({ headline });
  return what === null ? null : functionFamily(what.isco4);
};

describe('parts of a headline', () => {
  it.each([
    ['Optician 👓 Cyclist', ['Optician', 'Cyclist']],
    ['Nurse. Poet. Dreamer.', ['Nurse', 'Poet', 'Dreamer.']],
    ['Stellv. Leiterin Einkauf', ['Stellvertretender Leiterin Einkauf']],
    ['Dr. rer. nat. Chemikerin', ['Dr. rer. nat. Chemikerin']],
    ['Open to work | Baker', ['Baker']],
    ['Auf der Suche nach einer neuen Aufgabe | Bäcker', ['Bäcker']],
    ['Helping dentists sleep better | Consultant', ['Consultant']],
    ['Dad, cyclist, and bookkeeper at Nordbahn', ['cyclist', 'bookkeeper']],
    ['Ich bin eine Schreinerin', ['Schreinerin']],
    ['Mathematics Teacher (ret.)', ['Mathematics Teacher']],
    ['Notar a.D.', ['Notar']],
    ['Optician turned illustrator', ['illustrator']],
    ['Soldat (12 Jahre), jetzt Buchhalter', ['Buchhalter']],
    ['Cook → Restaurant Manager', ['Restaurant Manager']],
    ['Assoc. Prof. of Statistics', ['Associate Professor of Statistics']],
    ['Chef der Brennerei Musterstadt', ['Geschäftsführung der Brennerei Musterstadt']],
    ['Chef de projet', ['Chef de projet']],
    ['Hausmann', []],
    ['Piano teacher, choir singer, dad', ['Piano teacher', 'choir singer', 'dad']],
    ['Wer sucht, findet', ['Wer sucht, findet']],
    ['Arbeitsuchend', []],
    ['Arbeitssuchende Ingenieurin', []],
    ['arbeitslos', []],
    ['Arbeitsuche', []],
    ['Arbeitsmedizinerin', ['Arbeitsmedizinerin']],
    ['Arbeitsvermittler', ['Arbeitsvermittler']],
    ['Arbeitslosenbetreuer', ['Arbeitslosenbetreuer']],
    ['Arbeits- und Berufsberaterin', ['Arbeits- und Berufsberaterin']],
    ['Turning data into decisions', []],
    ['Turning Operator', ['Turning Operator']],
    ['Make it happen', []],
    ['Make Up Artist', ['Make Up Artist']],
    ['Let’s connect', []],
    ['Former für Handformguss', ['Former für Handformguss']],
    ['Former Nurse', []],
  ])('%s: the roles are %j', (headline, roles) => {
    expect(splitRoles(headline)).toEqual(roles);
  });

  it.each([
    ['AL Vertrieb bei Nordbahn', 'Abteilungsleiter Vertrieb'],
    ['TL Buchhaltung', 'Teamleiter Buchhaltung'],
    ['Senior SWE @ Nordbahn', 'Senior Software Engineer'],
    ['HR Mgr', 'HR Manager'],
    ['Marketing Exec', 'Marketing Executive'],
    ['Kfm. Leiterin', 'Kaufmännischer Leiterin'],
    // A degree.
    ['BA History', 'BA History'],
    // A country's code or a degree behind a name is no role.
    ['Sales PL', 'Sales PL'],
    ['pl anlagenbau', 'pl anlagenbau'],
  ])('%s is spelled out as %s', (headline, role) => {
    expect(splitRoles(headline)[0]).toBe(role);
  });

  it('drops no title of the lexicon as a slogan, as the past, or as a wish', () => {
    const titles = TITLE_LEXICON.split(/, |\n\d+: |\n/)
      .map((title) => title.replace(/^\d+: /, ''))
      .filter((title) => title !== '' && !/^-|-$/.test(title));
    expect(titles.length).toBeGreaterThan(5000);
    const written = titles.flatMap((title) => [
      title,
      title.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()),
    ]);
    expect(written.filter((title) => splitRoles(title).length === 0)).toEqual([]);
  });

  it('tells what somebody was or looks for as a role of another time', () => {
    expect(splitRoles('Between jobs | Formerly Tax Adviser at Nordbahn')).toEqual([]);
    expect(rolesBeforeOrSought('Between jobs | Formerly Tax Adviser at Nordbahn')).toEqual(['Tax Adviser']);
    expect(rolesBeforeOrSought('Suche eine Stelle als Tischler')).toEqual(['Tischler']);
    expect(rolesBeforeOrSought('ex-Google')).toEqual([]);
  });
});

describe('which part is the role', () => {
  it.each([
    // Besides comes behind what is done for a living.
    ['Speaker | Author | Tax Adviser at Hollis & Wren', 'finance'],
    ['Podcast-Host | Bauingenieurin bei Tiefbau Nord', 'engineering'],
    ['Mutter von drei Kindern | Controllerin', 'finance'],
    ['Ehrenamtlich im Tierheim | Zahntechniker', 'medicine'],
    // … unless there is nothing else.
    ['Podcast Host', 'media'],
    // Topics and certificates are none.
    ['Economics | Head of Sales', 'sales'],
    ['PMP | Electrical Engineer', 'engineering'],
    // What was, where nothing is said of today.
    ['Sabbatical | Previously Tax Adviser at Nordbahn', 'finance'],
    ['In Elternzeit | Zuvor Steuerberaterin', 'finance'],
  ])('%s is of %s', (headline, family) => {
    expect(familyOf(headline)).toBe(family);
  });

  it.each(['Career break', 'Zwischen zwei Jobs', 'ex-Salesforce', 'Helping people shine'])(
    'abstains from %s',
    (headline) => {
      expect(familyOf(headline)).toBeNull();
    },
  );
});

describe('what the model alone takes for a role', () => {
  it.each([
    // The last noun says the kind: whoever engineers mines manages none.
    ['Mining Engineer', 'engineering'],
    ['Pianist. Jazz. Tea.', 'media'],
    ['Data Analyst | Duolingo', 'software'],
    ['Team Manager, Accounts Payable', 'finance'],
    ['Growth PM', 'strategy'],
    ['Sattlermeisterin', 'crafts'],
    ['Maintenance Fitter', 'crafts'],
    ['Berufsfischer', 'agriculture'],
    // A German compound is what its end is.
    ['Pferdezahnärztin', 'medicine'],
    ['Segelflugzeugmechaniker', 'crafts'],
    // Who leads a place is what leads such places.
    ['Leiterin der Musikschule Musterstadt', 'education'],
    ['Leitung Waldkita', 'care'],
  ])('%s is of %s', (headline, family) => {
    expect(familyOf(headline)).toBe(family);
  });

  it('takes no later word for a role that only the model knows', () => {
    expect(familyOf('Mensch | Duolingo')).toBeNull();
  });
});

describe('students and scholars', () => {
  it.each([
    ['Studentin der Elektrotechnik', 'engineering'],
    ['Jurastudent im 5. Semester', 'law'],
    ['Medizinstudentin', 'medicine'],
    ['Physics Undergraduate', 'science'],
    ['PhD Candidate in Marine Biology', 'science'],
    ['Doktorandin Chemie', 'science'],
    ['Student Advisor', 'humanResources'],
  ])('%s is of %s', (headline, family) => {
    const families = headline === 'Student Advisor' ? [family, 'social', 'education'] : [family];
    expect(families).toContain(familyOf(headline));
  });

  it('says nothing of who only studies', () => {
    expect(familyOf('Student at Example University')).toBeNull();
  });
});

describe('owners and partners', () => {
  it.each([
    ['Dachdeckermeister und Inhaber', 'construction', 'owner'],
    ['Inhaberin Kosmetikstudio Lotus', 'hospitality', 'owner'],
    ['Owner of The Crooked Spoon Restaurant', 'hospitality', 'owner'],
    ['Tierarzt, Inhaber der Kleintierpraxis am See', 'medicine', 'owner'],
    ['Goldschmiedin in eigener Werkstatt', 'crafts', 'owner'],
    ['Electrician | own business', 'construction', 'owner'],
    ['Owner', 'generalManagement', 'owner'],
    // Whoever advises owners is none.
    ['Tax Adviser for business owners', 'finance', 'professional'],
    ['Partner at Hollis Wren Solicitors', 'law', 'owner'],
    ['Partnerin bei Steuerkanzlei Wren', 'finance', 'owner'],
  ])('%s is of %s, level %s', (headline, family, level) => {
    expect(familyOf(headline)).toBe(family);
    expect(learned.classify({ headline }).seniority).toBe(level);
  });

  it.each([
    ['Associate at Nordlicht Consulting', 'strategy'],
    ['Analyst bei Sparkasse Musterstadt', 'finance'],
    ['Partner bei Maschinenbau Nord GmbH', null],
    ['Senior Associate, Real Estate, Hollis Wren Solicitors', 'law'],
  ])('tells by the firm what %s does', (headline, family) => {
    expect(familyOf(headline)).toBe(family);
  });
});

describe('levels by trade', () => {
  it.each([
    ['Malergeselle', 'professional'],
    ['Schulhausmeister', 'professional'],
    ['Sterbebegleiterin', 'professional'],
    ['Jurastudentin', 'intern'],
    ['Selbständige Kosmetikerin', 'owner'],
    ['Freie Lektorin', 'owner'],
    ['Physiotherapeut, Praxisinhaber', 'owner'],
    ['Salon Manager', 'manager'],
    ['Assistent der Werksleitung', 'professional'],
    ['Dental Laboratory Assistant', 'professional'],
    ['Assistant Buyer', 'junior'],
    ['Diplom-Psychologin, Leitung Beratungsstelle', 'manager'],
    ['Geschäftsführender Partner, Steuern', 'executive'],
    ['Wirt im Hirschen', 'owner'],
    ['Oberarzt Kardiologie', 'lead'],
    ['Fachärztin für Neurologie', 'senior'],
    ['Hauptfeldwebel', 'lead'],
    ['Second Officer', 'professional'],
    ['Quereinsteiger Pflege', 'junior'],
    ['Aspiring Architect', 'junior'],
    ['Altenpflegerin im Seniorenheim', 'professional'],
    ['Head of Payroll', 'manager'],
    ['Leiterin Lohnbuchhaltung', 'manager'],
  ])('%s is %s', (headline, level) => {
    expect(learned.classify({ headline }).seniority).toBe(level);
  });
});

describe('what is said of today', () => {
  it.each([
    ["Directeur logistique | ex-MSF | aujourd'hui restaurateur", 'restaurateur'],
    ['Former banker | now baker', 'baker'],
    ['Lehrerin | früher Polizistin | heute Schulleiterin', 'Schulleiterin'],
    ['Ex-abogada | hoy profesora de yoga', 'profesora de yoga'],
    ['Head of Sales | now hiring', 'Head of Sales'],
    ['Today Show Producer | Speaker', 'Today Show Producer'],
  ])('%s: %s', (headline, first) => {
    expect(splitRoles(headline)[0]).toBe(first);
  });
});
