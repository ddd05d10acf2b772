import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'classify-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The command as its own process. */
function classify(...args: string[]) {
  return spawn(process.execPath, [join(root, 'src', 'cli', 'main.ts'), 'classify', ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}
type Running = ReturnType<typeof classify>;

async function read(command: Running): Promise<{ out: string; error: string; exit: number | null }> {
  let out = '';
  let error = '';
  command.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  command.stderr.setEncoding('utf8').on('data', (text: string) => {
    error += text;
  });
  const [exit] = (await once(command, 'close')) as [number | null];
  return { out, error, exit };
}

const TITLES = ['Senior Software Engineer', 'Leiterin Controlling', 'Pflegefachkraft', 'Einkäufer'];
const line = (id: number) => `${JSON.stringify({ id, title: `${TITLES[id % TITLES.length]} ${id}` })}\n`;
const lines = (count: number) => Array.from({ length: count }, (_, id) => line(id)).join('');

describe.each([['1'], ['2']])('classify --jobs %s', (jobs) => {
  it('answers in the order of the lines, over many batches, wrong lines in their place', async () => {
    const file = join(folder, `lines-${jobs}.jsonl`);
    const wrong = ['no json', '[1]', 'null', '{"id":"x","title":7}', '{}'];
    const text = `${lines(2_500)}${wrong.join('\n')}\r\n\n${line(2_500)}${lines(1_000)}`;
    writeFileSync(file, text.trimEnd());
    const { out, error, exit } = await read(classify(file, '--jobs', jobs));
    const answers = out
      .trimEnd()
      .split('\n')
      .map((answer) => JSON.parse(answer) as { id: unknown; error?: string; function?: unknown });
    const ids = (count: number) => Array.from({ length: count }, (_, id) => id);
    expect(answers.map(({ id }) => id)).toEqual(
      [...ids(2_500), ...[null, null, null, 'x', null], ...ids(1), ...ids(1_000)].map((id, at) =>
        at === 2_505 ? 2_500 : id,
      ),
    );
    expect(answers.slice(2_500, 2_503).map((answer) => answer.error)).toEqual([
      'not a line of JSON',
      'not a JSON object',
      'not a JSON object',
    ]);
    expect(answers.slice(2_503, 2_505).map((answer) => answer.function)).toEqual([null, null]);
    expect(answers[0]).toMatchObject({ function: { isco4: '2512' }, seniority: 'senior' });
    expect([error, exit]).toEqual(['', 0]);
  });

  it('ends quietly when nobody reads on', async () => {
    const command = classify('--jobs', jobs);
    command.stdin.on('error', () => {});
    command.stdin.write(lines(20_000));
    await once(command.stdout, 'data');
    command.stdout.destroy();
    command.stdin.write(lines(20_000));
    const { error, exit } = await read(command);
    expect([error, exit]).toEqual(['', 0]);
  });

  it('takes no more than it can answer: memory does not grow with the input', async () => {
    const command = classify('--jobs', jobs);
    command.stdin.on('error', () => {});
    const part = lines(1_000);
    const offered = 400;
    let taken = 0;
    command.stdin.write(lines(5_000));
    await once(command.stdout, 'readable');
    // It works, and nobody reads the answers: it must stop taking lines.
    for (let waiting = false; taken < offered && !waiting; ) {
      const done = new Promise<boolean>((resolve) => command.stdin.write(part, () => resolve(true)));
      const late = new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false));
      if (await Promise.race([done, late])) taken++;
      else waiting = true;
    }
    command.kill();
    await once(command, 'close');
    expect(taken).toBeLessThan(offered / 4);
  });
});

it.each([
  [['no-such-file.jsonl'], 1, 'There is no file "no-such-file.jsonl".\n'],
  [['.'], 1, 'A folder was named where a file is read.\n'],
])('refuses what it cannot read: %j', async (args, status, sentence) => {
  const { out, error, exit } = await read(classify(...args));
  expect([out, error, exit]).toEqual(['', sentence, status]);
});

it.each([[['--jobs', 'x']], [['--jobs', '-1']], [['a', 'b']], [['--cores']]])(
  'answers a wrong call with its usage: %j',
  async (args) => {
    const { out, error, exit } = await read(classify(...args));
    expect([out, exit]).toEqual(['', 2]);
    expect(error).toContain('classify [FILE] [--jobs N]');
  },
);
