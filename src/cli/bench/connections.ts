/** Invented first names and titles that synthetic rows take in turn. */
export const GIVEN = ['Ada', 'Jörg', 'Zoë', 'Bo', 'Mia', 'José', 'Anna', 'Liu'];
export const TITLES = [
  'Software Engineer',
  'Leiterin Einkauf',
  'Head of Data',
  'Nurse',
  'CFO',
  'Projektleiter',
];

/** The text of a LinkedIn archive's `Connections.csv` with `count` invented people in it. */
export function connections(count: number): string {
  const lines = ['First Name,Last Name,URL,Email Address,Company,Position,Connected On'];
  for (let i = 0; i < count; i++)
    lines.push(
      `${GIVEN[i % 8]},Family${i % 977},https://www.linkedin.com/in/person-${i},,"Company ${i % 5000}, Inc.",${TITLES[i % 6]},${1 + (i % 28)} Mar 2024`,
    );
  return lines.join('\n');
}
