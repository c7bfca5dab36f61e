import { filename, importedFiles } from '../imported-files.mjs';

const actions = /\/actions\.ts$|\/packages\/actions\/src\/(?!lib\/)[^/]+\/(?!.*\.test\.)/;
const framework = /^next(?:\/|$)|^@repo\/[^/]+\/next$|\/packages\/actions\/src\/lib\/next\//;

/** @type {import('../rule.d.ts').Rule} */
export const responseComesAfterCommit = {
  meta: {
    type: 'problem',
    docs: { description: 'No cookie, redirect or cache of the framework inside of an action' },
  },
  create(context) {
    if (!actions.test(filename(context))) return {};
    return importedFiles(context, (target, node) => {
      if (!framework.test(target)) return;
      context.report({
        node,
        message: `A handler may roll back, and a cookie or a redirect of '${target}' would stay: use afterCommit(({ cookies }) => …) for cookies, redirectTo for where to go, invalidates for caches, and session for who is calling.`,
      });
    });
  },
};
