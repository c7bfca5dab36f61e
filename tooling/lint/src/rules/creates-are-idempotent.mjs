import { definitions, propertiesOf, textOf } from '../definitions.mjs';

/** @type {import('../rule.d.ts').Rule} */
export const createsAreIdempotent = {
  meta: {
    type: 'problem',
    docs: { description: 'An action whose id ends in .create has its effect once' },
  },
  create(context) {
    return definitions((definition) => {
      const written = propertiesOf(definition);
      const value = written.get('id')?.value;
      const id = textOf(/** @type {import('../rule.d.ts').Node | undefined} */ (value));
      if (!id.endsWith('.create') || written.has('idempotent')) return;
      context.report({
        node: definition,
        message: `A form of '${id}' that is sent twice creates twice: write \`idempotent: true\` below rateLimit, and render idempotencyKey('${id}') into the form as KEY_FIELD.`,
      });
    });
  },
};
