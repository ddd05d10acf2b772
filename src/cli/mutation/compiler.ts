import { join } from 'node:path';
import process from 'node:process';
import { API, type Diagnostic, DiagnosticCategory, type Snapshot } from 'typescript/unstable/sync';
import { mutate } from './mutants.ts';
import type { Fault } from './rooms.ts';

/** What is said of something that nothing uses any more: untidy, and runs all the same. */
const UNUSED = new Set([6133, 6192, 6196, 6198, 6199]);

/** The compiler of a project, asked of one faulty file after another. */
export class Compiler {
  readonly #api: API;
  readonly #project: string;
  #faulty: { file: string; source: string } | null = null;
  #snapshot: Snapshot;

  /** @param folder where the project's `tsconfig.json` stands */
  constructor(folder: string) {
    this.#project = join(folder, 'tsconfig.json');
    const readFile = (file: string) => (file === this.#faulty?.file ? this.#faulty.source : undefined);
    this.#api = new API({ cwd: folder, fs: { readFile } });
    this.#snapshot = this.#api.updateSnapshot({ openProjects: [this.#project] });
    process.on('exit', () => this.close());
  }

  /** Whether a fault is one that can be shipped: its file is in the project and compiles with it. */
  takes({ file, source, mutant }: Fault): boolean {
    const changed = [file, ...(this.#faulty === null ? [] : [this.#faulty.file])];
    this.#faulty = { file, source: mutate(source, mutant) };
    const before = this.#snapshot;
    this.#snapshot = this.#api.updateSnapshot({
      openProjects: [this.#project],
      fileChanges: { changed },
    });
    before.dispose();
    const program = this.#snapshot.getProject(this.#project)?.program;
    if (program?.getSourceFile(file) === undefined) return false;
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].every(
      (diagnostic) => !isRefusal(diagnostic),
    );
  }

  close(): void {
    this.#api.close();
  }
}

function isRefusal({ category, code }: Diagnostic): boolean {
  return category === DiagnosticCategory.Error && !UNUSED.has(code);
}
