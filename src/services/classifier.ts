import { createClassifier, loadModel, type TitleModel } from '../core/classify/index.ts';
import type { Environment } from './environment.ts';

/**
 * The classifier of the background. `read` gets the model's file; it is called once, with the first use. A file
 * that is missing or damaged is reported, and titles are judged by the lexicon (`Classifier.health` says so).
 */
export function classifierFrom(read: () => Promise<ArrayBuffer>): Environment['classifier'] {
  let model: Promise<TitleModel | null> | undefined;
  return async (companies) => {
    model ??= read()
      .then((file) => loadModel(new Uint8Array(file)))
      .catch((error: unknown) => {
        console.error('The title model cannot be used; titles are judged by the lexicon alone.', error);
        return null;
      });
    return createClassifier({ companies, model: await model });
  };
}
