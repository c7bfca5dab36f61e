import { definitions, keyOf } from '../definitions.mjs';

/** The order of `ActionDefinition`: each property may read the types of those above it. */
export const ORDER = [
  'id',
  'access',
  'rateLimit',
  'idempotent',
  'timeout',
  'input',
  'rateLimitAlso',
  'secrets',
  'bound',
  'errors',
  'authorize',
  'prepare',
  'handler',
  'subject',
  'invalidates',
  'redirectTo',
];

/** @type {import('../rule.d.ts').Rule} */
export const propertiesInOrder = {
  meta: {
    type: 'problem',
    docs: { description: 'The properties of a definition stand in the order of inference' },
  },
  create(context) {
    return definitions(({ properties = [] }) => {
      const known = properties.filter((property) => ORDER.includes(keyOf(property)));
      const place = (/** @type {number} */ at) => ORDER.indexOf(keyOf(known[at] ?? { type: '' }));
      const wrong = known.find((_, at) => at > 0 && place(at) < place(at - 1));
      if (!wrong) return;
      const below = known.find(
        (property) => ORDER.indexOf(keyOf(property)) > ORDER.indexOf(keyOf(wrong)),
      );
      context.report({
        node: wrong,
        message: `Write '${keyOf(wrong)}' above '${keyOf(below ?? wrong)}': TypeScript infers from the top down (session from access, fail from errors, prepared from prepare, data from handler). The order is ${ORDER.join(', ')}.`,
      });
    });
  },
};
