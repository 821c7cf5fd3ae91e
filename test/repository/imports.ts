import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { textOf } from './files';

/** One import, export … from or import(…) of a file. */
export interface Import {
  readonly from: string;
  /** The module as it is written. */
  readonly module: string;
  /** The file in this project it means, or null for a package. */
  readonly path: string | null;
  /** Only types are imported. */
  readonly types: boolean;
}

function fileOf(from: string, module: string): string | null {
  if (!module.startsWith('.')) return null;
  const base = posix.join(posix.dirname(from), module);
  return [`${base}.ts`, `${base}.tsx`].find((path) => existsSync(path)) ?? base;
}

function isTypeOnly(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  return (
    clause.name === undefined &&
    names !== undefined &&
    ts.isNamedImports(names) &&
    names.elements.length > 0 &&
    names.elements.every(({ isTypeOnly: only }) => only)
  );
}

/** Every module a file imports, at the top or on demand. */
export function importsOf(path: string): Import[] {
  const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (module: ts.Node | undefined, types: boolean): void => {
    if (module === undefined || !ts.isStringLiteralLike(module)) return;
    found.push({ from: path, module: module.text, path: fileOf(path, module.text), types });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Name of the package a module belongs to: `numfmt`, `@fluentui/react-icons`. */
export function packageOf(module: string): string {
  return module.split('/').slice(0, module.startsWith('@') ? 2 : 1).join('/');
}
