import { builtinModules } from 'node:module';

/** @import { Choices } from './choices.mjs' */

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const SCOPE = /^@[a-z0-9]+(?:-[a-z0-9]+)*$/;
const TITLE = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .+-]*[\p{L}\p{M}\p{N}.+])?$/u;
const LONGEST_NAME = 30;
const LONGEST_SCOPE = 31;
/** Names of Node's modules, of npm, of the workspaces; and what Postgres keeps for itself. */
const TAKEN = new Set([
  ...builtinModules,
  'admin',
  'npm',
  'pnpm',
  'web',
  'none',
  'postgres',
  'public',
  'template0',
  'template1',
]);
/** Ports that browsers refuse to open. */
const REFUSED_PORTS = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669,
  6679, 6697, 10_080,
]);

/**
 * What is wrong with these choices, in one sentence with its remedy; null when nothing is.
 *
 * @param {Choices} choices
 * @param {readonly string[]} dependencies names of the packages that the product depends on
 */
export function problemOf({ name, title, scope, port }, dependencies) {
  return (
    nameProblem(name, dependencies) ??
    scopeProblem(scope, dependencies) ??
    titleProblem(title) ??
    portProblem(port)
  );
}

/**
 * @param {string} name
 * @param {readonly string[]} dependencies
 */
export function nameProblem(name, dependencies) {
  const better = suggestion(name);
  const remedy = better ? `, for example ${better}` : '';
  if (!NAME.test(name))
    return `"${name}" cannot be the name of a product: use a to z, 0 to 9 and single hyphens, and begin with a letter${remedy}.`;
  if (name.length > LONGEST_NAME)
    return `The name "${name}" has ${name.length} characters; use ${LONGEST_NAME} at most.`;
  if (TAKEN.has(name) || dependencies.includes(name) || name.startsWith('pg-'))
    return `The name "${name}" is taken by Node, npm, Postgres or a package of the product; use another one.`;
  return null;
}

/**
 * @param {string} scope
 * @param {readonly string[]} dependencies
 */
export function scopeProblem(scope, dependencies) {
  if (!SCOPE.test(scope) || scope.length > LONGEST_SCOPE)
    return `"${scope}" cannot be the scope of the packages: write it as @acme, with a to z, 0 to 9 and single hyphens, ${LONGEST_SCOPE} characters at most.`;
  if (dependencies.some((dependency) => dependency.startsWith(`${scope}/`)))
    return `The scope ${scope} belongs to packages that the product depends on; use another one.`;
  return null;
}

/** @param {string} title */
function titleProblem(title) {
  if (TITLE.test(title) && title.length <= LONGEST_NAME) return null;
  return `"${title}" cannot be the title: use letters, digits, spaces and . + - only, ${LONGEST_NAME} characters at most.`;
}

/** @param {number} port */
function portProblem(port) {
  const usable = Number.isInteger(port) && port >= 1024 && port < 65_535;
  if (usable && !REFUSED_PORTS.has(port) && !REFUSED_PORTS.has(port + 1)) return null;
  return `--port must be a whole number from 1024 to 65534 that browsers open, for example 3000; admin takes the next one.`;
}

/** @param {string} name */
function suggestion(name) {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = plain.replaceAll(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '');
  return NAME.test(words) && words !== 'node-modules' ? words : '';
}
