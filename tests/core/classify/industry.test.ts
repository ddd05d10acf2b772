import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openClassifier } from '../../../src/cli/classifier.ts';
import { createClassifier, loadModel } from '../../../src/core/classify/index.ts';

/** Names of companies and the NACE divisions that are right; written down before the rules were looked at. */
const COMPANIES = `
Müller Präzisionstechnik GmbH | 25 28 26
Hydrotec Ventiltechnik AG | 28 25
Schwarzwald Uhrenmanufaktur | 26
Alpenland Molkerei eG | 10
Nordsee Fischfeinkost GmbH | 10
Bäckerei Hofmann | 10 47
Weingut Sonnenberg | 01 11
Privatbrauerei Zirngibl | 11
Lindner Zahnarztpraxis | 86
Praxis Dr. Sommer | 86
Augenzentrum Rheinland | 86
MVZ Mitte GmbH | 86
St. Josefs-Hospital Wiesental | 86
Asklepios Klinik | 86
Sana Kliniken AG | 86
Helios | 86
Seniorenresidenz am Park | 87
AWO Kreisverband Unna | 88 94 87
Malteser Hilfsdienst | 86 88 94
Arbeiter-Samariter-Bund | 86 88 94
Lebenshilfe Bremen e.V. | 88
SOS-Kinderdorf | 88 87 94
Johanniter-Unfall-Hilfe | 86 88 94
TU München | 85
RWTH Aachen | 85
Hochschule Darmstadt | 85
Fraunhofer IPA | 72
Max-Planck-Institut für Informatik | 72
Helmholtz-Zentrum | 72
DLR | 72
Forschungszentrum Jülich | 72
Goethe-Universität Frankfurt | 85
Landkreis Harburg | 84
Stadt Köln | 84
Bezirksamt Pankow | 84
Bundesnetzagentur | 84
Bundesministerium der Finanzen | 84
Deutsche Rentenversicherung | 84 65
Agentur für Arbeit | 84 78
IHK Stuttgart | 94
Handwerkskammer Koblenz | 94
Volksbank Mittelhessen eG | 64
Raiffeisenbank Oberland | 64
Sparkasse KölnBonn | 64
Berliner Volksbank | 64
DekaBank | 64
ING-DiBa | 64
N26 | 64
Trade Republic | 64 66
Solaris SE | 64
Allianz SE | 65
HUK-COBURG | 65
Signal Iduna | 65
AOK Bayern | 65 84
Techniker Krankenkasse | 65 84
Barmer | 65 84
wefox | 65 66 62
Deutsche Vermögensberatung | 66
MLP | 66 64
Union Investment | 66
Vonovia SE | 68
GEWOFAG | 68
Wohnungsgenossenschaft Treptow | 68
Engel & Völkers | 68
Züblin | 41 42
Hochtief | 41 42
Dachdeckerei Schulz | 43
Elektro Meier GmbH | 43
Bosch Rexroth | 28
Trumpf | 28
Kuka | 28
Festo | 28
Voith | 28
Krones AG | 28
GEA Group | 28
Knorr-Bremse | 29 30
ZF Friedrichshafen | 29
Continental AG | 29 22
Schaeffler | 28 29
Mahle | 29
Porsche AG | 29
MAN Truck & Bus | 29
Daimler Truck | 29
Airbus Defence and Space | 30
MTU Aero Engines | 30
Rheinmetall | 25 30
Siemens Energy | 28 27 35
Siemens Healthineers | 32 26
BASF | 20
Covestro | 20
Evonik | 20
Henkel | 20
Beiersdorf | 20
Merck KGaA | 21 20
Boehringer Ingelheim | 21
Bayer | 21 20
BioNTech | 72 21
Fresenius Medical Care | 86 32
B. Braun Melsungen | 32
Drägerwerk | 32 26
Carl Zeiss | 26 32
Jenoptik | 26
Infineon | 26
E.ON | 35
EnBW | 35
Stadtwerke Kiel | 35
50Hertz | 35
TenneT | 35
Enpal | 43 35
1KOMMA5° | 43 35
Lilium | 30
Isar Aerospace | 30
Celonis | 62
SAP | 62
TeamViewer | 62
Personio | 62
DeepL | 62
Aleph Alpha | 62
Adesso SE | 62
msg systems | 62
Bechtle | 62 47 46
CANCOM | 62
GFT Technologies | 62
Capgemini | 62 70
Accenture | 70 62
McKinsey & Company | 70
BCG | 70
Roland Berger | 70
Deloitte | 69
KPMG | 69
EY | 69
PwC | 69
Freshfields | 69
CMS Hasche Sigle | 69
Noerr | 69
Zalando | 47
Otto Group | 47
REWE Group | 47
Lidl | 47
dm-drogerie markt | 47
MediaMarktSaturn | 47
HelloFresh | 47 10
Delivery Hero | 53 56 62 63
Flixbus | 49
DB Cargo | 49
Deutsche Bahn | 49
DHL | 53 52
Kühne + Nagel | 52
DB Schenker | 52
Hapag-Lloyd | 50
Lufthansa | 51
Fraport | 52
Hamburger Hafen und Logistik AG | 52
Axel Springer | 58
Bertelsmann | 58 59 60
ProSiebenSat.1 | 60
ZDF | 60
Bayerischer Rundfunk | 60
Spiegel-Verlag | 58
Deutsche Telekom | 61
Vodafone | 61
Telefónica Germany | 61
1&1 | 61
Jung von Matt | 73
Scholz & Friends | 73
Serviceplan | 73
GfK | 73
Randstad | 78
Adecco | 78
Hays | 78
TUI | 79
Accor | 55
Motel One | 55
Securitas | 80
WISAG | 81
Dussmann | 81
Messe Frankfurt | 82
Bundeswehr | 84
Polizei Berlin | 84
Deutsches Rotes Kreuz | 94 88 86
Greenpeace | 94
WWF | 94
Bayerische Staatsoper | 90
FC Bayern München | 93
McFit | 93
ÖBB | 49
Erste Group | 64
Voestalpine | 24
Red Bull | 11
Verbund AG | 35
Novartis | 21
Roche | 21
Nestlé | 10
UBS | 64
Zürich Versicherung | 65
Swiss Re | 65
ABB | 27
SBB | 49
Migros | 47
ETH Zürich | 85
Swisscom | 61
Google | 63 62
Amazon | 47
AWS | 63 62
Microsoft | 62
Meta | 63 62
Netflix | 59 60
Airbnb | 63 79 55
Uber | 49 63 62
Salesforce | 62
OpenAI | 62 72
Tesla | 29
JPMorgan Chase | 64
Goldman Sachs | 64
BlackRock | 66
Pfizer | 21
Johnson & Johnson | 21 32
Unilever | 20 10
Procter & Gamble | 20
Coca-Cola | 11
IKEA | 47
H&M | 47 14
Inditex | 14 47
Santander | 64
BBVA | 64
Telefónica | 61
Iberdrola | 35
Repsol | 19 06
Mercadona | 47
Mapfre | 65
Ayuntamiento de Madrid | 84
Hospital Clínic de Barcelona | 86
Universidad Complutense | 85
Colegio San José | 85
Bufete García Abogados | 69
Constructora Ibérica | 41
Bodegas del Sur | 11
TotalEnergies | 19 06 35
BNP Paribas | 64
Société Générale | 64
AXA | 65
Renault | 29
Danone | 10
L'Oréal | 20
LVMH | 15 14 47 46
Carrefour | 47
SNCF | 49
EDF | 35
Orange | 61
Thales | 30 26
Sanofi | 21
Mairie de Lyon | 84
CHU de Nantes | 86
Lycée Victor Hugo | 85
Cabinet Durand Avocats | 69
Boulangerie Martin | 10 47
Clinique Saint-Jean | 86
Région Occitanie | 84
Conseil départemental du Rhône | 84
CNRS | 72
INRIA | 72
CSIC | 72
NHS | 86
BBC | 60
University of Oxford | 85
Barclays | 64
Tesco | 47
HM Revenue & Customs | 84
Department for Education | 84
Cambridgeshire County Council | 84
World Bank | 64 99
European Commission | 84 99
United Nations | 99
WHO | 99
European Central Bank | 64
Europäisches Patentamt | 84 99
Smith & Sons Plumbing Ltd | 43
Greenfield Dental Clinic | 86
Harper Wealth Partners | 66
Blue Oak Brewing Co. | 11
Kingfisher Veterinary Centre | 75
Tierarztpraxis Wiese | 75
Tierklinik Nord | 75
Fotostudio Lichtblick | 74
Übersetzungsbüro Lingua | 74
Designstudio Formwerk | 74
Innenarchitektur Vogel | 74 71
Architekturbüro Lang | 71
Ingenieurbüro Kraft | 71
TÜV Süd | 71
DEKRA | 71
Kanzlei Weber & Partner | 69
Steuerberatung Huber | 69
Notariat am Markt | 69
Event Emotion GmbH | 82
Fahrschule Blitz | 85
Musikschule Allegro | 85
Kita Sonnenschein | 88
Montessori Kinderhaus | 88 85
Freiwillige Feuerwehr | 84
Friseur Haarmonie | 96
Hotel Alpenblick | 55
Gasthof zum Hirschen | 56 55
Pizzeria Napoli | 56
Reisebüro Fernweh | 79
Autohaus Krüger | 45
KFZ-Werkstatt Bremer | 45
Spedition Wagner | 49 52
Taxi Müller | 49
Glaserei Schmidt | 43
Malermeister König | 43
Gärtnerei Blum | 01 81
Tischlerei Holzmann | 43 31 16
Druckerei Klein | 18
Buchhandlung Leselust | 47
Apotheke am Rathaus | 47
Optik Brand | 47
Juwelier Gold | 47
Modehaus Schön | 47
Edeka Nord | 47
Metzgerei Wurst | 10 47
Golfclub Waldsee | 93
Museum für Naturkunde | 91
Stadtbibliothek Bremen | 91
Tierpark Hellabrunn | 91
Caritas | 88
Erzbistum Köln | 94
SPD | 94
IG Metall | 94
ver.di | 94
Kunststoffwerk Bauer | 22
Möbelwerk Nord | 31
Papierfabrik Hain | 17
Glashütte Freital | 23
Zementwerk Lengerich | 23
Stahlwerk Thüringen | 24
Galvanik Schuster | 25
Leiterplatten Schneider | 26
Batteriewerk Salzgitter | 27
Werft Wolgast | 30
Textilweberei Plauen | 13
Schuhmanufaktur Pirmasens | 15
Spielwarenfabrik Nürnberg | 32
Solarpark Lausitz | 35
Wasserverband Eifel | 36
Abfallwirtschaftsbetrieb München | 38
Wohnbau Freiburg | 68 41
Rechenzentrum Nord | 63
Gamesstudio Crater | 58 62
Filmproduktion Akzent | 59
Tonstudio Klang | 59
Radio Hamburg | 60
Zeitarbeit Plus | 78
Headhunting Partners | 78
Inkasso Direkt | 82
Callcenter Ost | 82
Bestattungshaus Ruhe | 96
Detektei Falk | 80
Gebäudereinigung Glanz | 81
Landschaftsbau Grün | 81
`;

/** Headlines that say nothing of an industry: topics, tools, hobbies and words of functions are no companies. */
const WITHOUT_INDUSTRY = `
Senior Software Engineer | Go, Rust, Kubernetes
Marketing Manager | Storyteller | Coffee lover
Projektleiterin | Agile Methoden | Mutter von zwei Kindern
Data Scientist | Python | SQL | AWS
Product Manager | Building things people love
HR Business Partner | Talent Development | Diversity
UX Designer – Figma, Design Systems, User Research
Leiter Controlling | Power BI | SAP
Founder | Speaker | Author
Geschäftsführer
CEO
Key Account Manager DACH
Executive Assistant | Organisationstalent
Controllerin | Excel-Nerd | Marathonläuferin
Freelance Copywriter & Content Strategist
Scrum Master | Agile Coach | Facilitator
Customer Success Manager | Ex-Salesforce
Sales Manager | Hunter | Wine enthusiast
Junior Consultant
IT-Administrator | Windows Server | Netzwerke
Team Lead Backend | Java | Spring | Kafka
Personalreferentin in Teilzeit
Einkäufer | Verhandlungsprofi | BVB-Fan
Jefe de proyecto | PMP | Scrum
Directrice marketing | Mère de deux enfants | Yoga
Responsable RH | Formatrice | Passionnée de voyages
Consultante freelance | Stratégie & Marketing
Ingeniero de software | Python | Machine Learning
Data Analyst | Tableau | Power BI | SQL
DevOps Engineer | AWS | Terraform | Docker
Project Manager PMP | Prince2 | Berlin
Product Owner | Open to work
Looking for new opportunities in Marketing
Recruiter | Hiring Software Engineers
Student | Betriebswirtschaft
Office Managerin | Feelgood | Events
Social Media Managerin | Reels | TikTok
Change Manager | Transformation | New Work
Vertriebsleiter | Leadership | Fußballtrainer ehrenamtlich
CFO | M&A | Carve-outs
Growth Lead | Paid Social | SEO
Cloud Architect | Azure | Google Cloud
Frontend Developer | React | TypeScript
Business Analyst | Requirements | Jira
Head of People | Culture | Remote Work
Assistenz der Geschäftsführung | Organisation | Reisen
Prokurist | Leiter Finanzen
Sachbearbeiterin Buchhaltung
Key Note Speaker | Coach | Mentorin
Supply Chain Manager | Lean | Six Sigma Black Belt
`;

const lines = (table: string): string[] => table.trim().split('\n');
const learned = createClassifier({ model: loadModel(readFileSync('public/titles.bin')) });

describe('companies', () => {
  it.each(lines(COMPANIES).map((line) => line.split(' | ')))(
    '%s is of division %s',
    (company = '', codes = '') => {
      expect(codes.split(' ')).toContain(learned.classify({ company }).industry?.nace2 ?? '-');
    },
  );
});

describe('headlines', () => {
  it.each(lines(WITHOUT_INDUSTRY))('%s says no industry', (headline) => {
    expect(learned.classify({ headline }).industry).toBeNull();
  });

  it.each([
    ['Head Chef at The Copper Kettle Restaurant', '56'],
    ['CFO, Harrow Chemicals plc', '20'],
    ['Economist at the Central Statistics Institute', '72'],
    ['Leiterin Pflege | Klinikum Musterstadt', '86'],
    ['Data Engineer | dbt, Snowflake | Helping banks see clearly', '64'],
    ['Vertriebsleiter – Maschinenbau – Weinliebhaber', '28'],
    ['Chef de projet chez Boulangerie Martin', '10'],
    ['Directora financiera | Hospital San Juan', '86'],
  ])('%s is of division %s', (headline, nace2) => {
    expect(learned.classify({ headline }).industry?.nace2).toBe(nace2);
  });

  it('knows a partner by the firm', () => {
    expect(learned.classify({ title: 'Partner' }).seniority).toBeNull();
    expect(learned.classify({ title: 'Partner', company: 'Kanzlei Weber' }).seniority).toBe('owner');
    expect(learned.classify({ title: 'Partner', company: 'Nordlicht Consulting' }).seniority).toBe(
      'director',
    );
  });
});

describe('where a headline says the employer', () => {
  it.each([
    // Names written as one word, a well-known name and its place.
    ['Reporter @ITVNews', '60'],
    ['Vertriebsleiter @ WindPark', '35'],
    ['Werkstudentin @ BMW Leipzig', '29'],
    ['Filialleiter, Lidl Musterstadt', '47'],
    // The kind of an institution stands at its end.
    ['Cellist, City of Musterstadt Symphony Orchestra', '90'],
    ['Policy Officer, Department for Education', '84'],
    // Who works in one place only is not judged by a topic.
    ['Translator | Medical & Legal', '74'],
    ['Schweinezüchter und Landwirt | Energie', '01'],
    // Trades.
    ['Chemikant', '20'],
    ['Gebäudereinigerin', '81'],
    ['Konditormeisterin', '10'],
    ['Steuerfachangestellte', '69'],
    ['Pharmareferent', '21'],
    ['Deck Officer', '50'],
    ['Unternehmensberaterin', '70'],
    ['Gleichstellungsbeauftragte der Stadt Musterstadt', '84'],
    ['Leiter des Museums Musterstadt', '91'],
    ['Assistenz der Leitung am Gymnasium Musterstadt', '85'],
    ['Night Porter', '55'],
    ['Dozentin für Altenpflege', '85'],
    ['Leiter Netzleittechnik Stadtwerke München', '35'],
    ['Betriebsrat IG Metall', '94'],
    ['Registered Manager, Oakfield Residential Home', '87'],
    // Schools of students.
    ['Law Student at Durham', '85'],
  ])('%s is of division %s', (headline, nace2) => {
    expect(learned.classify({ headline }).industry?.nace2).toBe(nace2);
  });

  it.each([
    'Head of Logistics',
    'Leiterin Forschung & Entwicklung',
    'Underwriter | Marine & Cargo',
    'Controller IHK | DATEV',
    'Law Student | Debating',
    'CFO | Audit Chair',
    'Helping insurance founders grow | Coach',
  ])('a topic or a department says none: %s', (headline) => {
    expect(['65', undefined]).toContain(learned.classify({ headline }).industry?.nace2);
  });

  it('takes no aeroplane for an employer', () => {
    expect(learned.classify({ headline: 'Captain, Boeing 737' }).industry?.nace2).toBe('51');
  });
});

describe('kinds of names', () => {
  const classifier = createClassifier();
  it.each([
    // Trades in the languages of Europe, by word.
    ['Panificio Bellavia', '10'],
    ['Oficina Mecânica Três Pontas', '45'],
    ['Kapsalon Zonneschijn', '96'],
    ['Loodgietersbedrijf Hofstra', '43'],
    ['Fietsenwinkel De Speich', '47'],
    ['Estudio Contable Rivarola', '69'],
    ['Lindholm Bygg AB', '41'],
    ['Holmgaard Tømrer ApS', '43'],
    ['Demirtaş İnşaat A.Ş.', '41'],
    ['Kancelaria Adwokacka Nowicka', '69'],
    ['Reisbureau Horizon', '79'],
    ['Tandartspraktijk Molenaar', '86'],
    // Three letters and a trade are another firm.
    ['UPS Elektronik', '26'],
    ['UPS Deutschland', '53'],
    // The word of sense, not the word of form.
    ['Bau- und Industriebedarf Harmsen', '46'],
    ['Talent-Schmiede', '78'],
    ['Technologies Hydrauliques Carel', '28'],
  ])('%s: %s', (company, nace2) => {
    expect(classifier.classify({ company }).industry?.nace2).toBe(nace2);
  });

  it.each(['Pindar.cafe', 'miTV.eu', 'Quellio.space'])('%s is an address and says nothing', (company) => {
    expect(classifier.classify({ company }).industry).toBeNull();
  });
});

describe('words of names in the languages of all Europe, and of farther ones', () => {
  const classifier = openClassifier();
  it.each([
    ['Ryszard Lipka Hurtownia Budowlana', '46'],
    ['Szpital Lipowy', '86'],
    ['Björkvik Sjukhuset', '86'],
    ['Solvik Sykehjem', '87'],
    ['Lunde Forlag', '58'],
    ['Kalevin Kirjasto', '91'],
    ['Kovářova Stavební firma', '41'],
    ['Dobra Kopalnia', '08'],
    ['Rumah Sakit Melati', '86'],
    ['PT Tambang Melati', '05'],
    ['Woningstichting De Linde', '68'],
    ['Zorggroep De Linde', '87'],
    ['Grupo Hospitalar Aurora', '86'],
    ['Lakeview Fisheries', '03'],
    ['Highland Revenue Authority', '84'],
    ['Yıldız Sigorta', '65'],
    ['Vörösmarty Könyvelő Iroda', '69'],
    ['Kiwanis Club Lindenau', '94'],
    ['IES Las Amapolas', '85'],
  ])('%s', (company, nace2) => {
    expect(classifier.classify({ company }).industry?.nace2).toBe(nace2);
  });
});
