import { isActionsFile } from '../definitions.mjs';
import { filename } from '../imported-files.mjs';

/** @type {import('../rule.d.ts').Rule} */
export const actionsLiveInActionsFiles = {
  meta: {
    type: 'problem',
    docs: { description: "'use server' stands in files named actions.ts only" },
  },
  create(context) {
    if (filename(context).endsWith('/actions.ts')) return {};
    return {
      Program(node) {
        if (!isActionsFile(node)) return;
        context.report({
          node,
          message:
            "'use server' makes every export a public endpoint, so it stands in files named actions.ts only, where a reviewer finds them: move the mutation to packages/actions/src/<subject>/actions.ts and import it from '@repo/actions/<subject>/actions'. What only runs on the server needs no directive.",
        });
      },
    };
  },
};
