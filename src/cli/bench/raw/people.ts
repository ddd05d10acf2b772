const GIVEN = words(
  'Ada Jörg Zoë Bo Mia José Anna Liu Ömer Chloé Jan Ines Tarek Wanda Pavel Noor Lotte Emil',
);
const LEVELS = words(
  'Senior Junior Lead Principal Associate Deputy Interim Global Regional Assistant Chief Head',
);
const FIELDS = words(
  'Automotive Banking Biotech Cloud Construction Education Energy Fashion Food Gaming Health Hotels Insurance Law Logistics Media Mining Payments Pharma Rail Retail Robotics Sports Steel Telecom Textiles Tourism Transport Water Wind',
);
const ROLES: readonly string[] = [
  'Software Engineer',
  'Leiterin Einkauf',
  'Data Scientist',
  'Nurse',
  'CFO',
  'Projektleiter',
  'Product Manager',
  'Recruiter',
  'Sales Manager',
  'Rechtsanwältin',
  'UX Designer',
  'Steuerberater',
  'Controller',
  'Teacher',
  'Journalist',
  'Supply Chain Manager',
  'Consultant',
  'Architekt',
  'Key Account Manager',
  'Geschäftsführer',
];

/**
 * A LinkedIn archive's `Connections.csv` of invented people. As in real ones, some titles and companies are shared by
 * many, and half of them by hardly anybody: 7 200 composed titles, and a company of one's own for every second person.
 */
export function variedConnections(count: number): string {
  const lines = ['First Name,Last Name,URL,Email Address,Company,Position,Connected On'];
  for (let i = 0; i < count; i++) {
    const at = scatter(i);
    const role = ROLES[at % ROLES.length];
    const composed = `${LEVELS[(at >> 5) % LEVELS.length]} ${role} ${FIELDS[(at >> 9) % FIELDS.length]}`;
    const company = i % 2 === 0 ? `Company ${at % 500} GmbH` : `Family${at % count} & Partner`;
    lines.push(
      `${GIVEN[at % GIVEN.length]},Family${at % 9_973},https://www.linkedin.com/in/person-${i},,${company},${i % 4 < 2 ? role : composed},${1 + (i % 28)} Mar 2024`,
    );
  }
  return lines.join('\n');
}

/** A number that looks like chance, always the same for the same `i`. */
function scatter(i: number): number {
  return (Math.imul(i + 1, 0x9e3779b1) >>> 4) & 0x7ffffff;
}

function words(text: string): readonly string[] {
  return text.split(' ');
}
