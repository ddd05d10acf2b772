import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import type { Fault } from './rooms.ts';

/** What the host is asked: these test files, in this order, until one fails, with one fault or with probes. */
export interface Request {
  tests: string[];
  probed: string[];
  fault: Fault | null;
}

export interface Answer {
  /** The test files that failed; empty when all held. */
  failed: string[];
  passed: number;
}

/** Runs tests in a process that is started when needed, and started anew after a fault that never ends. */
export class TestHost {
  #host: ChildProcess | null = null;
  readonly #environment: Record<string, string>;

  constructor(environment: Record<string, string> = {}) {
    this.#environment = environment;
  }

  /** The answer of the tests; `null` when one file of them did not end within so many milliseconds. */
  async run(request: Request, limitMs: number): Promise<Answer | null> {
    const host = await this.#started();
    return new Promise((resolve) => {
      const done = (answer: Answer | null) => {
        clearTimeout(limit);
        host.off('message', hear).off('exit', gone);
        resolve(answer);
      };
      const hear = (said: Answer | 'ended') => {
        if (said === 'ended') limit.refresh();
        else done(said);
      };
      const gone = () => {
        this.#host = null;
        done(null);
      };
      const limit = setTimeout(() => this.stop(), limitMs);
      host.on('message', hear).on('exit', gone).send(request);
    });
  }

  stop(): void {
    this.#host?.kill('SIGKILL');
  }

  async #started(): Promise<ChildProcess> {
    if (this.#host !== null) return this.#host;
    const host = fork(join(import.meta.dirname, 'host.ts'), {
      env: { ...process.env, ...this.#environment },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#host = host;
    await new Promise<void>((resolve, reject) => {
      host.once('message', () => resolve());
      host.once('exit', (code) => reject(new Error(`The tests could not be started (${code}).`)));
    });
    return host;
  }
}
