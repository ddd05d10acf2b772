import { parseAst } from 'vite';

/** One small fault: the text from `start` to `end` of a source, replaced. */
export interface Mutant {
  start: number;
  end: number;
  replacement: string;
  kind: Kind;
  /** Where the innermost function around it begins; 0 outside any: what a test must reach to see the fault. */
  reachedFrom: number;
}

export type Kind =
  | 'condition'
  | 'comparison'
  | 'logic'
  | 'arithmetic'
  | 'negation'
  | 'assignment'
  | 'constant'
  | 'list'
  | 'record'
  | 'block'
  | 'call'
  | 'method'
  | 'optional';

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

/**
 * Every small fault that can be made in a TypeScript source, in the order of their places. The kinds are those of
 * Stryker's table (https://stryker-mutator.io/docs/mutation-testing-elements/supported-mutators), without regular
 * expressions, and with calls that stand alone: here they are what writes. Types and the words of errors have none.
 */
export function mutantsOf(source: string): Mutant[] {
  const found: Mutant[] = [];
  const visit = (node: Node, parent: Node | null, reachedFrom: number): void => {
    const from = isFunction(node) ? node.start : reachedFrom;
    for (const [kind, place, replacement] of faults(node, parent, source)) {
      found.push({ kind, start: place.start, end: place.end, replacement, reachedFrom: from });
    }
    for (const child of children(node)) visit(child, node, from);
  };
  visit(program(source), null, 0);
  return found.sort((one, other) => one.start - other.start || other.end - one.end);
}

/** The source with one fault in it. */
export function mutate(source: string, { start, end, replacement }: Mutant): string {
  return source.slice(0, start) + replacement + source.slice(end);
}

/**
 * The source, telling which of its functions run: each first makes the call that `reach` answers, as text, for the
 * place where it begins; the module itself for 0.
 */
export function withProbes(source: string, reach: (start: number) => string): string {
  const inserts: [at: number, text: string][] = [];
  const visit = (node: Node): void => {
    if (isFunction(node)) {
      const body = node.body as Node;
      const call = reach(node.start);
      if (body.type === 'BlockStatement') inserts.push([body.start + 1, `${call};`]);
      else inserts.push([answerOf(node, source), `(${call},`], [node.end, ')']);
    }
    for (const child of children(node)) visit(child);
  };
  visit(program(source));
  let probed = source;
  for (const [at, insert] of inserts.sort(([one], [other]) => other - one)) {
    probed = probed.slice(0, at) + insert + probed.slice(at);
  }
  return `${probed}\n;${reach(0)};`;
}

type Fault = [Kind, Node, string];

const COMPARISONS = new Map([
  ['===', ['!==']],
  ['!==', ['===']],
  ['<', ['<=', '>=']],
  ['<=', ['<', '>']],
  ['>', ['>=', '<=']],
  ['>=', ['>', '<']],
]);
const ARITHMETIC = new Map([
  ['+', '-'],
  ['-', '+'],
  ['*', '/'],
  ['/', '*'],
  ['%', '*'],
]);
const LOGIC = new Map([
  ['&&', '||'],
  ['||', '&&'],
  ['??', '&&'],
]);
const ASSIGNMENTS = new Map([
  ['+=', '-='],
  ['-=', '+='],
  ['??=', '&&='],
  ['||=', '&&='],
  ['&&=', '||='],
]);
const METHODS = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['toLowerCase', 'toUpperCase'],
  ['toUpperCase', 'toLowerCase'],
]);
/** Methods whose receiver stands in for their answer: what they leave out or order stays as it was. */
const LEFT_OUT = new Set(['filter', 'sort', 'toSorted', 'reverse', 'toReversed', 'slice', 'trim']);

/** The faults that stand at one node itself. Parentheses belong to no node, so an operator is replaced between. */
function faults(node: Node, parent: Node | null, source: string): Fault[] {
  const text = source.slice(node.start, node.end);
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return ['true', 'false'].map((fixed) => ['condition', node.test as Node, fixed]);
    case 'WhileStatement':
      return [['condition', node.test as Node, 'false']];
    case 'ForStatement':
      return node.test === null ? [] : [['condition', node.test as Node, 'false']];
    case 'BinaryExpression': {
      const [left, operator, right] = operation(node, source);
      const comparisons = COMPARISONS.get(operator);
      if (comparisons) return comparisons.map((other) => ['comparison', node, left + other + right]);
      const other = ARITHMETIC.get(operator);
      const joinsWords = [node.left, node.right].some((side) => isText(side as Node));
      return other === undefined || joinsWords ? [] : [['arithmetic', node, left + other + right]];
    }
    case 'LogicalExpression': {
      const [left, operator, right] = operation(node, source);
      return [['logic', node, `((${left}) ${LOGIC.get(operator)} (${right}))`]];
    }
    case 'AssignmentExpression': {
      const [left, operator, right] = operation(node, source);
      const other = ASSIGNMENTS.get(operator);
      return other === undefined ? [] : [['assignment', node, left + other + right]];
    }
    case 'UnaryExpression':
      return node.operator === '!' || node.operator === '-' ? [['negation', node, text.slice(1)]] : [];
    case 'UpdateExpression':
      return [
        ['arithmetic', node, text.includes('++') ? text.replace('++', '--') : text.replace('--', '++')],
      ];
    case 'Literal':
    case 'TemplateLiteral':
      return constant(node, parent);
    case 'ArrayExpression':
      return [['list', node, (node.elements as Node[]).length > 0 ? '[]' : "['a fault']"]];
    case 'ObjectExpression':
      return (node.properties as Node[]).length > 0 ? [['record', node, '{}']] : [];
    case 'BlockStatement':
      return (node.body as Node[]).length > 0 ? [['block', node, '{}']] : [];
    case 'ArrowFunctionExpression': {
      if ((node.body as Node).type === 'BlockStatement') return [];
      return [['block', node, `${source.slice(node.start, answerOf(node, source))} undefined`]];
    }
    case 'ExpressionStatement': {
      const expression = node.expression as Node;
      const called = expression.type === 'AwaitExpression' ? (expression.argument as Node) : expression;
      return called.type === 'CallExpression' ? [['call', node, 'void 0;']] : [];
    }
    case 'CallExpression':
      return method(node, source);
    case 'MemberExpression': {
      if (node.optional !== true) return [];
      const { object, property } = node as Node & { object: Node; property: Node };
      const between = { ...node, start: object.end, end: property.start };
      const access = source.slice(between.start, between.end);
      return [['optional', between, access.replace('?.', node.computed === true ? '' : '.')]];
    }
    default:
      return [];
  }
}

/** What stands before an operator, the operator, and what stands behind it. */
function operation(node: Node, source: string): [before: string, operator: string, behind: string] {
  const operator = node.operator as string;
  const at = source.indexOf(operator, (node.left as Node).end);
  return [source.slice(node.start, at), operator, source.slice(at + operator.length, node.end)];
}

/** Where the answer of an arrow function begins, with the parentheses around it. */
function answerOf(arrow: Node, source: string): number {
  return source.lastIndexOf('=>', (arrow.body as Node).start) + 2;
}

function constant(node: Node, parent: Node | null): Fault[] {
  if (parent === null || isName(node, parent)) return [];
  if (typeof node.value === 'boolean') return [['constant', node, String(!node.value)]];
  if (!isText(node)) return [];
  return [['constant', node, node.value === '' ? "'a fault'" : "''"]];
}

/** What is no value: a module's or a field's name, a directive, a type; and the words of an error, which are prose. */
function isName(node: Node, parent: Node): boolean {
  if (/^(?:Import|Export|TSLiteral|TaggedTemplate|Directive|ExpressionStatement)/.test(parent.type))
    return true;
  if (parent.type === 'Property') return parent.key === node;
  return (
    parent.type === 'NewExpression' && /Error$/.test(String((parent.callee as { name?: string }).name ?? ''))
  );
}

function method(node: Node, source: string): Fault[] {
  const callee = node.callee as Node;
  if (callee.type !== 'MemberExpression' || callee.computed === true) return [];
  const property = callee.property as Node;
  const name = source.slice(property.start, property.end);
  if (LEFT_OUT.has(name)) {
    return [['method', node, source.slice(node.start, property.start).replace(/\??\.\s*$/, '')]];
  }
  const other = METHODS.get(name);
  return other === undefined ? [] : [['method', property, other]];
}

function isText(node: Node): boolean {
  return node.type === 'TemplateLiteral' || typeof node.value === 'string';
}

function isFunction(node: Node): boolean {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

function program(source: string): Node {
  return parseAst(source, { lang: 'ts' }) as unknown as Node;
}

/** The nodes below one, without those that say types alone. */
function children(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((child): child is Node => typeof child === 'object' && child !== null && 'type' in child)
    .filter(({ type }) => !/^TS/.test(type) || /^TS(?:As|Satisfies|NonNull)/.test(type))
    .filter(({ type }) => type !== 'ImportDeclaration');
}
