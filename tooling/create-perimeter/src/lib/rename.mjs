import { identifierOf } from './choices.mjs';

/** @import { Choices } from './choices.mjs' */

/**
 * The sign-in of the sample data: a word without the kit's name, as long as the kit's own, and its argon2id hash.
 * `rename.test.ts` checks the one against the other.
 */
export const PASSWORD = 'local-sign-in-only';
export const PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$4zygM1e1MSHJMclKCiGgfg$Zjewzu5eXQMExBYYeWqvc+Ilz+B1ruCd3mFcrbNJorg';

/** Files in which "Perimeter" is the product's name, and not the list of what is exposed. */
const TITLED = new Set([
  'AGENTS.md',
  'CONTRIBUTING.md',
  'README.md',
  'SECURITY.md',
  'packages/next/src/product.ts',
]);

/**
 * Gives the function that puts the team's names into a text file.
 *
 * @param {Choices} choices
 * @returns {(path: string, text: string) => string}
 */
export function createRename({ name, title, scope, port }) {
  const identifier = identifierOf(name);
  /** @type {[RegExp, string][]} */
  const everywhere = [
    [/@repo\b/g, scope],
    [/\bperimeter_(?=(?:admin_|\$\{audience\}_)?session\b)/g, `${identifier}_`],
    // The database, its superuser, and how a connection calls itself.
    [/(?<=\bNAME = '|application_name: '|\bdatabase: '|the database `)perimeter\b/g, identifier],
    [/(?<=postgres(?:ql)?:\/\/(?:[^\s/'"`]+\/)?)perimeter\b/g, identifier],
    [/\bperimeter(?=@127\.0\.0\.1|:\*\*\*@)/g, identifier],
    [/\bperimeter-dev-only\b/g, PASSWORD],
  ];
  return (path, text) => {
    const rules = everywhere.slice();
    if (TITLED.has(path)) rules.push([/\bPerimeter\b(?! starter kit)/g, title]);
    if (path === 'packages/db/src/seed.ts') rules.push([/\$argon2id\$[^'"`]+/g, PASSWORD_HASH]);
    if (path === 'package.json') rules.push([/(?<="name": ")perimeter(?=")/, name]);
    if (/(?:^|\/)package\.json$/.test(path)) {
      rules.push([/(?<="version": ")[^"]+/, '0.0.0'], [/(?<="license": ")[^"]+/, 'UNLICENSED']);
    }
    const named = rules.reduce((renamed, [from, to]) => renamed.replace(from, () => to), text);
    return named.replaceAll(/\b300[01]\b(?!\.\d)/g, (kit) => String(port + Number(kit) - 3000));
  };
}
