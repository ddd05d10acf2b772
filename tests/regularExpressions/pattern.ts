/** A regular expression as a tree (ECMA-262, 22.2.1): what matters for how a backtracking matcher walks it. */
export type Pattern =
  /** One character, by the expression's own source for it: `a`, `\s`, `[^x]`, `.`. */
  | { type: 'one'; source: string }
  | { type: 'sequence'; parts: Pattern[] }
  | { type: 'choice'; parts: Pattern[] }
  | { type: 'repeat'; of: Pattern; min: number; max: number; lazy: boolean }
  | { type: 'group'; of: Pattern; number: number; name: string | null }
  | { type: 'look'; of: Pattern; ahead: boolean; negated: boolean }
  | { type: 'edge'; kind: '^' | '$' | 'b' | 'B' }
  | { type: 'back'; to: number | string };

/** Reads the source of an expression. Throws on what it does not know, so that nothing passes unread. */
export function readPattern(source: string, flags: string): Pattern {
  const unicode = /[uv]/.test(flags);
  let at = 0;
  let groups = 0;
  const pattern = choice();
  if (at < source.length) throw new Error(`unread: ${source.slice(at)}`);
  return pattern;

  function choice(): Pattern {
    const parts = [sequence()];
    while (source[at] === '|') {
      at += 1;
      parts.push(sequence());
    }
    return parts.length === 1 ? (parts[0] as Pattern) : { type: 'choice', parts };
  }

  function sequence(): Pattern {
    const parts: Pattern[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(term()));
    return { type: 'sequence', parts };
  }

  function repeated(of: Pattern): Pattern {
    const found = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(source.slice(at, at + 20));
    if (found === null) return of;
    at += found[0].length;
    const lazy = source[at] === '?';
    if (lazy) at += 1;
    const [sign, from, comma, to] = found;
    const least = from === undefined ? (sign === '+' ? 1 : 0) : Number(from);
    const most =
      from === undefined ? (sign === '?' ? 1 : Infinity) : comma === '' ? least : to ? Number(to) : Infinity;
    return { type: 'repeat', of, min: least, max: most, lazy };
  }

  function term(): Pattern {
    const rest = source.slice(at, at + 80);
    const sign = source[at] as string;
    if (sign === '^' || sign === '$') {
      at += 1;
      return { type: 'edge', kind: sign };
    }
    if (sign === '(') return group(rest);
    if (sign === '[') return { type: 'one', source: take(classLength()) };
    if (sign === '\\') return escaped(rest);
    const character = unicode ? String.fromCodePoint(source.codePointAt(at) ?? 0) : sign;
    return { type: 'one', source: take(character.length) };
  }

  function group(rest: string): Pattern {
    const look = /^\(\?(<?)([=!])/.exec(rest);
    const named = /^\(\?<([A-Za-z_$][\w$]*)>/.exec(rest);
    at += (look ?? named ?? /^\((?:\?:)?/.exec(rest))?.[0].length ?? 1;
    const number = look !== null || rest.startsWith('(?:') ? 0 : ++groups;
    if (number > 0 && rest.startsWith('(?') && named === null) throw new Error(`unknown group: ${rest}`);
    const of = choice();
    if (take(1) !== ')') throw new Error(`no end of a group: ${source}`);
    if (look !== null) return { type: 'look', of, ahead: look[1] === '', negated: look[2] === '!' };
    return number === 0 ? of : { type: 'group', of, number, name: named?.[1] ?? null };
  }

  function escaped(rest: string): Pattern {
    const edge = /^\\([bB])/.exec(rest);
    const back = /^\\(?:([1-9]\d*)|k<([^>]+)>)/.exec(rest);
    if (edge !== null) {
      at += 2;
      return { type: 'edge', kind: edge[1] as 'b' | 'B' };
    }
    if (back !== null) {
      at += back[0].length;
      return { type: 'back', to: back[2] ?? Number(back[1]) };
    }
    const one = /^\\(?:u\{[\da-f]+\}|u[\da-f]{4}|x[\da-f]{2}|[pP]\{[^}]+\}|c[a-z]|[\s\S])/iu.exec(rest);
    if (one === null) throw new Error(`unknown escape: ${rest}`);
    return { type: 'one', source: take(one[0].length) };
  }

  function classLength(): number {
    let depth = 0;
    for (let end = at; end < source.length; end++) {
      if (source[end] === '\\') end += 1;
      else if (source[end] === '[' && (depth === 0 || flags.includes('v'))) depth += 1;
      else if (source[end] === ']' && --depth === 0) return end + 1 - at;
    }
    throw new Error(`no end of a class: ${source}`);
  }

  function take(length: number): string {
    at += length;
    return source.slice(at - length, at);
  }
}

/** All parts of an expression, itself first. */
export function* partsOf(pattern: Pattern): Generator<Pattern> {
  yield pattern;
  if (pattern.type === 'sequence' || pattern.type === 'choice')
    for (const part of pattern.parts) yield* partsOf(part);
  else if ('of' in pattern) yield* partsOf(pattern.of);
}
