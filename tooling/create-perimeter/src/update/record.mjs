import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../lib/usage-error.mjs';
import { RECORD } from '../render.mjs';

/** @import { Choices } from '../lib/choices.mjs' */

/**
 * What a product was made from.
 *
 * @typedef {object} KitRecord
 * @property {string} kit the version
 * @property {Partial<Choices> & { name: string }} choices
 */

/**
 * The folder of the product that `from` is in: the next one upwards with a record.
 *
 * @param {string} from
 * @throws UsageError when there is none
 */
export function findProduct(from) {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, RECORD))) return folder;
    if (folder === dirname(folder))
      throw new UsageError(
        `There is no ${RECORD} here or above: run this in a product that create-perimeter made. If the file was lost, write it anew: { "kit": "<version>", "choices": { "name": "...", "scope": "@..." } }.`,
      );
  }
}

/**
 * @param {string} product
 * @returns {KitRecord}
 * @throws UsageError for one that cannot be used
 */
export function readRecord(product) {
  const path = join(product, RECORD);
  /** @type {unknown} */
  let record;
  try {
    record = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`${path} is no JSON: ${String(error)}. Restore it from git.`);
  }
  if (!isRecord(record))
    throw new UsageError(`${path} has to hold "kit", a version, and "choices" with a "name".`);
  return record;
}

/**
 * Writes the record of the new version; what the team noted beside is kept.
 *
 * @param {string} product
 * @param {KitRecord} theirs that of the new version
 */
export function writeRecord(product, theirs) {
  const ours = readRecord(product);
  const record = { ...ours, kit: theirs.kit, choices: { ...ours.choices, ...theirs.choices } };
  writeFileSync(join(product, RECORD), `${JSON.stringify(record, null, 2)}\n`);
}

/**
 * @param {unknown} value
 * @returns {value is KitRecord}
 */
function isRecord(value) {
  if (typeof value !== 'object' || value === null || !('kit' in value && 'choices' in value))
    return false;
  const { kit, choices } = value;
  const named = typeof choices === 'object' && choices !== null && 'name' in choices;
  return typeof kit === 'string' && /^\d+\.\d+\.\d+/.test(kit) && named;
}
