import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/**
 * @typedef {object} TemplateFile
 * @property {string} path relative to the root, with `/`
 * @property {true} [executable]
 * @property {string} [text]
 * @property {string} [base64] of what is no text
 */

/**
 * A version of the kit, ready to be rendered.
 *
 * @typedef {object} Template
 * @property {string} kit its version
 * @property {TemplateFile[]} files
 * @property {{ gone: string[], files: TemplateFile[] }} withoutSample what `sample: false` leaves out, and replaces
 */

/** The one file of a template: npm leaves `.gitignore` and others out of a package, but looks into no archive. */
export const ARCHIVE = 'template.json.gz';

/**
 * @param {string} templateDir
 * @returns {Promise<Template>}
 */
export async function readTemplate(templateDir) {
  const archive = await readFile(join(templateDir, ARCHIVE));
  return JSON.parse((await promisify(gunzip)(archive)).toString('utf8'));
}

/**
 * Names of the packages that the product depends on.
 *
 * @param {Template} template
 */
export function dependenciesOf({ files }) {
  const workspace = files.find(({ path }) => path === 'pnpm-workspace.yaml')?.text ?? '';
  return catalogNames(workspace);
}

/** @param {string} workspace text of `pnpm-workspace.yaml` */
export function catalogNames(workspace) {
  const catalog = /^catalog:\n(?<entries>(?: {2}.+\n)+)/m.exec(workspace)?.groups?.entries ?? '';
  return [...catalog.matchAll(/^ {2}"?(?<name>[^":]+)"?:/gm)].map(
    ({ groups }) => groups?.name ?? '',
  );
}
