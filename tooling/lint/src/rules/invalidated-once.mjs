import { definitions, importedAs, propertiesOf, within } from '../definitions.mjs';

/** @type {import('../rule.d.ts').Rule} */
export const invalidatedOnce = {
  meta: {
    type: 'problem',
    docs: { description: 'An action names stale data by tags or by paths, not by both' },
  },
  create(context) {
    return definitions((definition, program) => {
      const invalidates = propertiesOf(definition).get('invalidates');
      if (!invalidates) return;
      const calls = [...within(invalidates)].filter(({ type }) => type === 'CallExpression');
      const callOf = (/** @type {string} */ name) => {
        const names = importedAs(program, name);
        return calls.find(({ callee }) => callee?.name && names.includes(callee.name));
      };
      const path = callOf('path');
      if (!path || !callOf('tag')) return;
      context.report({
        node: path,
        message:
          'tag() has made this data stale on every page that reads it; path() does it once more, and page by page. Leave path() out. For a page whose data has no tag, give that data one.',
      });
    });
  },
};
