import { calledName } from '../definitions.mjs';
import { addActions } from '../imported-actions.mjs';
import { filename } from '../imported-files.mjs';

const pages = /\/(?:apps\/[^/]+|packages\/next)\/src\/(?!.*(?:\.test\.|\/route\.ts))/;
/** What these are given, React runs by itself. */
const HOOKS = /^use(?:Effect|LayoutEffect|InsertionEffect|Memo|State|Reducer)$/;
/** What these are given, is run where they stand, or for what was begun there. */
const AT_ONCE = /^(?:map|flatMap|forEach|then|catch|finally|startTransition)$/;
const COMPONENT = /^(?:[A-Z]|generate(?:Metadata|Viewport|StaticParams)$)/;

/** @typedef {import('../rule.d.ts').Node} Node */

/** @type {import('../rule.d.ts').Rule} */
export const actionsRunOnEvents = {
  meta: {
    type: 'problem',
    docs: { description: 'An action runs when somebody does something, not when a page renders' },
  },
  create(context) {
    if (!pages.test(filename(context))) return {};
    /** @type {Set<string | undefined>} */
    const imported = new Set();
    return {
      ImportDeclaration: (node) => addActions(imported, node),
      CallExpression(node) {
        const name = node.callee?.name;
        if (!imported.has(name) || !runsByItself(node)) return;
        context.report({
          node,
          message: `Rendering calls '${name}', and nobody asked for it: call an action where somebody does something (a form, onClick). To read, await a query of '@repo/db/queries/*' in the page and hand it down: actions run one after another, and each renders the page again (docs/guides/action-route-or-page.md).`,
        });
      },
    };
  },
};

/**
 * Whether a call is made while a file loads or a component renders, or in an effect of that: outwards, function by
 * function, until one tells.
 *
 * @param {Node} call
 */
function runsByItself(call) {
  let isDirect = true;
  for (let node = call.parent; node; node = node.parent) {
    if (!node.type.includes('Function')) continue;
    const { parent } = node;
    const givenTo =
      parent?.type === 'CallExpression' && parent.callee !== node ? calledName(parent) : null;
    if (givenTo !== null && HOOKS.test(givenTo)) return true;
    const named = parent?.type === 'VariableDeclarator' ? parent.id : node.id;
    if (COMPONENT.test(named?.name ?? '') || parent?.type === 'ExportDefaultDeclaration')
      return isDirect;
    if (parent?.callee === node || (givenTo !== null && AT_ONCE.test(givenTo))) continue;
    // A function with a name is run by whoever calls it: an effect that it stands in, or an event.
    if (!named) return false;
    isDirect = false;
  }
  return isDirect;
}
