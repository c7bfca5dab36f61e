/**
 * Compares two versions as semver does: negative when `a` is older, 0 when they are one version.
 *
 * @param {string} a
 * @param {string} b
 */
export function compareVersions(a, b) {
  const [numbersA, numbersB] = [partsOf(a), partsOf(b)];
  for (const [at, part] of numbersA.numbers.entries()) {
    const difference = part - (numbersB.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return comparePreviews(numbersA.preview, numbersB.preview);
}

/** @param {string} version */
function partsOf(version) {
  const [plain = ''] = version.split('+');
  const [core = '', ...preview] = plain.split('-');
  return {
    numbers: core.split('.').map(Number),
    preview: preview.join('-').split('.').filter(Boolean),
  };
}

/**
 * @param {string[]} a
 * @param {string[]} b
 */
function comparePreviews(a, b) {
  if (a.length === 0 || b.length === 0) return Math.sign(b.length - a.length);
  for (const [at, part] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    if (part === other) continue;
    const [number, otherNumber] = [Number(part), Number(other)];
    if (Number.isNaN(number) && Number.isNaN(otherNumber)) return part < other ? -1 : 1;
    if (Number.isNaN(number) !== Number.isNaN(otherNumber)) return Number.isNaN(number) ? 1 : -1;
    return number - otherNumber;
  }
  return a.length - b.length;
}
