/**
 * What a team chooses for its product; all that a rendered template depends on.
 *
 * @typedef {object} Choices
 * @property {string} name the folder's name: of the root package, the database, the cookies
 * @property {string} title the product's name as people read it
 * @property {string} scope the scope of the workspace packages, with its `@`
 * @property {number} port of web in development; admin has the next one
 * @property {boolean} sample whether the sample domain (posts) stays
 */

const FIRST_PORT = 3100;
const STEPS = 50;

/**
 * The choices with what was not chosen: the same name gives the same defaults, on every machine and in every version.
 *
 * @param {Partial<Choices> & { name: string }} chosen
 * @returns {Choices}
 */
export function completeChoices({ name, title, scope, port, sample }) {
  return {
    name,
    title: title ?? titleOf(name),
    scope: scope ?? `@${name}`,
    port: port ?? portOf(name),
    sample: sample ?? true,
  };
}

/**
 * The name in the places that take letters, digits and underscores: the database, the cookies.
 *
 * @param {string} name
 */
export function identifierOf(name) {
  return name.replaceAll('-', '_');
}

/** @param {string} name */
function titleOf(name) {
  const words = name.split('-').filter(Boolean);
  return words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join(' ');
}

/**
 * A pair of ports by name, so that two products can run on one machine: 3100, 3110, ... 3590.
 *
 * @param {string} name
 */
function portOf(name) {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return FIRST_PORT + 10 * (hash % STEPS);
}
