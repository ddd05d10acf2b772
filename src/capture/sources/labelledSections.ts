import { isPeriodLine, parsePeriod } from '../../core/text/dates.ts';
import type { Draft, LoosePosition } from '../draft.ts';
import { type Line, readLines } from '../page.ts';
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
  let current: Line[] | null = null;
  for (const line of readLines(root, {
    skip: (element) => /^(?:NAV|FOOTER|ASIDE|FORM)$/.test(element.tagName),
  })) {
    const heading = line.block.closest('h1,h2,h3,h4,dt');
    if (heading !== null) {
      const label = (Object.keys(LABELS) as (keyof typeof LABELS)[]).find((name) =>
        LABELS[name].test(line.text.replace(/:$/, '')),
      );
      if (label !== undefined) {
        current = sections.get(label) ?? [];
        sections.set(label, current);
        continue;
      }
      if (/^H[12]$/.test(heading.tagName)) current = null;
    }
    current?.push(line);
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
      const [name = '', level] = text.split(/\s*[(:–]\s*/);
      return { name, level: level?.replace(/\)$/, '') };
    }),
    'label',
    true,
  );
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
  const front = /^([^:|]{4,40}?)\s*[:|]\s+(.+)$/.exec(text.slice(0, 600));
  if (front !== null && isPeriodLine(front[1] ?? ''))
    return { rest: front[2] ?? '', span: parsePeriod(front[1] ?? '') };
  const back = /^(.+?)\s*[(,|]\s*([^(,|]{4,40})\)?$/.exec(text.slice(0, 600));
  if (back !== null && isPeriodLine(back[2] ?? ''))
    return { rest: back[1] ?? '', span: parsePeriod(back[2] ?? '') };
  return isPeriodLine(text) ? { rest: '', span: parsePeriod(text) } : { rest: text, span: null };
}

function commaRole(text: string): { title: string; company: string } | null {
  const parts = text.split(', ');
  return parts.length === 2 ? { title: parts[0] ?? '', company: parts[1] ?? '' } : null;
}

function pieces(lines: string[]): string[] {
  return lines
    .filter((line) => line.length < 400)
    .flatMap((line) => line.split(/\s*[,;·•|]\s*/).filter((piece) => piece !== '' && piece.length <= 60));
}
