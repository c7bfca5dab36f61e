/** @type {import('../rule.d.ts').Rule} */
export const actionsAreNeverInline = {
  meta: { type: 'problem', docs: { description: "No 'use server' inside of a function" } },
  create(context) {
    return {
      ExpressionStatement(node) {
        if (node.directive !== 'use server' || node.parent?.type === 'Program') return;
        context.report({
          node,
          message:
            "An inline action is a public endpoint that no guard knows, and what it closes over travels through the browser: declare it with defineAction in an actions.ts, and give it what it closes over by .bind(null, { id }) with `bound: ['id']`.",
        });
      },
    };
  },
};
