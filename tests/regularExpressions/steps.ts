import { type Pattern, partsOf } from './pattern.ts';

type Step =
  | { op: 'one'; is: (character: string) => boolean }
  | { op: 'either'; first: number; second: number }
  | { op: 'go'; to: number }
  | { op: 'open'; group: number }
  | { op: 'close'; group: number }
  | { op: 'mark'; register: number }
  | { op: 'moved'; register: number }
  | { op: 'edge'; kind: '^' | '$' | 'b' | 'B' }
  | { op: 'look'; program: Step[]; ahead: boolean; negated: boolean }
  | { op: 'back'; group: number }
  | { op: 'done' };

export interface Run {
  /** First and last index of the match, in characters of the text; `null` without one. */
  match: [from: number, to: number] | null;
  /** Steps that a backtracking matcher takes; more than `limit` are not counted. */
  steps: number;
}

/**
 * A matcher that walks an expression as browsers do (backtracking, from each place of the text in turn) and counts
 * its steps: what grows too fast is seen without any clock. `limit` ends a walk.
 */
export function createMatcher(pattern: Pattern, flags: string): (text: string, limit: number) => Run {
  const unicode = /[uv]/.test(flags);
  const names = new Map<string, number>();
  for (const part of partsOf(pattern))
    if (part.type === 'group' && part.name !== null) names.set(part.name, part.number);
  let registers = 1_000;
  const program = compile(pattern, true);
  const word = new RegExp('^\\w$', flags.replace(/[^iuv]/g, ''));
  const multiline = flags.includes('m');
  const fold = (text: string | undefined) => (flags.includes('i') ? text?.toLowerCase() : text);

  return (text, limit) => {
    const letters = unicode ? Array.from(text) : text.split('');
    const count = { steps: 0, limit };
    for (let from = 0; from <= letters.length; from++) {
      const to = walk(program, letters, from, 1, [], count);
      if (to !== null) return { match: [from, to], steps: count.steps };
      if (count.steps > limit || flags.includes('y')) break;
    }
    return { match: null, steps: count.steps };
  };

  function walk(
    steps: readonly Step[],
    text: readonly string[],
    from: number,
    way: 1 | -1,
    held: (number | undefined)[],
    count: { steps: number; limit: number },
  ): number | null {
    /** Where to go on when a way ends: step and place, or a register and its former value. */
    const open: number[] = [];
    let step = 0;
    let at = from;
    const set = (register: number, value: number) => {
      open.push(-1 - register, held[register] ?? -1);
      held[register] = value;
    };
    for (;;) {
      if (++count.steps > count.limit) return null;
      const now = steps[step] as Step;
      let on = true;
      step += 1;
      if (now.op === 'done') return at;
      if (now.op === 'one') {
        const character = text[way === 1 ? at : at - 1];
        on = character !== undefined && now.is(character);
        at += way;
      } else if (now.op === 'either') {
        open.push(now.second, at);
        step = now.first;
      } else if (now.op === 'go') step = now.to;
      else if (now.op === 'mark') set(now.register, at);
      else if (now.op === 'moved') on = held[now.register] !== at;
      else if (now.op === 'open') set(2 * now.group, at);
      else if (now.op === 'close') set(2 * now.group + 1, at);
      else if (now.op === 'edge') on = isEdge(now.kind, text, at);
      else if (now.op === 'look') {
        const inside = now.negated ? [...held] : held;
        on = (walk(now.program, text, at, now.ahead ? 1 : -1, inside, count) !== null) !== now.negated;
      } else if (now.op === 'back') {
        const ends = [held[2 * now.group] ?? -1, held[2 * now.group + 1] ?? -1];
        if (!ends.includes(-1)) {
          const said = text.slice(Math.min(...ends), Math.max(...ends));
          const begin = way === 1 ? at : at - said.length;
          on = said.every((character, index) => fold(text[begin + index]) === fold(character));
          at += way * said.length;
        }
      }
      while (!on) {
        const place = open.pop();
        const back = open.pop();
        if (place === undefined || back === undefined) return null;
        if (back < 0) held[-1 - back] = place;
        else {
          step = back;
          at = place;
          on = true;
        }
      }
    }
  }

  function isEdge(kind: '^' | '$' | 'b' | 'B', text: readonly string[], at: number): boolean {
    const ends = (character: string | undefined) => multiline && /[\n\r\u2028\u2029]/.test(character ?? '');
    if (kind === '^') return at === 0 || ends(text[at - 1]);
    if (kind === '$') return at === text.length || ends(text[at]);
    return (word.test(text[at - 1] ?? '') !== word.test(text[at] ?? '')) === (kind === 'b');
  }

  function compile(of: Pattern, ahead: boolean): Step[] {
    const steps: Step[] = [];
    add(of);
    steps.push({ op: 'done' });
    return steps;

    function add(part: Pattern): void {
      if (part.type === 'one') steps.push({ op: 'one', is: testOf(part.source, flags) });
      else if (part.type === 'sequence')
        for (const next of ahead ? part.parts : part.parts.toReversed()) add(next);
      else if (part.type === 'choice') {
        const ends: { op: 'go'; to: number }[] = [];
        for (const [index, next] of part.parts.entries()) {
          if (index === part.parts.length - 1) add(next);
          else {
            const either = { op: 'either' as const, first: steps.length + 1, second: 0 };
            const end = { op: 'go' as const, to: 0 };
            steps.push(either);
            add(next);
            steps.push(end);
            ends.push(end);
            either.second = steps.length;
          }
        }
        for (const end of ends) end.to = steps.length;
      } else if (part.type === 'group') {
        steps.push({ op: ahead ? 'open' : 'close', group: part.number });
        add(part.of);
        steps.push({ op: ahead ? 'close' : 'open', group: part.number });
      } else if (part.type === 'look') {
        const { ahead: forward, negated } = part;
        steps.push({ op: 'look', program: compile(part.of, forward), ahead: forward, negated });
      } else if (part.type === 'edge') steps.push({ op: 'edge', kind: part.kind });
      else if (part.type === 'back')
        steps.push({ op: 'back', group: typeof part.to === 'number' ? part.to : (names.get(part.to) ?? 0) });
      else repeat(part);
    }

    function repeat({ of: body, min, max, lazy }: Pattern & { type: 'repeat' }): void {
      for (let times = 0; times < min; times++) add(body);
      const optional: (() => void)[] = [];
      for (let times = min; times < (max === Infinity ? min + 1 : max); times++) {
        const either = { op: 'either' as const, first: 0, second: 0 };
        const register = registers++;
        const begin = steps.push(either) - 1;
        const inside = steps.length;
        steps.push({ op: 'mark', register });
        add(body);
        steps.push({ op: 'moved', register });
        if (max === Infinity) steps.push({ op: 'go', to: begin });
        optional.push(() => {
          const [first, second] = [inside, steps.length];
          either.first = lazy ? second : first;
          either.second = lazy ? first : second;
        });
      }
      for (const end of optional) end();
    }
  }
}

/** Does one character fit, by the engine's own word? */
export function testOf(source: string, flags: string): (character: string) => boolean {
  const expression = new RegExp(`^(?:${source})$`, flags.replace(/[gymd]/g, ''));
  const known = new Map<string, boolean>();
  return (character) => {
    const told = known.get(character);
    if (told !== undefined) return told;
    const fits = expression.test(character);
    known.set(character, fits);
    return fits;
  };
}
