import { filename, importedFiles } from '../imported-files.mjs';

const actions = /\/packages\/actions\/src\/(?<folder>[^/]+)\//;
const entry = /^@repo\/actions\/(?<folder>[^/]+)\//;

/** @type {import('../rule.d.ts').Rule} */
export const engineImportsNoSubject = {
  meta: {
    type: 'problem',
    docs: { description: 'The engine of packages/actions knows no subject' },
  },
  create(context) {
    if (actions.exec(filename(context))?.groups?.folder !== 'lib') return {};
    return importedFiles(context, (target, node) => {
      const folder = (actions.exec(target) ?? entry.exec(target))?.groups?.folder;
      if (folder === undefined || folder === 'lib') return;
      context.report({
        node,
        message: `The engine (packages/actions/src/lib) imports no subject, here '${folder}': pass what it needs through a port or a property of defineAction.`,
      });
    });
  },
};
