/** Finds what a pure file must not do: wait, look at a clock, draw randomness, touch the world. */
import ts from 'typescript';

export interface Impurity {
  readonly what: string;
  /** From 1. */
  readonly line: number;
}

/** Names of the global scope that reach outside of the function's arguments. */
const WORLD = new Set([
  'process',
  'console',
  'performance',
  'crypto',
  'fetch',
  'globalThis',
  'global',
  'window',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'localStorage',
  'navigator',
  'WebSocket',
  'BroadcastChannel',
  'Worker',
  'eval',
  'Function',
]);

/**
 * @param path need not exist
 * @param text of a TypeScript file
 */
export function readImpurities(path: string, text: string): Impurity[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const found: Impurity[] = [];
  const add = (node: ts.Node, what: string): void => {
    found.push({ what, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return; // `Promise<T>` in a port's type does nothing.
    if (ts.isAwaitExpression(node)) add(node, 'await');
    if (node.kind === ts.SyntaxKind.AsyncKeyword) add(node, 'async');
    if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) add(node, 'for await');
    if (ts.isPropertyAccessExpression(node)) {
      const whole = `${node.expression.getText(source)}.${node.name.text}`;
      if (whole === 'Date.now' || whole === 'Math.random') add(node, whole);
    }
    if (ts.isNewExpression(node) && node.expression.getText(source) === 'Date' && (node.arguments?.length ?? 0) === 0) {
      add(node, 'new Date()');
    }
    if (ts.isNewExpression(node) && node.expression.getText(source) === 'Promise') add(node, 'new Promise');
    if (ts.isIdentifier(node) && WORLD.has(node.text) && isUse(node)) add(node, node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Whether the identifier is read as a variable: not a property's name, a key, or the name of a declaration. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isImportClause(parent)) return false;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent)) {
    return parent.initializer === node;
  }
  return !(ts.isFunctionLike(parent) || ts.isClassLike(parent) || ts.isPropertyDeclaration(parent));
}
