import { isPeriodLine, parsePeriod } from '../../core/text/dates.ts';
import type { Draft, LoosePosition } from '../draft.ts';
import { type Line, readLines, textOf } from '../page.ts';
import { piecesOf } from '../pieces.ts';
import { splitRole } from '../roleLine.ts';

const LABELS = {
  about:
    /^(?:about(?: me)?|profile|summary|über mich|zur person|profil|kurzprofil|à propos|sobre mí|acerca de mí)$/i,
  positions:
    /^(?:(?:work |professional )?experience|employment(?: history)?|work history|career|berufserfahrung|beruflicher werdegang|werdegang|berufliche stationen|expériences?(?: professionnelles?)?|experiencia(?: laboral| profesional)?)$/i,
  education:
    /^(?:education|studies|ausbildung|studium|bildungsweg|formation|études|educación|formación(?: académica)?)$/i,
  skills:
    /^(?:(?:key |technical )?skills|expertise|kenntnisse|fähigkeiten|kompetenzen|compétences|habilidades|aptitudes|competencias)$/i,
  languages: /^(?:languages|sprachen|sprachkenntnisse|langues|idiomas)$/i,
} as const;

/** Offers what stands under headings such as `Experience` or `Berufserfahrung`; the last rung, so all of it is doubtful. */
export function offerLabelledSections(draft: Draft, root: Element | null): void {
  const sections = new Map<keyof typeof LABELS, Line[]>();
  for (const heading of [...(root?.querySelectorAll('h1,h2,h3,h4,dt') ?? [])].slice(0, 500)) {
    if (heading.closest('nav,footer,aside,form') !== null) continue;
    const text = textOf(heading)?.replace(/:$/, '') ?? '';
    const label = (Object.keys(LABELS) as (keyof typeof LABELS)[]).find((name) => LABELS[name].test(text));
    if (label !== undefined && !sections.has(label)) sections.set(label, linesAfter(heading, root));
  }
  const texts = (name: keyof typeof LABELS): string[] => (sections.get(name) ?? []).map((line) => line.text);
  draft.offer('about', texts('about').join('\n'), 'label', true);
  draft.offer('positions', positions(texts('positions')), 'label', true);
  draft.offer(
    'education',
    texts('education')
      .map((text) => splitSpan(text))
      .filter(({ rest }) => rest !== '')
      .map(({ rest, span }) => ({ school: rest, start: span?.start, end: span?.end })),
    'label',
    true,
  );
  draft.offer('skills', pieces(texts('skills')), 'label', true);
  draft.offer(
    'languages',
    pieces(texts('languages')).map((text) => {
      const [name = '', level] = piecesOf(text, /[(:–]/);
      return { name, level: level?.replace(/\)$/, '') };
    }),
    'label',
    true,
  );
}

/** What stands between a heading and the next one; a heading alone in its box heads what follows the box. */
function linesAfter(heading: Element, root: Element | null): Line[] {
  const next =
    heading.tagName === 'DT'
      ? 'dt'
      : heading.tagName === 'H1' || heading.tagName === 'H2'
        ? 'h1,h2'
        : 'h1,h2,h3,h4';
  let node = heading;
  for (let depth = 0; node.nextElementSibling === null && depth < 3; depth++) {
    if (node.parentElement === null || node.parentElement === root) break;
    node = node.parentElement;
  }
  const lines: Line[] = [];
  for (
    let after = node.nextElementSibling;
    after !== null && lines.length < 400;
    after = after.nextElementSibling
  ) {
    if (after.matches(next) || after.querySelector(next) !== null) break;
    lines.push(...readLines(after));
  }
  return lines;
}

function positions(lines: string[]): LoosePosition[] {
  return lines.flatMap((text) => {
    const { rest, span } = splitSpan(text);
    const role = splitRole(rest) ?? commaRole(rest);
    return span === null || role === null ? [] : [{ ...role, ...span }];
  });
}

/** `2018 – 2021: Title, Company` and the like: the span at either end, the rest between. */
function splitSpan(text: string): { rest: string; span: ReturnType<typeof parsePeriod> } {
  const front = /^([^:|]{4,40})[:|]\s(.+)$/.exec(text.slice(0, 600));
  if (front !== null && isPeriodLine(front[1] ?? ''))
    return { rest: front[2] ?? '', span: parsePeriod(front[1] ?? '') };
  const last = Math.max(...['(', ',', '|'].map((mark) => text.lastIndexOf(mark)));
  const back = text
    .slice(last + 1)
    .replace(/\)$/, '')
    .trim();
  if (last > 0 && isPeriodLine(back)) return { rest: text.slice(0, last).trim(), span: parsePeriod(back) };
  return isPeriodLine(text) ? { rest: '', span: parsePeriod(text) } : { rest: text, span: null };
}

function commaRole(text: string): { title: string; company: string } | null {
  const parts = text.split(', ');
  return parts.length === 2 ? { title: parts[0] ?? '', company: parts[1] ?? '' } : null;
}

function pieces(lines: string[]): string[] {
  return lines
    .filter((line) => line.length < 400)
    .flatMap((line) => piecesOf(line, /[,;·•|]/).filter((piece) => piece.length <= 60));
}
