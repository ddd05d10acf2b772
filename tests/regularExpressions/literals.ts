import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'vite';

export interface Literal {
  file: string;
  line: number;
  source: string;
  flags: string;
}

/** The regular expressions of a folder's code, and where it makes others while it runs. */
export function literalsOf(folder: string): { literals: Literal[]; made: { file: string; line: number }[] } {
  const literals: Literal[] = [];
  const made: { file: string; line: number }[] = [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const path of files) {
    const file = relative(folder, path);
    const code = readFileSync(path, 'utf8');
    const lineOf = (at: number) => code.slice(0, at).split('\n').length;
    const { program, errors } = parseSync(file, code);
    if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
    const visit = (node: unknown): void => {
      if (Array.isArray(node)) node.forEach(visit);
      if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
      const { type, start, regex, callee } = node as {
        type?: string;
        start: number;
        regex?: { pattern: string; flags: string };
        callee?: { name?: string };
      };
      if (type === 'Literal' && regex !== undefined)
        literals.push({ file, line: lineOf(start), source: regex.pattern, flags: regex.flags });
      if (/^(?:New|Call)Expression$/.test(type ?? '') && callee?.name === 'RegExp')
        made.push({ file, line: lineOf(start) });
      for (const [name, value] of Object.entries(node))
        if (name !== 'value' && name !== 'regex') visit(value);
    };
    visit(program);
  }
  return { literals, made };
}
