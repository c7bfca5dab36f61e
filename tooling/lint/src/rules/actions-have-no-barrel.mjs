import { filename, importedFiles } from '../imported-files.mjs';

/** @typedef {import('../rule.d.ts').Node} Node */

const actions = /\/actions(?:\.ts)?$/;

/** @type {import('../rule.d.ts').Rule} */
export const actionsHaveNoBarrel = {
  meta: { type: 'problem', docs: { description: 'Nothing exports the actions of another file' } },
  create(context) {
    const report = (/** @type {Node} */ node) =>
      context.report({
        node,
        message:
          "A file that exports actions of another exposes all of them in every app whose server imports it: import each from its own door, '@repo/actions/<subject>/actions'.",
      });
    const own = /\.test\.tsx?$/.test(filename(context));
    if (own) return {};
    /** @type {Set<string | undefined>} */
    const imported = new Set();
    const { ExportNamedDeclaration: fromAnother, ...visitors } = importedFiles(
      context,
      (target, node) => {
        if (!actions.test(target)) return;
        if (node.type.startsWith('Export')) report(node);
        for (const { local } of node.specifiers ?? []) imported.add(local?.name);
      },
    );
    return {
      ...visitors,
      ExportNamedDeclaration(node) {
        if (node.source) return fromAnother?.(node);
        const values = (node.declaration?.declarations ?? []).map(({ init }) => init?.name);
        const names = [...(node.specifiers ?? []).map(({ local }) => local?.name), ...values];
        if (names.some((name) => name && imported.has(name))) report(node);
      },
      ExportDefaultDeclaration(node) {
        if (imported.has(node.declaration?.name)) report(node);
      },
    };
  },
};
