import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { run } from '../lib/run.mjs';
import { UsageError } from '../lib/usage-error.mjs';
import { untar } from './untar.mjs';

/** @import { KitRecord } from './record.mjs' */

const NAME = 'create-perimeter';
const own = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A version of this package, that renders its own template by its own rules.
 *
 * @typedef {object} Kit
 * @property {string} version
 * @property {(choices: KitRecord['choices'], folder: string) => Promise<unknown>} render
 */

/**
 * Opens the version that `source` names: a tarball, a folder, a number or tag of the registry; without one, the version
 * that runs.
 *
 * @param {string | undefined} source
 * @param {{ temporary: string, signal: AbortSignal }} context `temporary`: a folder to unpack into
 * @returns {Promise<Kit>}
 * @throws UsageError for what is none
 */
export async function openKit(source, { temporary, signal }) {
  if (source === undefined) return load(own, 'this package');
  if (existsSync(source) && statSync(source).isDirectory()) return load(resolve(source), source);
  const unpacked = mkdtempSync(join(temporary, 'kit-'));
  const tarball = existsSync(source)
    ? resolve(source)
    : await fetchKit(source, join(unpacked, 'fetched'), signal);
  try {
    untar(readFileSync(tarball), unpacked);
  } catch (error) {
    throw new UsageError(
      `${source} cannot be unpacked (${error instanceof Error ? error.message : String(error)}). It has to be a tarball of ${NAME}, as \`npm pack ${NAME}\` makes it.`,
    );
  }
  return load(join(unpacked, 'package'), source);
}

/**
 * @param {string} folder
 * @param {string} source as people named it
 * @returns {Promise<Kit>}
 */
async function load(folder, source) {
  const manifest = join(folder, 'package.json');
  /** @type {{ name?: string, version?: string, exports?: Record<string, string> }} */
  const {
    name,
    version = '',
    exports,
  } = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {};
  if (name !== NAME) throw new UsageError(`${source} is ${name ?? 'no package'}, not ${NAME}.`);
  const door = exports?.['./render'];
  const template = join(folder, 'template');
  if (!door || !existsSync(template))
    throw new UsageError(`${source} holds no template: take the tarball of a published version.`);
  const { renderTemplate } = await import(pathToFileURL(join(folder, door)).href);
  return { version, render: (choices, target) => renderTemplate(template, choices, target) };
}

/**
 * @param {string} version
 * @param {string} folder
 * @param {AbortSignal} signal
 * @returns {Promise<string>} path of the tarball
 */
async function fetchKit(version, folder, signal) {
  if (!/^[\w.+-]+$/.test(version) || version.endsWith('.tgz'))
    throw new UsageError(`There is no file ${version}.`);
  mkdirSync(folder);
  const args = ['pack', `${NAME}@${version}`, '--silent'];
  const windows = process.platform === 'win32';
  const { code, output } = await run(windows ? 'npm.cmd' : 'npm', args, { cwd: folder, signal });
  const [tarball] = readdirSync(folder);
  if (code !== 0 || !tarball)
    throw new UsageError(
      `${NAME} ${version} could not be fetched from the registry. Without one, give tarballs: --from ${NAME}-${version}.tgz --to ${NAME}-<new>.tgz.${output && `\n${output}`}`,
    );
  return join(folder, tarball);
}
