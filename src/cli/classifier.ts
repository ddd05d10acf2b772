import { type Classifier, createClassifier } from '../core/classify/index.ts';
import { openModel } from './model.ts';

/** The classifier as the extension runs it. */
export function openClassifier(): Classifier {
  return createClassifier({ model: openModel() });
}

/** Answers one JSON line of `classify`; a line that is no JSON object is answered with its error. */
export function classifyLine(classifier: Classifier, line: string): string {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch {
    return JSON.stringify({ id: null, error: 'not a line of JSON' });
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return JSON.stringify({ id: null, error: 'not a JSON object' });
  }
  const fields = new Map(Object.entries(input));
  const text = (name: string) => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const skills = fields.get('skills');
  const id = fields.get('id') ?? null;
  const asked = {
    title: text('title'),
    headline: text('headline'),
    company: text('company'),
    industryLabel: text('industryLabel'),
    about: text('about'),
    lang: text('lang'),
    skills: Array.isArray(skills)
      ? skills.filter((skill): skill is string => typeof skill === 'string')
      : undefined,
  };
  try {
    return JSON.stringify({ id, ...classifier.classify(asked) });
  } catch (error) {
    return JSON.stringify({ id, error: `this line could not be judged: ${String(error)}` });
  }
}
