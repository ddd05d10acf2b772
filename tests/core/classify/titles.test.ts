import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createClassifier, loadModel } from '../../../src/core/classify/index.ts';

/**
 * Titles with the ISCO-08 minor groups and the levels that are right, `-` for "not known": read by people from the
 * classification's definitions before the lexicon was looked at. Several answers stand where several are defensible.
 */
const TITLES = `
Leitender Softwareentwickler | 251 | lead
Leitende Ingenieurin | 214 | lead
Leitende Redakteurin | 264 | lead
Leitender Angestellter | - 121 122 | professional manager -
Leitender Oberarzt | 221 | manager director
Hafenlogistikerin | 432 333 | professional
Leiterin Netzplanung | 121 122 132 134 215 | manager
Sachbearbeiterin Schadenregulierung | 331 431 | professional
Sachbearbeiter Schaden | 331 431 | professional
Sachbearbeiter Buchhaltung | 331 431 | professional
Sachbearbeiterin Kreditoren | 331 431 | professional
Sachbearbeiter (m/w/d) Debitorenbuchhaltung | 331 431 | professional
Sachbearbeiterin Personal | 441 242 | professional
Sachbearbeiter Personalwesen | 441 242 | professional
Sachbearbeiter Einkauf | 332 | professional
Sachbearbeiterin Vertrieb | 332 | professional
Sachbearbeiter Vertriebsinnendienst | 332 | professional
Sachbearbeiter Export | 333 332 | professional
Sachbearbeiterin Import/Export | 333 332 | professional
Sachbearbeiter Zoll | 333 335 | professional
Sachbearbeiter Versand | 432 | professional
Sachbearbeiterin Steuern | 331 | professional
Sachbearbeiter Lohn- und Gehaltsabrechnung | 331 431 | professional
Sachbearbeiter Logistik | 432 | professional
Sachbearbeiterin Auftragsabwicklung | 411 432 332 | professional
Sachbearbeiter Kundenservice | 422 | professional
Sachbearbeiterin Marketing | 243 333 411 | professional
Sachbearbeiterin Bauamt | 335 411 | professional
Sachbearbeiterin Finanzbuchhaltung | 331 431 | professional
Personalsachbearbeiterin | 441 242 | professional
Einkaufssachbearbeiter | 332 | professional
Vertriebssachbearbeiterin | 332 | professional
Schadensachbearbeiter | 331 431 | professional
Exportsachbearbeiterin | 333 332 | professional
Sachbearbeiter | 411 | professional
Leiter Finanzen | 121 | manager
Leiter Finanzen und Controlling | 121 | manager
Leiterin Konzerncontrolling | 121 | manager
Leiter Treasury | 121 | manager
Leiterin Personal | 121 | manager
Leiter Personalentwicklung | 121 | manager
Leiter Marketing | 122 | manager
Leiterin Vertrieb Süd | 122 | manager
Leiter Einkauf | 132 | manager
Leiter Logistik | 132 | manager
Leiterin Produktion | 132 | manager
Leiter Qualitätsmanagement | 121 132 | manager
Leiterin Forschung & Entwicklung | 122 | manager
Leiter Rechtsabteilung | 134 261 | manager
Leiterin Compliance | 121 134 261 | manager
Leiter Unternehmenskommunikation | 122 | manager
Leiter Strategie | 121 | manager
Leiter Kundenservice | 122 334 | manager
Leiterin Produktmanagement | 122 | manager
Leiter Konstruktion | 122 | manager
Leiter Facility Management | 121 | manager
Leiter Werkschutz | 121 134 541 | manager
Leiterin Pflege | 134 | manager
Leiter IT-Infrastruktur | 133 | manager
Leiterin Datenanalyse | 133 | manager
Leiter Versand | 132 | manager
Leiter Instandhaltung | 132 311 | manager
Leitung Rechnungswesen | 121 | manager
Vertriebsleiterin | 122 | manager
Einkaufsleiter | 132 | manager
Marketingleitung | 122 | manager
Head of Finance | 121 | manager
Head of Controlling EMEA | 121 | manager
Head of HR | 121 | manager
Head of Talent Acquisition | 121 | manager
Head of Marketing | 122 | manager
Head of Sales DACH | 122 | manager
Head of IT | 133 | manager
Head of Data & Analytics | 133 | manager
Head of Logistics | 132 | manager
Head of Procurement | 132 | manager
Head of Production | 132 | manager
Head of Quality Assurance | 121 132 133 | manager
Head of R&D | 122 | manager
Head of Legal | 134 261 | manager
Head of Compliance | 121 134 261 | manager
Head of Communications | 122 | manager
Head of Strategy | 121 | manager
Head of Customer Support | 122 334 | manager
Head of Product | 122 133 | manager
Head of Engineering | 133 122 | manager
Head of Facilities | 121 | manager
Head of Security | 133 121 134 | manager
Head of M&A | 121 241 | manager
Head of Growth | 122 | manager
Head of RevOps | 122 121 | manager
Head of Learning & Development | 121 | manager
Head of Underwriting | 134 | manager
Global Head of Procurement | 132 | manager
VP Finance | 121 | director
VP of Sales | 122 | director
VP Product | 122 133 | director
VP Engineering | 133 122 | director
VP People & Culture | 121 | director
VP Supply Chain | 132 | director
Senior Vice President Marketing | 122 | director
Director of Finance | 121 | director
Director of Engineering | 133 122 | director
Director Human Resources | 121 | director
Director of Customer Success | 122 | director
Director, Supply Chain | 132 | director
Sales Director | 122 | director
Operations Director | 121 112 132 | director
Associate Director, Regulatory Affairs | 261 121 134 213 | director
Bereichsleiter Finanzen | 121 | director manager
Bereichsleiterin Vertrieb | 122 | director manager
Abteilungsleiter Einkauf | 132 | manager
Abteilungsleiterin Marketing | 122 | manager
Abteilungsleiter Softwareentwicklung | 133 | manager
Teamleiter Buchhaltung | 121 241 331 | lead
Teamleiterin Personal | 121 242 | lead
Teamleiter Vertrieb | 122 332 | lead
Teamleiter Produktion | 312 132 | lead
Teamleiter Logistik | 132 432 | lead
Teamleiter IT-Support | 133 351 | lead
Gruppenleiterin Controlling | 121 241 | lead
Team Lead Marketing | 122 243 | lead
Team Lead Data Science | 133 251 | lead
Referent Controlling | 241 | professional
Referentin Unternehmenskommunikation | 243 | professional
Referent Personalentwicklung | 242 | professional
Referentin Marketing | 243 | professional
Referent Compliance | 261 | professional
Referentin Recht | 261 | professional
Referent für Energiepolitik | 242 | professional
Referent Einkauf | 332 | professional
Referent Steuern | 241 | professional
Mitarbeiterin Buchhaltung | 331 431 241 | professional
Mitarbeiter Vertriebsinnendienst | 332 | professional
Mitarbeiter Lager | 432 | professional
Spezialist Zoll und Exportkontrolle | 333 261 332 | senior professional
Directeur des ressources humaines | 121 | director
Directrice marketing | 122 | director
Directeur des achats | 132 | director
Directeur juridique | 134 261 | director
Directrice financière | 121 | director
Directeur de production | 132 | director
Directeur des systèmes d'information | 133 | director
Directeur commercial France | 122 | director
Responsable marketing digital | 122 243 | manager professional
Responsable logistique | 132 | manager
Responsable comptabilité | 121 | manager
Responsable ressources humaines | 121 | manager
Responsable qualité | 121 132 | manager
Responsable des achats | 132 | manager
Responsable informatique | 133 | manager
Responsable de la communication | 122 | manager
Chef de produit | 243 122 | professional
Chef de projet | 242 | professional
Cheffe de projet marketing | 243 242 | professional
Chef de service comptabilité | 121 | manager
Chef des ventes | 122 | manager
Chef d'équipe production | 312 | lead
Chargée de communication | 243 | professional
Chargé de recrutement | 242 | professional
Assistante ressources humaines | 441 242 | junior professional
Jefe de ventas | 122 | manager
Jefa de compras | 132 | manager
Jefe de producto | 243 122 | professional manager
Jefa de proyecto | 242 | professional
Jefe de administración | 121 | manager
Directora de marketing | 122 | director
Director de recursos humanos | 121 | director
Directora financiera | 121 | director
Director de operaciones | 121 112 132 | director executive
Directora de comunicación | 122 | director
Director de tecnología | 133 | director
Responsable de compras | 132 | manager
Responsable de logística | 132 | manager
Responsable de calidad | 121 132 | manager
Gerente de recursos humanos | 121 | manager
Técnico de recursos humanos | 242 | professional
Técnica de marketing | 243 | professional
Especialista en marketing digital | 243 | professional senior
Chief Financial Officer | 121 | executive
Chief Marketing Officer | 122 | executive
Chief People Officer | 121 | executive
Chief Revenue Officer | 122 | executive
Chief Data Officer | 133 | executive
Chief Procurement Officer | 132 | executive
Chief Legal Officer | 134 261 | executive
Chief Risk Officer | 121 134 | executive
Chief Product Officer | 122 | executive
Chief Digital Officer | 133 | executive
Chief Customer Officer | 122 | executive
Chief Communications Officer | 122 | executive
Chief Quality Officer | 121 132 | executive
Chief Sustainability Officer | 121 | executive
Werkstudent Controlling | 241 | intern
Werkstudentin Softwareentwicklung | 251 | intern
Werksstudent Marketing | 243 | intern
Praktikantin Personalentwicklung | 242 | intern
Praktikum Einkauf | 332 | intern
Azubi Industriekaufmann | 411 331 | intern
Auszubildende zur Bankkauffrau | 331 421 | intern
Duale Studentin BWL Controlling | 241 | intern
Duales Studium Wirtschaftsinformatik | 251 | intern
Working Student Data Science | 251 212 | intern
Intern, Corporate Finance | 241 | intern
Stagiaire marketing | 243 | intern
Alternante en communication | 243 | intern
Becaria de recursos humanos | 242 | intern
HR Intern | 242 441 | intern
Geschäftsführende Gesellschafterin | 112 | executive owner
Geschäftsführender Gesellschafter | 112 | executive owner
Gesellschafter-Geschäftsführer | 112 | executive owner
Prokurist | 112 121 | manager
Prokuristin und Leiterin Finanzen | 121 112 | manager
Niederlassungsleiter | 112 121 132 142 | manager
Niederlassungsleiterin Hamburg | 112 121 132 142 | manager
Key Account Manager | 243 332 | professional
Senior Key Account Manager | 243 332 | senior
Chief of Staff | 112 121 | manager
Revenue Operations Manager | 242 122 | professional manager
RevOps Lead | 242 122 | lead
Site Reliability Engineer | 252 251 | professional
Platform Engineer | 251 252 | professional
MLOps Engineer | 251 252 | professional
Prompt Engineer | 251 | professional
AI Engineer | 251 | professional
AI Product Manager | 243 122 133 | professional
People & Culture Manager | 121 242 | manager professional
People Partner | 242 | professional
Customer Success Manager | 243 | professional
CSM | 243 | professional
Product Owner | 243 251 | professional
Senior Product Owner | 243 251 | senior
DevRel Engineer | 251 | professional
Developer Advocate | 251 243 | professional
GTM Lead | 243 122 | lead
Solutions Engineer | 243 251 | professional
Growth Hacker | 243 251 | professional
Community Manager | 243 | professional
Scrum Master | 242 251 133 | professional
Release Train Engineer | 242 251 133 | professional
Agile Coach | 242 | professional
Venture Builder | 112 242 | professional executive owner manager
Fractional CFO | 121 | executive
Founders Associate | 242 112 121 334 | professional junior
Entrepreneur in Residence | 242 112 | professional owner
UX Writer | 216 264 | professional
UX Researcher | 216 263 251 | professional
Data Steward | 251 413 | professional
FinOps Engineer | 252 251 | professional
ESG Manager | 121 242 | professional manager
Sustainability Manager | 121 213 | professional manager
Category Manager | 332 122 | professional
Demand Planner | 432 | professional
Revenue Manager | 243 122 141 | professional manager
Sales Development Representative | 243 332 | professional junior
Account Executive | 243 332 | professional
Talent Acquisition Partner | 242 | professional
Recruiting Coordinator | 441 242 | professional
Data Engineer | 251 252 | professional
Analytics Engineer | 251 | professional
Staff Software Engineer | 251 | senior lead
Principal Engineer | 251 214 | lead senior
Tech Lead | 251 | lead
Engineering Manager | 133 122 | manager
Developer Experience Engineer | 251 | professional
Information Security Officer | 252 | professional
Datenschutzbeauftragte | 261 | professional
Business Development Manager | 242 122 243 332 | professional manager
Strategy & Operations Manager | 242 121 | professional manager
Innovationsmanager | 122 242 | professional manager
Nachhaltigkeitsmanagerin | 121 213 | professional manager
Supply Chain Planner | 432 | professional
Lohnbuchhalterin | 331 431 | professional
Steuerfachangestellte | 331 | professional
Bilanzbuchhalter | 241 | professional
Wirtschaftsprüferin | 241 | professional
Rechtsanwaltsfachangestellte | 334 341 | professional
Medizinische Fachangestellte | 325 | professional
Notfallsanitäterin | 224 325 | professional
Altenpfleger | 532 222 322 | professional
Erzieherin | 531 234 | professional
Grundschullehrerin | 234 | professional
Sozialpädagogin | 263 | professional
Elektroniker für Betriebstechnik | 741 | professional
Zerspanungsmechaniker | 722 | professional
Lagerist | 432 | professional
Berufskraftfahrer | 833 | professional
Bauleiter | 132 312 | professional manager
Immobilienmakler | 333 | professional
Landschaftsarchitektin | 216 | professional
Vermessungsingenieur | 216 | professional
Augenoptikerin | 325 226 | professional
Zahntechniker | 321 | professional
Fachkraft für Arbeitssicherheit | 226 214 325 | professional
Hotelfachfrau | 422 513 | professional
Koch | 512 | professional
Infirmière | 222 | professional
Comptable | 241 331 | professional
Avocate | 261 | professional
Développeuse web | 251 | professional
Ingénieur commercial | 243 332 | professional
Assistante de direction | 334 | professional
Vendeuse | 522 | professional
Enfermero | 222 | professional
Abogado | 261 | professional
Contable | 241 331 | professional
Desarrollador backend | 251 | professional
Profesora de secundaria | 233 | professional
Comercial | 332 | professional
Camarera | 513 | professional
`;

/** Titles whose words claim a level that somebody of this title does not have. */
const LEVELS = `
Lead Generation Specialist | professional senior
Lead Generation Manager | professional
Head Nurse | lead manager
Head Hunter | professional
Assistant Manager | junior lead professional manager
Assistant Store Manager | lead manager junior professional
Executive Assistant | professional
Executive Assistant to the CEO | professional
Assistentin der Geschäftsführung | professional
Account Executive | professional
Senior Account Executive | senior
Managing Editor | manager lead
Managing Consultant | senior lead manager
Managing Partner | executive
Chief Engineer | lead manager senior
Chief Accountant | manager lead
School Principal | director
Principal Consultant | lead senior
Partner Manager | professional
Partner Success Manager | professional
Associate Director | director
Associate | professional -
Junior Partner | director
Senior Partner | director
Director of Photography | professional
Art Director | professional
Senior Art Director | senior
Creative Director | director
Funeral Director | professional
Senior Living Consultant | professional
Senior Living Sales Counselor | professional
Junior College Instructor | professional
Staff Nurse | professional
Staff Accountant | professional
Chief of Staff | manager
General Manager | director manager executive
Team Assistant | professional
Teamassistenz | professional
Vorstandsassistentin | professional
Referent der Geschäftsführung | professional
Trainee Vertrieb | junior
Junior Controller | junior
Lead Developer | lead
Lead Buyer | lead senior
Chapter Lead | lead
Vice Principal | manager director
Deputy Head of Finance | manager
Stellvertretender Abteilungsleiter | manager lead
Stellv. Filialleiterin | lead manager
Schichtleiter | lead
Meister | lead
Industriemeister Metall | lead professional
Projektleiter | professional
Reiseleiterin | professional
Bauleiter | professional manager
Gebietsleiter | professional manager
Regionalleiter | manager
Oberärztin | lead manager senior
Chefärztin | director
Assistenzarzt | professional junior
Chefkoch | manager lead
Chefredakteurin | manager director executive
Chefsekretärin | professional
Chef de partie | professional lead
Chef de cuisine | manager
Chef d'entreprise | executive owner
Chef d'équipe | lead
Directeur adjoint | manager director
Directrice d'école | director manager
Directeur artistique | professional director
Directeur général | executive
Responsable d'équipe | lead manager
Gérante | owner executive
Stagiaire RH | intern
Jefe de equipo | lead
Jefa de cocina | manager
Director general | executive
Director de arte | professional
Directora de sucursal | director manager
Subdirector | manager director
Becario | intern
Socio director | executive
Socia fundadora | owner
Autónomo | owner
Lead-Auditor | lead senior
Leiterin Lead Management | manager
Partner Marketing Manager | professional
Business Partner HR | professional
HR Business Partner | professional
Business Owner | owner
Product Owner | professional
Process Owner | professional
Data Owner | professional
Owner & Managing Director | owner executive
Freelance Designer | owner
Freiberufliche Übersetzerin | owner
Inhaberin | owner
Studentische Hilfskraft | intern
Wissenschaftliche Hilfskraft | intern junior
Doktorand | junior
Postdoc | professional
Juniorprofessorin | director professional senior
Professor | senior
Student Advisor | professional
Student Counsellor | professional
Studentenberater | professional
Apprentice Electrician | intern
Graduate Trainee | junior
Expert Comptable | professional
Fachexperte Zoll | senior professional
Senior Expert Controlling | senior
Vice President Engineering | director
President | executive
Vizepräsidentin | director
Bürgermeister | executive
Vorstand Finanzen | executive
Mitglied der Geschäftsleitung | executive
Verwaltungsrätin | executive
Beirat | executive
Aufsichtsratsvorsitzender | executive
Angel Investor | executive owner
Executive Coach | professional
Coach für Führungskräfte | professional
Leadership Trainer | professional
Head of Marketing | manager
Head Chef | manager lead
Head Gardener | lead manager
Head Coach | lead manager professional
Head Waiter | lead professional
Head Barista | lead
Facility Manager | professional manager
Office Manager | professional
Project Manager | professional
IT Manager | manager professional
Store Manager | manager
Regional Sales Manager | manager professional
Area Manager | manager
Case Manager | professional
Change Manager | professional manager
Database Manager | professional manager
Direttore generale | executive
Direttore vendite | director
Responsabile marketing | manager
Stagista | intern
Teamleider | lead
Afdelingshoofd | manager
Stagiair | intern
Diretora de Marketing | director
Gerente de Vendas | manager
Estagiária | intern
Sócio fundador | owner
`;

const learned = createClassifier({ model: loadModel(readFileSync('public/titles.bin')) });
const rows = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' | '));

describe('titles', () => {
  it.each(rows(TITLES))('%s is of minor group %s, level %s', (title = '', groups = '', levels = '') => {
    const { function: what, seniority } = learned.classify({ title });
    expect(groups.split(' ')).toContain(what?.isco3 ?? '-');
    expect(levels.split(' ')).toContain(seniority ?? '-');
  });
});

describe('levels', () => {
  it.each(rows(LEVELS))('%s is %s', (title = '', levels = '') => {
    expect(levels.split(' ')).toContain(learned.classify({ title }).seniority ?? '-');
  });
});
