import { join, relative } from 'node:path';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import { SyntaxKind } from 'typescript/unstable/ast';
import { isBinaryExpression, isElementAccessExpression } from 'typescript/unstable/ast/is';
import { API, type Checker, type Type, TypeFlags } from 'typescript/unstable/sync';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
/** The one place that may look into a plain object by any word. */
const SAFE = 'src/core/text/table.ts';
/** The world's own objects, which are what they are. */
const WORLD = /^process\.env$/;

const api = new API({ cwd: root });
const project = api.updateSnapshot({ openProjects: [join(root, 'tsconfig.json')] }).getProjects()[0];
if (project === undefined) throw new Error('tsconfig.json opens no project');
const { program, checker } = project;
afterAll(() => api.close());

/** Every look-up in a file of a plain object by a word that may be anything, as `file: look-up`. */
function lookupsIn(file: SourceFile, name: string): string[] {
  const found: string[] = [];
  const textOf = (node: Node) => file.text.slice(node.pos, node.end).trim();
  const visit = (node: Node): void => {
    if (isElementAccessExpression(node)) {
      const [table, key] = [node.expression, node.argumentExpression];
      const cast = /\bas keyof\b/.test(textOf(key));
      if (!WORLD.test(textOf(table)) && (cast || (mayBeAnyWord(key) && isByWord(table))))
        found.push(`${name}: ${textOf(node)}`);
    }
    if (
      isBinaryExpression(node) &&
      node.operatorToken.kind === SyntaxKind.InKeyword &&
      mayBeAnyWord(node.left)
    )
      found.push(`${name}: ${textOf(node)}`);
    node.forEachChild(visit);
  };
  file.forEachChild(visit);
  return found;
}

function mayBeAnyWord(node: Node): boolean {
  const type = checker.getTypeAtLocation(node);
  return type !== undefined && (type.flags & (TypeFlags.String | TypeFlags.TemplateLiteral)) !== 0;
}

function isByWord(node: Node): boolean {
  const type = checker.getTypeAtLocation(node);
  const table: Type | undefined = type === undefined ? undefined : checker.getNonNullableType(type);
  return table !== undefined && infosOf(checker, table).length > 0;
}

function infosOf(of: Checker, type: Type) {
  return of.getIndexInfosOfType(type).filter(({ keyType }) => (keyType.flags & TypeFlags.String) !== 0);
}

describe('look-ups by words from outside', () => {
  it('are found by this test', () => {
    const file = program.getSourceFile(join(root, 'tests/fixtures/lookups.ts'));
    expect(file === undefined ? [] : lookupsIn(file, 'fixture')).toEqual([
      'fixture: table[word]',
      "fixture: table[words.at(-1) ?? '']",
      'fixture: ends[`$' + '{word}er`]',
      'fixture: made[word]',
      'fixture: part?.table?.[word]',
      'fixture: rows[word as keyof typeof rows]',
      'fixture: word in rows',
    ]);
  });

  it('go to a table that knows no words of its own: use `tableOf`, or `ownValue` for an object at hand', () => {
    const files = program
      .getSourceFileNames()
      .map((path) => [path, relative(root, path)] as const)
      .filter(([, name]) => /^(?:src|entrypoints)\//.test(name) && name !== SAFE);
    expect(files.length).toBeGreaterThan(300);
    const guilty = files.flatMap(([path, name]) => {
      const file = program.getSourceFile(path);
      return file === undefined ? [`${name} cannot be read`] : lookupsIn(file, name);
    });
    expect(guilty).toEqual([]);
  });
});
