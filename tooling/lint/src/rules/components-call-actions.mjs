import { calledName, keyOf, textOf } from '../definitions.mjs';
import { filename } from '../imported-files.mjs';

const components = /\/(?:apps\/[^/]+|packages\/(?:next|ui))\/src\/(?!.*\.test\.)/;
const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];
const GLOBALS = ['window', 'globalThis', 'self', 'navigator'];

/** @typedef {import('../rule.d.ts').Node} Node */

/** @type {import('../rule.d.ts').Rule} */
export const componentsCallActions = {
  meta: {
    type: 'problem',
    docs: { description: 'A component changes something by an action of this app, not by fetch' },
  },
  create(context) {
    const file = filename(context);
    if (!components.test(file)) return {};
    let isComponent = file.endsWith('.tsx');
    return {
      Program({ body = [] }) {
        isComponent ||= body.some(({ directive }) => directive === 'use client');
      },
      CallExpression(node) {
        if (!isComponent || !writesHere(node)) return;
        context.report({
          node,
          message:
            'The caller is a component of this app, so this is an action: declare it in packages/actions/src/<subject>/actions.ts and give it to useActionForm, or call it in startTransition. It is typed, guarded, limited and listed; a path is a contract for others (docs/guides/action-route-or-page.md).',
        });
      },
    };
  },
};

/**
 * `fetch('/…', { method: 'POST' })`, `navigator.sendBeacon('/…')`: a path without a host leads to the site itself.
 *
 * @param {Node} call
 */
function writesHere(call) {
  const [target, options] = call.arguments ?? [];
  const owner = call.callee?.object;
  if (!/^\/(?!\/)/.test(startOf(target))) return false;
  if (owner && !GLOBALS.includes(owner.name ?? '')) return false;
  if (calledName(call) === 'sendBeacon') return true;
  const method = options?.properties?.find((property) => keyOf(property) === 'method')?.value;
  const written = textOf(/** @type {Node | undefined} */ (method)).toUpperCase();
  return calledName(call) === 'fetch' && WRITES.includes(written);
}

/**
 * How a text begins, also one with values in it.
 *
 * @param {Node | undefined} node
 */
function startOf(node) {
  const part = /** @type {{ cooked?: string } | undefined} */ (node?.quasis?.[0]?.value);
  return part?.cooked ?? textOf(node);
}
