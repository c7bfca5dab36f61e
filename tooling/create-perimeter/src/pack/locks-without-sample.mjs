/** The example action of a product without the sample, as `pnpm perimeter lock` writes it. */
export const exampleLock = `    {
      "id": "profile.rename",
      "file": "packages/actions/src/profile/actions.ts",
      "export": "renameProfile",
      "access": "authenticated",
      "rateLimit": { "max": 30, "window": "1 m", "onOutage": "open" },
      "rateLimitAlso": null,
      "idempotent": false,
      "authorize": false,
      "timeout": null,
      "secrets": [],
      "bound": [],
      "errors": [],
      "input": "sha256-fXG3uzt3ebami-d8JpfntTM-wNMyiPKhp8yD0eA7e0s",
      "fields": {
        "name": { "type": "string", "required": true, "minLength": 1, "maxLength": 100 }
      }
    }`;

const ACTION = /^ {4}\{\n {6}"id": "(?<id>.+)",\n(?: {6}.*\n)+ {4}\}(?=,?\n)/gm;
const HANDLER = /^ {4}\{\n {6}"path": "(?<id>.+)",\n(?: {6}.*\n)+ {4}\}(?=,?\n)/gm;

/**
 * A lock without the actions and handlers whose files or definitions are gone.
 *
 * @param {string} lock
 * @param {ReadonlySet<string>} kept paths
 * @param {string | null} added one more action
 */
export function lockWithout(lock, kept, added) {
  const isKept = (/** @type {string} */ entry) =>
    kept.has(/"file": "(?<file>.+)"/.exec(entry)?.groups?.file ?? '') &&
    !/"export": "(?:hide|restore)Post"/.test(entry);
  const actions = entriesIn(lock, ACTION).filter(isKept);
  if (added) actions.push(added);
  const idOf = (/** @type {string} */ entry) => /"id": "(.+)"/.exec(entry)?.[1] ?? '';
  const sorted = actions.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const handlers = entriesIn(lock, HANDLER).filter(isKept);
  return lock
    .replace(/(?<="actions": \[\n)[\s\S]*?(?=\n {2}\])/, () => sorted.join(',\n'))
    .replace(/(?<="handlers": \[\n)[\s\S]*?(?=\n {2}\])/, () => handlers.join(',\n'));
}

/**
 * @param {string} lock
 * @param {RegExp} pattern
 */
function entriesIn(lock, pattern) {
  return [...lock.matchAll(pattern)].map(([entry]) => entry);
}
