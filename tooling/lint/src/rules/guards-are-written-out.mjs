import { definitions, propertiesOf } from '../definitions.mjs';

/** What a reviewer has to find in each definition, and an example of it. */
const GUARDS = {
  access: "`access: member('author')`, or `anyone` where everybody may",
  rateLimit: "`rateLimit: { max: 10, window: '1 m' }`, or `unlimited`",
};

/** @type {import('../rule.d.ts').Rule} */
export const guardsAreWrittenOut = {
  meta: {
    type: 'problem',
    docs: { description: 'Each definition says who may call and how often, where it stands' },
  },
  create(context) {
    return definitions((definition) => {
      const { type, properties = [] } = definition;
      const spread = properties.find((property) => property.type === 'SpreadElement');
      if (type !== 'ObjectExpression' || spread) {
        context.report({
          node: spread ?? definition,
          message:
            'A definition is read in one place: write its properties into defineAction({ … }), without a variable and without a spread, so that a change of a guard is seen in the diff of this file.',
        });
        return;
      }
      const written = propertiesOf(definition);
      const missing = Object.entries(GUARDS).filter(([name]) => !written.has(name));
      if (missing.length === 0) return;
      const ask = missing.map(([, example]) => example).join('; ');
      context.report({
        node: definition,
        message: `Nothing here says who may call this, or how often: write ${ask}.`,
      });
    });
  },
};
