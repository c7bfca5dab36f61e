import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { edits, isKitOnly, isSampleOnly, moved } from '../../manifest.mjs';
import { withoutRegions } from '../lib/regions.mjs';
import { ARCHIVE } from '../lib/template.mjs';
import { gitFiles } from './git-files.mjs';

/** @import { Template, TemplateFile } from '../lib/template.mjs' */

const here = fileURLToPath(new URL('../..', import.meta.url));
/** Below them lie files that take the place of those of the same path. */
const OVERLAY = 'overlay';
const WITHOUT_SAMPLE = 'overlay-minimal';

/**
 * Makes the template of a working tree: its tracked files without what serves the development of the kit itself.
 *
 * @param {string} root folder of the kit
 * @param {string} templateDir folder to write the archive into
 * @returns {Template}
 */
export function packTemplate(root, templateDir) {
  const template = collectTemplate(root);
  mkdirSync(templateDir, { recursive: true });
  writeFileSync(join(templateDir, ARCHIVE), gzipSync(JSON.stringify(template)));
  return template;
}

/**
 * @param {string} root
 * @returns {Template}
 */
function collectTemplate(root) {
  const overlay = overlayFiles(OVERLAY);
  const replaced = new Set(overlay.map(({ path }) => path));
  const tracked = gitFiles(root)
    .filter(({ path }) => !isKitOnly(path))
    .map(({ path, executable }) => readEntry(root, path, executable))
    .map((file) => ({ ...file, path: moved[file.path] ?? file.path }))
    .filter(({ path }) => !replaced.has(path));
  const files = [...tracked, ...overlay]
    .map((file) => ({ ...file, ...(file.text === undefined ? {} : { text: kitless(file) }) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
  return {
    kit: version,
    files,
    withoutSample: {
      gone: files.map(({ path }) => path).filter(isSampleOnly),
      files: overlayFiles(WITHOUT_SAMPLE),
    },
  };
}

/** @param {string} folder */
function overlayFiles(folder) {
  const at = join(here, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(at.length + 1))
    .map((path) => readEntry(at, path.replaceAll('\\', '/'), false));
}

/**
 * @param {string} root
 * @param {string} path
 * @param {boolean} executable
 * @returns {TemplateFile}
 */
function readEntry(root, path, executable) {
  const content = readFileSync(join(root, path));
  const text = content.includes(0)
    ? { base64: content.toString('base64') }
    : { text: content.toString('utf8') };
  return { path, ...(executable ? { executable } : {}), ...text };
}

/**
 * @param {TemplateFile} file
 * @throws Error for an edit that finds nothing
 */
function kitless({ path, text = '' }) {
  return edits
    .filter((edit) => edit.file === path)
    .reduce(
      (edited, { find, replace = '' }) => {
        const next = edited.replace(find, () => replace);
        if (next === edited)
          throw new Error(`manifest.mjs: ${path} does not hold ${find}. Write the edit anew.`);
        return next;
      },
      withoutRegions(text, 'kit', false),
    );
}
