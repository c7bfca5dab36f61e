import { filename, importedFiles } from '../imported-files.mjs';

const subject = /\/packages\/actions\/src\/(?<name>[^/]+)\//;
const actionsFile = /\/packages\/actions\/src\/(?<name>[^/]+)\/(?:[^/]+\/)*(?:[^/]*-)?actions\.ts$/;
const actionsEntry = /^@repo\/actions\/(?<name>[^/]+)\/(?:[^/]+\/)*(?:[^/]*-)?actions$/;

/** @type {import('../rule.d.ts').Rule} */
export const subjectsStayApart = {
  meta: {
    type: 'problem',
    docs: { description: "A subject imports no other subject's actions" },
  },
  create(context) {
    const file = filename(context);
    const own = subject.exec(file)?.groups?.name;
    if (own === undefined || own === 'lib' || /\.test\.tsx?$/.test(file)) return {};
    return importedFiles(context, (target, node) => {
      const other = (actionsFile.exec(target) ?? actionsEntry.exec(target))?.groups?.name;
      if (other === undefined || other === own) return;
      context.report({
        node,
        message: `Actions of '${own}' import no actions of '${other}': share a query or a write of '@repo/db', or call both from the page.`,
      });
    });
  },
};
