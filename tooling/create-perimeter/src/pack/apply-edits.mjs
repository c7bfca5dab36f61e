/** @typedef {{ file: string, find: string | RegExp, replace?: string }} Edit */
/** @typedef {Record<string, [find: string | RegExp, replace?: string][]>} EditsByFile */

/**
 * @param {readonly Edit[]} edits
 * @param {string} path
 * @param {string} text
 * @param {(problem: string) => void} onMiss told of an edit that finds nothing
 */
export function applyEdits(edits, path, text, onMiss) {
  return edits
    .filter(({ file }) => file === path)
    .reduce((edited, { find, replace = '' }) => {
      const next = edited.replace(find, () => replace);
      if (next === edited) onMiss(`${path} does not hold ${find}`);
      return next;
    }, text);
}
