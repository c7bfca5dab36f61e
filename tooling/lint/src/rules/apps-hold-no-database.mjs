import { filename, importedFiles } from '../imported-files.mjs';

const pages = /\/(?:apps\/[^/]+|packages\/next)\/(?!e2e\/)/;
const connection =
  /^(?:drizzle-orm|postgres|pg)(?:\/|$)|(?:^@repo\/db|\/packages\/db\/src)\/client(?:\.ts)?$/;
const write = /(?:^@repo\/db|\/packages\/db\/src)\/writes\//;

/** @type {import('../rule.d.ts').Rule} */
export const appsHoldNoDatabase = {
  meta: {
    type: 'problem',
    docs: { description: 'What serves pages has no connection and writes nothing' },
  },
  create(context) {
    if (!pages.test(filename(context))) return {};
    return importedFiles(context, (target, node) => {
      if (connection.test(target))
        context.report({
          node,
          message: `Pages hold no connection and write no SQL, here by '${target}': add a query to packages/db/src/queries and import it from '@repo/db/queries/*'; to change something, call an action.`,
        });
      if (write.test(target))
        context.report({
          node,
          message: `Pages write nothing, here by '${target}': call an action of '@repo/actions/*', which checks who may and leaves an audit event.`,
        });
    });
  },
};
