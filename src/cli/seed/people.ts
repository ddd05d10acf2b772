/**
 * A synthetic network for pictures and trials: everybody and every company in it is invented. Kim Sommer, a data
 * engineer at an insurance company in Hamburg, wants to change into health care and to lead a team. Colleagues of
 * today are plentiful (the operational network), a few people open other worlds, and some needs stay unmet on
 * purpose, so that every layer, role, key person and blind spot can be seen.
 */
import type { Goal, Me, OwnWords, Position, Profile, Tie } from '../../core/model/index.ts';

export interface SyntheticPerson {
  profile: Profile;
  own?: Partial<Pick<OwnWords, 'note' | 'tags' | 'nextStep' | 'rhythmDays' | 'log' | 'hub' | 'layer'>>;
  tie?: Pick<Tie, 'strength' | 'label' | 'lastContact'>;
}

export const SYNTHETIC_ME: Me = {
  name: 'Kim Sommer',
  headline: 'Data Engineer at Hanseatische Versicherung AG',
  positions: [
    { title: 'Senior Data Engineer', company: 'Hanseatische Versicherung AG', start: '2021-04', end: null },
    { title: 'Data Engineer', company: 'Hanseatische Versicherung AG', start: '2018-09', end: '2021-03' },
    { title: 'Business Analyst', company: 'Reederei Nordstern', start: '2015-10', end: '2018-08' },
  ],
  education: [
    {
      school: 'Technische Universität Musterstadt',
      degree: 'M. Sc.',
      field: 'Informatik',
      start: '2010',
      end: '2015',
    },
  ],
  skills: ['SQL', 'Python', 'Data modelling'],
  languages: [{ name: 'German' }, { name: 'English' }],
  place: { text: 'Hamburg, Germany', city: 'Hamburg', country: 'DE' },
};

export const SYNTHETIC_GOALS: Goal[] = [
  {
    id: 'synthetic-health',
    kind: 'changeJob',
    title: 'Change into health care',
    target: {
      nace2: '86',
      isco: '2521',
      companies: ['Klinikum Elbhöhe'],
      place: { text: 'Hamburg, Germany', city: 'Hamburg', country: 'DE' },
      skills: ['FHIR'],
    },
    horizon: 'present',
    weight: 3,
    state: 'active',
    createdAt: '2026-06-01T08:00:00.000Z',
    updatedAt: '2026-06-01T08:00:00.000Z',
  },
  {
    id: 'synthetic-lead',
    kind: 'takeLeadership',
    title: 'Lead a team by 2028',
    target: { isco: '1330', seniority: 'manager', companies: [], skills: [] },
    horizon: 'future',
    weight: 2,
    state: 'active',
    createdAt: '2026-06-01T08:00:00.000Z',
    updatedAt: '2026-06-01T08:00:00.000Z',
  },
];

/** `title @ company, start-end`; an open end is today. */
type Line = readonly [
  title: string,
  company: string,
  start: string,
  end?: string | undefined,
  industry?: string,
];
type More = Partial<
  Pick<
    Profile,
    'connections' | 'followers' | 'mutualConnections' | 'degree' | 'skills' | 'education' | 'industry'
  >
>;
const MUSTERSTADT: More = {
  education: [{ school: 'Technische Universität Musterstadt', start: '2011', end: '2015' }],
};

function person(
  name: string,
  place: string,
  career: readonly Line[],
  more: More = {},
  words: Omit<SyntheticPerson, 'profile'> = {},
): SyntheticPerson {
  const [given = '', ...rest] = name.split(' ');
  const id = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 80);
  const [city = '', country = 'DE'] = place.split('/');
  const countryName = new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? country;
  const positions = career.map(
    ([title, company, start, end, industry]): Position => ({
      title,
      company,
      start,
      end: end ?? null,
      ...(industry !== undefined && { industry }),
    }),
  );
  const [now] = career;
  return {
    profile: {
      key: { site: 'linkedin', id },
      url: `https://www.linkedin.com/in/${encodeURIComponent(id)}/`,
      name: { full: name, given, family: rest.join(' ') },
      headline: `${now?.[0]} at ${now?.[1]}`,
      location: { text: `${city}, ${countryName}`, city, country },
      positions,
      education: [],
      skills: [],
      languages: [],
      ...more,
    },
    ...words,
  };
}

const HV = 'Hanseatische Versicherung AG';

export const SYNTHETIC_PEOPLE: readonly SyntheticPerson[] = [
  // Health care: who works where the first goal leads.
  person(
    'Leyla Brandt',
    'Hamburg',
    [
      ['Head of Data Platforms', 'Klinikum Elbhöhe', '2021-03'],
      ['Data Engineer', 'Alster Versicherung AG', '2015-09', '2021-02'],
    ],
    { connections: 500, mutualConnections: 11, degree: 2, skills: ['Data governance', 'SQL'] },
    {
      own: {
        note: 'Met at the data meet-up in Altona. Changed from insurance to a hospital herself; asked me what I would want to build there.',
        tags: ['health', 'meet-up'],
        nextStep: { text: 'Ask for 20 minutes about the change', due: '2026-12-12' },
        rhythmDays: 90,
      },
      tie: { strength: 'moderate', lastContact: '2026-09-30' },
    },
  ),
  person('Dr. Amir Haddad', 'Hamburg', [['Chefarzt Radiologie', 'Klinikum Elbhöhe', '2017-01']], {
    degree: 3,
  }),
  person(
    'Friederike Voss',
    'Berlin',
    [
      ['Partner Health Care', 'Brückner Personalberatung', '2016-05'],
      ['Beirat', 'Verband Digitale Medizin', '2019-01'],
      ['Leiterin Unternehmenskommunikation', 'Klinikum Spreeblick', '2009-03', '2016-04'],
    ],
    { followers: 6_400, connections: 500, mutualConnections: 14, degree: 2 },
    {
      own: { tags: ['recruiting', 'health'], rhythmDays: 90 },
      tie: { strength: 'weak', lastContact: '2026-05-11' },
    },
  ),
  person('Nora Lindqvist', 'Kopenhagen/DK', [['Product Manager', 'Nordlys Healthcare A/S', '2020-08']], {
    connections: 320,
  }),
  person('Tomasz Wiśniewski', 'Hamburg', [
    ['Softwareentwickler', 'Klinikum Elbhöhe', '2022-02'],
    ['Softwareentwickler', 'Hafenlogistik Brandt GmbH', '2016-02', '2022-01'],
  ]),
  // Leadership: levels above, in a near function.
  person(
    'Margarethe Olbrich',
    'Hamburg',
    [
      ['Head of Data', HV, '2019-06'],
      ['Data Engineer', 'Reederei Nordstern', '2011-01', '2019-05'],
    ],
    { mutualConnections: 22, degree: 1 },
    {
      own: {
        note: 'My manager. Supports the plan to lead the platform team.',
        tags: ['team'],
        rhythmDays: 30,
        log: [{ day: '2026-11-18', text: 'Talked about the platform team' }],
      },
      tie: { strength: 'strong', label: 'dayToDay', lastContact: '2026-11-18' },
    },
  ),
  person(
    'Sven Petersen',
    'Kiel',
    [['IT-Leiter', 'Stadtwerke Fördestadt', '2014-04']],
    {
      connections: 210,
      degree: 2,
    },
    {
      own: { nextStep: { text: 'Ask how he built his team', due: '2026-11-20' }, tags: ['leadership'] },
    },
  ),
  person(
    'Chiara Bianchi',
    'Mailand/IT',
    [
      ['Chief Data Officer', 'Banco Lombardo Aurora', '2020-01'],
      ['Head of Data', 'Assicurazioni Delfino', '2014-01', '2019-12', 'Insurance'],
      ['Consultant', 'Fuchs Consulting', '2008-01', '2013-12'],
    ],
    { followers: 12_800, connections: 500, degree: 3 },
  ),
  // Colleagues of today: the operational network.
  person(
    'Jonas Hartung',
    'Hamburg',
    [['Data Engineer', HV, '2020-01']],
    { degree: 1, mutualConnections: 31 },
    {
      own: { tags: ['team'] },
      tie: { strength: 'strong', label: 'dayToDay', lastContact: '2026-11-23' },
    },
  ),
  person(
    'Ayşe Demir',
    'Hamburg',
    [['Data Scientist', HV, '2021-09']],
    { degree: 1 },
    {
      own: { tags: ['team'] },
      tie: { strength: 'strong', label: 'dayToDay', lastContact: '2026-11-20' },
    },
  ),
  person(
    'Benedikt Krug',
    'Hamburg',
    [['Database Administrator', HV, '2013-03']],
    { degree: 1 },
    {
      tie: { strength: 'moderate', label: 'dayToDay' },
    },
  ),
  person('Mei Tanaka', 'Hamburg', [['Software Engineer', HV, '2022-05']], { degree: 1 }),
  person('Lukas Freytag', 'Hamburg', [['Product Owner', HV, '2019-02']], { degree: 1 }),
  person('Ursula Behn', 'Hamburg', [['Aktuarin', HV, '2008-10']], { degree: 1 }),
  person('Patrick Sauer', 'Hamburg', [['Scrum Master', HV, '2020-11']], { degree: 1 }),
  person('Elif Kaya', 'Hamburg', [['HR Business Partner', HV, '2018-01']], { degree: 1 }),
  person('Dieter Wolff', 'Hamburg', [['Leiter Schaden', HV, '2005-01']], { degree: 1 }),
  person('Hannah Reimers', 'Hamburg', [['Data Analyst', 'Alster Versicherung AG', '2019-05']], { degree: 2 }),
  // Earlier years: employers and university.
  person('Katrin Böhme', 'Bremen', [['Logistics Manager', 'Reederei Nordstern', '2012-01']], MUSTERSTADT, {
    tie: { strength: 'moderate', label: 'personal', lastContact: '2024-03-02' },
  }),
  person('Marek Novák', 'Prag/CZ', [['Lehrer', 'Gymnasium Vltava', '2016-09']], MUSTERSTADT, {
    tie: { strength: 'strong', label: 'personal', lastContact: '2026-10-04' },
  }),
  person(
    'Svenja Ritter',
    'Hannover',
    [['Wirtschaftsprüferin', 'Ritter Steuerberatung', '2017-01']],
    MUSTERSTADT,
  ),
  person('Ole Claasen', 'Rostock', [['Kapitän', 'Reederei Nordstern', '2009-01']]),
  // Other worlds: same craft elsewhere, or another craft altogether.
  person('Priya Raman', 'Bengaluru/IN', [['Principal Data Engineer', 'Tamarind Software Labs', '2017-06']], {
    followers: 3_100,
    connections: 500,
  }),
  person('Diego Fernández', 'Madrid/ES', [['Ingeniero de datos', 'Energías Meseta', '2019-01']]),
  person('Sophie Laurent', 'Lyon/FR', [['Data Engineer', 'Clinique Saint-Rivage', '2021-01']], {
    skills: ['HL7', 'Python'],
    mutualConnections: 3,
  }),
  person('Gregor Stahl', 'Stuttgart', [['Konstrukteur', 'Neckar Maschinenbau GmbH', '2010-04']]),
  person('Anneke de Vries', 'Rotterdam/NL', [['Supply Chain Manager', 'Maasvlakte Logistics', '2015-01']]),
  person('Fatou Diallo', 'Genf/CH', [
    ['Programme Officer', 'Foundation for Open Health', '2018-03'],
    ['Pharmacist', 'Clinique du Lac', '2012-01', '2018-02'],
  ]),
  person(
    'Wilhelm Ostermann',
    'München',
    [
      ['Geschäftsführer', 'Ostermann Brauerei', '1998-01'],
      ['Vorsitzender', 'Verband Bayerischer Brauer', '2011-01'],
    ],
    { followers: 2_300 },
  ),
  person('Beatriz Almeida', 'Lissabon/PT', [
    ['Arquiteta', 'Almeida Arquitectos', '2014-01', undefined, 'Architecture and planning'],
  ]),
  person(
    'Henrik Solberg',
    'Oslo/NO',
    [
      ['Investor', 'Fjordlys Ventures', '2018-01'],
      ['Board Member', 'Nordlys Healthcare A/S', '2020-01'],
      ['CTO', 'Solberg Software', '2010-01', '2017-12'],
    ],
    { followers: 18_200, connections: 500, degree: 3 },
  ),
  person(
    'Prof. Dr. Ingrid Falkenberg',
    'Hamburg',
    [['Professorin für Medizininformatik', 'Universität Hammaburg', '2013-10']],
    { followers: 2_900, mutualConnections: 12, degree: 2 },
    { own: { hub: true, tags: ['university'] } },
  ),
  person('Kwame Boateng', 'Accra/GH', [['Software Engineer', 'Sahara Digital', '2021-01']]),
  person('Ricarda Thoma', 'Leipzig', [['Journalistin', 'Leipziger Zeitung', '2010-01']]),
  person('Milan Petrović', 'Wien/AT', [['Rechtsanwalt', 'Kanzlei Petrović', '2012-01']]),
  person('Yuki Sato', 'Tokio/JP', [['UX Designer', 'Hoshi Media', '2019-01']]),
  person('Carla Mendes', 'Köln', [['Key Account Manager', 'Rheinpharma GmbH', '2016-01']]),
  person('Tobias Engel', 'Frankfurt am Main', [['Risk Manager', 'Mainbank', '2011-01']]),
  // The two that try every layout: a name of sixty characters, and one that runs from right to left.
  person(
    'Maximiliane-Charlotte von Hohenstein-Oldenburg und Wetterau',
    'Garmisch-Partenkirchen',
    [
      [
        'Stellvertretende Bereichsleiterin Informationssicherheit und Datenschutz',
        'Gemeinnützige Krankenhausbetriebsgesellschaft Oberland mbH',
        '2018-07',
        undefined,
        'Hospitals and Health Care',
      ],
    ],
    { degree: 2 },
  ),
  person('ليلى عبد الرحمن', 'Amman/JO', [
    ['مهندسة برمجيات', 'شركة النجم للبرمجيات', '2020-01', undefined, 'Software Development'],
  ]),
];

/** Who knows whom, as pages named common contacts: whose page it was, then whom it named. */
export const SYNTHETIC_KNOWS: readonly (readonly [of: string, ...named: string[]])[] = [
  ['Dr. Amir Haddad', 'Leyla Brandt', 'Friederike Voss', 'Tomasz Wiśniewski'],
  ['Nora Lindqvist', 'Friederike Voss', 'Henrik Solberg'],
  ['Tomasz Wiśniewski', 'Leyla Brandt', 'Mei Tanaka'],
  ['Leyla Brandt', 'Friederike Voss', 'Hannah Reimers', 'Margarethe Olbrich'],
  ['Chiara Bianchi', 'Margarethe Olbrich', 'Friederike Voss'],
  ['Sven Petersen', 'Dieter Wolff'],
  ['Prof. Dr. Ingrid Falkenberg', 'Friederike Voss', 'Sven Petersen'],
  ['Katrin Böhme', 'Ole Claasen'],
  ['Priya Raman', 'Chiara Bianchi', 'Diego Fernández'],
  ['Wilhelm Ostermann', 'Friederike Voss'],
];
