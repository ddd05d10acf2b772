import { fold } from './fold.ts';

/** Legal forms as single folded words, from the company laws of Europe, the Americas and Asia. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  (
    'gmbh ggmbh mbh ag kg kgaa ohg gbr ug ev eg se co cokg cie & und partg partgmbb haftungsbeschrankt gesmbh ges.m.b.h ' +
    'sarl sa sas sasu snc scop sl slu sau srl spa spzoo sprl bv nv bvba vof ab oy oyj as asa aps ' +
    'ltd limited llc llp lp inc incorporated corp corporation plc pty pte company ltda kk bhd tbk kft zrt doo dd'
  ).split(' '),
);

/**
 * A company's name as a key for comparison: folded, punctuation and legal forms off
 * (`Müller & Söhne GmbH & Co. KG` is `muller sohne`). Keeps the folded name when nothing else would remain.
 */
export function companyKey(name: string): string {
  const folded = fold(name.slice(0, 500)).replace(/(?<=\b\w)\.(?=\w\b)/g, '');
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  let end = words.length;
  while (end > 1 && LEGAL_FORMS.has(words[end - 1] ?? '')) end--;
  const kept = words
    .slice(0, end)
    .filter((word, at) => at === 0 || !LEGAL_FORMS.has(word) || word.length > 4);
  return kept.join(' ');
}

/** A company's whole name, its legal form included, folded and without signs (`fuchs se`). */
export function wholeName(name: string): string {
  return fold(name.slice(0, 500))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}

/**
 * How a well-known employer stands in its table: as its `companyKey`. Where that is one word and the name was written
 * with its legal form, the form belongs to it: "Fuchs SE" is one company, everybody else called Fuchs another.
 */
export function employerKey(name: string): string {
  const key = companyKey(name);
  return key.includes(' ') ? key : wholeName(name);
}
