/**
 * A browser reads `pattern` with the flag `v`, a schema often without one. These read a character outside the BMP as
 * one there and as two here (a dot, a class by what it is not), or are an operator there and a character here.
 */
const READ_DIFFERENTLY = /\.|\\[SWDPpuUxkcbB1-9]|\[\^|\[[^\]]*\[|&&|--|[^\x20-\x7e]/;
const ESCAPED = /\\[-\\.^$*+?()[\]{}|/]/g;

/**
 * The value of an HTML `pattern` that accepts exactly what this regular expression without flags accepts; null when
 * there is none, or none can be told.
 */
export function htmlPattern(source: string): string | null {
  const plain = source.replace(ESCAPED, '_');
  if (READ_DIFFERENTLY.test(plain)) return null;
  if (!/^\^.*\$$/.test(plain) || hasChoiceOutside(plain)) return null;
  const inner = source.slice(1, -1);
  try {
    void new RegExp(`^(?:${inner})$`, 'v');
    return inner;
  } catch {
    return null;
  }
}

/** `^a|b$` is anchored on one side of each choice only. */
function hasChoiceOutside(plain: string): boolean {
  let depth = 0;
  for (const character of plain.replace(/\[[^\]]*\]/g, '_')) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === '|' && depth === 0) return true;
  }
  return false;
}
