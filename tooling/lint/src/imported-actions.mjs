import { textOf } from './definitions.mjs';

const actions = /(?:^|\/)actions(?:\.ts)?$/;

/**
 * Adds the names under which an import brings actions in, if it does.
 *
 * @param {Set<string | undefined>} names
 * @param {import('./rule.d.ts').Node} node
 */
export function addActions(names, { source, specifiers = [] }) {
  if (!actions.test(textOf(source))) return;
  for (const { local } of specifiers) names.add(local?.name);
}
