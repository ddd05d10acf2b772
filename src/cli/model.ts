import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { loadModel, type TitleModel } from '../core/classify/model.ts';
import { root } from './root.ts';

/** The model that ships. */
export const MODEL_FILE = join(root, 'public', 'titles.bin');
/** Training data and development benchmarks, beside the project; absent for most people. */
export const DATA_FOLDER = join(root, '..', 'shared', 'data');

/** The model that the extension ships; `null`, with a warning on standard error, when its file cannot be used. */
export function openModel(file = MODEL_FILE): TitleModel | null {
  try {
    return loadModel(readFileSync(file));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `The title model cannot be used (${why}); titles are judged by the lexicon alone.\n`,
    );
    return null;
  }
}
