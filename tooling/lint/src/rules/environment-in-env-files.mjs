import { textOf } from '../definitions.mjs';

/** @typedef {import('../rule.d.ts').Node} Node */

/** Next writes them into the code: they are constants there. */
const CONSTANTS = ['NODE_ENV', 'NEXT_RUNTIME'];

/** @type {import('../rule.d.ts').Rule} */
export const environmentInEnvFiles = {
  meta: { type: 'problem', docs: { description: 'The environment is read in env.ts' } },
  create(context) {
    const report = (/** @type {Node} */ node) =>
      context.report({
        node,
        message:
          "Add the variable to the schema in this package's env.ts, and call its function here (databaseEnv().DATABASE_URL): there it is checked at the start, blank means unset, and a missing one is named. `.env.example` lists it.",
      });
    return {
      MemberExpression(node) {
        if (nameOf(node) !== 'env' || !isProcess(node.object)) return;
        const { parent } = node;
        const read =
          parent?.type === 'MemberExpression' && parent.object === node && nameOf(parent);
        if (!read || !CONSTANTS.includes(read)) report(node);
      },
      VariableDeclarator(node) {
        const taken = isProcess(node.init) && node.id?.properties;
        if (taken && taken.some((property) => property.key?.name === 'env')) report(node);
      },
      ImportDeclaration(node) {
        if (!/^(?:node:)?process$/.test(textOf(node.source))) return;
        if (node.specifiers?.some(({ imported }) => imported?.name === 'env')) report(node);
      },
    };
  },
};

/** `process`, `globalThis.process` @param {Node | null | undefined} node */
function isProcess(node) {
  return (
    node?.name === 'process' || (node?.type === 'MemberExpression' && nameOf(node) === 'process')
  );
}

/** What `a.name` and `a['name']` read. @param {Node} node */
function nameOf({ property, computed }) {
  return computed ? textOf(property) : property?.name;
}
