import { posix } from 'node:path';

/**
 * Visitors that call `check` for every specifier a file imports, re-exports or loads: with the path
 * it leads to when it is relative, else with the specifier itself.
 *
 * @param {import('./rule.d.ts').Context} context
 * @param {(target: string, node: import('./rule.d.ts').Node) => void} check
 * @returns {import('./rule.d.ts').Visitors}
 */
export function importedFiles(context, check) {
  const folder = posix.dirname(filename(context));
  /** @param {import('./rule.d.ts').Node} node */
  const visit = (node) => {
    const specifier = node.source?.value;
    if (typeof specifier !== 'string') return;
    check(specifier.startsWith('.') ? posix.join(folder, specifier) : specifier, node);
  };
  return {
    ImportDeclaration: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
    ImportExpression: visit,
  };
}

/**
 * The path of the linted file with forward slashes.
 *
 * @param {import('./rule.d.ts').Context} context
 */
export function filename(context) {
  return context.filename.replaceAll('\\', '/');
}
