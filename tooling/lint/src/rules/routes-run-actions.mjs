import { calledName, within } from '../definitions.mjs';
import { addActions } from '../imported-actions.mjs';
import { filename } from '../imported-files.mjs';

const handlers = /\/apps\/[^/]+\/(?:src\/)?app\/(?:.*\/)?route\.tsx?$/;
const READS = ['GET', 'HEAD', 'OPTIONS'];

/** @typedef {import('../rule.d.ts').Node} Node */

/** @type {import('../rule.d.ts').Rule} */
export const routesRunActions = {
  meta: {
    type: 'problem',
    docs: { description: 'A route handler runs an action by runInRoute, and not on a GET' },
  },
  create(context) {
    if (!handlers.test(filename(context))) return {};
    /** @type {Set<string | undefined>} */
    const imported = new Set();
    return {
      ImportDeclaration: (node) => addActions(imported, node),
      CallExpression(node) {
        const name = node.callee?.name;
        if (!imported.has(name)) return;
        context.report({
          node,
          message: `In a route handler the caches and cookies of an action work in another way: run it by \`respond(await runInRoute(${name}, input))\` of '@repo/actions/route'.`,
        });
      },
      ExportNamedDeclaration({ declaration }) {
        for (const reader of declaration ? readersIn(declaration) : []) {
          const run = [...within(reader)].find((node) => calledName(node) === 'runInRoute');
          if (!run) continue;
          context.report({
            node: run,
            message:
              "A GET changes nothing: links, previews and prefetches call it without anybody asking. Run the action in POST, PUT, PATCH or DELETE; to read, answer with a query of '@repo/db/queries/*'.",
          });
        }
      },
    };
  },
};

/**
 * What is exported as the handler of a method that reads.
 *
 * @param {Node} declaration
 */
function readersIn(declaration) {
  return [declaration, ...(declaration.declarations ?? [])].filter(({ id }) =>
    READS.includes(id?.name ?? ''),
  );
}
