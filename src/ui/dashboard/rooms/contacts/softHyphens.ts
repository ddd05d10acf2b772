/** Second parts of German compounds in the names of functions and industries: before them a word may be divided. */
const SECOND_PARTS = [
  'herstell|wirtschaft|gewinnung|leistung|industrie|erzeug|versorg|entsorg|sanierung|installat|handel|produktion',
  'kommunikation|dienst|plattform|vermittlung|prüfung|beratung|management|wissenschaft|ingenieur|technik|architektur',
  'medizin|entwicklung|programmierung|administration|aufsicht|steuerung|betrieb|kontrolle|assistenz|regulierung',
  'bearbeit|verarbeit|vertrieb|verwaltung|forschung|abrechnung|planung|maschine|mechanik|personal|verkäuf|produzent',
  'bekämpfung|aufbereit|wesen|berufe|unterricht|fachkr|reiniger|konstrukt|monteur|lehrkr|sekretariat|leitung',
].join('|');
const SEAM = new RegExp(`(?<=\\p{L}{4})(?=(?:${SECOND_PARTS})\\p{Ll}*)`, 'giu');
/** Shorter words fit on a line of a column. */
const LONG = /\p{L}{14,}/gu;

/** The text with soft hyphens (U+00AD) at the seams of long German compounds, for browsers without a dictionary. */
export function softHyphens(text: string): string {
  return text.replace(LONG, (word) => word.replace(SEAM, '\u00ad'));
}
