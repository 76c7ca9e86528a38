/** Finds every way in which a file names another module, by TypeScript's own parser. */
import ts from 'typescript';

export type ImportKind =
  | 'import'
  | 'import type'
  | 're-export'
  | 're-export type'
  | 'dynamic import'
  | 'require'
  | 'type query'
  | 'resolve'
  | 'worker';

export interface FoundImport {
  /** undefined where the program computes it: then nobody can tell what is imported. */
  readonly specifier: string | undefined;
  readonly kind: ImportKind;
  /** Whether nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
  /** From 1. */
  readonly line: number;
}

/**
 * @param path decides between TypeScript and JavaScript; need not exist
 * @param text the file's content
 */
export function readImports(path: string, text: string): FoundImport[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const isJavaScript = /\.[cm]?jsx?$/.test(path);
  const comments = new Set<ts.Node>();
  const found: FoundImport[] = [];

  const add = (node: ts.Node, kind: ImportKind, specifier: ts.Node | undefined): void => {
    found.push({
      specifier: specifier !== undefined && ts.isStringLiteralLike(specifier) ? specifier.text : undefined,
      kind,
      typeOnly: kind === 'import type' || kind === 're-export type' || kind === 'type query',
      line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1,
    });
  };

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      // `import { type T } from` stays in the program as `import {} from`: only a whole `import type` vanishes.
      const typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      add(node, typeOnly ? 'import type' : 'import', node.moduleSpecifier);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      add(node, node.isTypeOnly ? 're-export type' : 're-export', node.moduleSpecifier);
    } else if (ts.isExternalModuleReference(node)) {
      add(node, 'require', node.expression);
    } else if (ts.isImportTypeNode(node)) {
      add(node, 'type query', ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined);
    } else if (ts.isJSDocImportTag(node)) {
      add(node, 'import type', node.moduleSpecifier);
    } else if (ts.isCallExpression(node)) {
      const kind = kindOfCall(node.expression);
      if (kind !== undefined) add(node, kind, node.arguments[0]);
    } else if (ts.isNewExpression(node) && lastName(node.expression) === 'Worker') {
      const [file] = node.arguments ?? [];
      add(node, 'worker', file !== undefined && ts.isNewExpression(file) ? file.arguments?.[0] : file);
    }
    // In JavaScript the types stand in comments. TypeScript tells one comment for several nodes around it.
    for (const comment of isJavaScript ? ts.getJSDocCommentsAndTags(node) : []) {
      if (comments.has(comment)) continue;
      comments.add(comment);
      visit(comment);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function kindOfCall(callee: ts.Expression): ImportKind | undefined {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return 'dynamic import';
  const name = lastName(callee);
  if (name === 'require' || name === 'getBuiltinModule') return 'require';
  // `import.meta.resolve`, `require.resolve`; not `Promise.resolve` or `path.resolve`.
  if (name === 'resolve' && ts.isPropertyAccessExpression(callee)) {
    const { expression } = callee;
    if (ts.isMetaProperty(expression) || lastName(expression) === 'require') return 'resolve';
  }
  return undefined;
}

function lastName(expression: ts.Expression): string | undefined {
  if (ts.isIdentifier(expression)) return expression.text;
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  return undefined;
}
