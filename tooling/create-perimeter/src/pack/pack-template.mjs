import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { edits, isKitOnly, moved } from '../../manifest.mjs';
import { withoutRegions } from '../lib/regions.mjs';
import { ARCHIVE } from '../lib/template.mjs';
import { applyEdits } from './apply-edits.mjs';
import { gitFiles } from './git-files.mjs';
import { withoutSample } from './without-sample.mjs';

/** @import { Template, TemplateFile } from '../lib/template.mjs' */

const here = fileURLToPath(new URL('../..', import.meta.url));
/** Below them lie files that take the place of those of the same path. */
const OVERLAY = 'overlay';
const WITHOUT_SAMPLE = 'overlay-minimal';

/**
 * Makes the template of a working tree: its tracked files without what serves the development of the kit itself. An
 * edit of the manifest that finds nothing is told, as the template is then not what it should be.
 *
 * @param {string} root folder of the kit
 * @param {string} templateDir folder to write the archive into
 * @returns {Template & { problems: string[] }}
 */
export function packTemplate(root, templateDir) {
  /** @type {string[]} */
  const problems = [];
  const template = collectTemplate(root, (problem) => problems.push(problem));
  mkdirSync(templateDir, { recursive: true });
  writeFileSync(join(templateDir, ARCHIVE), gzipSync(JSON.stringify(template)));
  return { ...template, problems };
}

/**
 * @param {string} root
 * @param {(problem: string) => void} onMiss
 * @returns {Template}
 */
function collectTemplate(root, onMiss) {
  const overlay = overlayFiles(OVERLAY);
  const replaced = new Set(overlay.map(({ path }) => path));
  const tracked = gitFiles(root)
    .filter(({ path }) => !isKitOnly(path))
    .map(({ path, executable }) => readEntry(root, path, executable))
    .map((file) => ({ ...file, path: moved[file.path] ?? file.path }))
    .filter(({ path }) => !replaced.has(path));
  const files = [...tracked, ...overlay]
    .map((file) => ({ ...file, ...textOf(file, kitless(onMiss)) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
  return {
    kit: version,
    files: files.map((file) => ({ ...file, ...textOf(file, withoutMarks) })),
    withoutSample: withoutSample(files, overlayFiles(WITHOUT_SAMPLE), onMiss),
  };
}

/**
 * Code among them is called `.txt`: it is a product's, and no tool of the kit looks at it.
 *
 * @param {string} folder
 */
function overlayFiles(folder) {
  const at = join(here, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(at.length + 1))
    .map((path) => readEntry(at, path.replaceAll('\\', '/'), false))
    .map((file) => ({ ...file, path: file.path.replace(/\.txt$/, '') }));
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
 * @param {(path: string, text: string) => string} change
 * @returns {{ text?: string }}
 */
function textOf({ path, text }, change) {
  return text === undefined ? {} : { text: change(path, text) };
}

/**
 * @param {(problem: string) => void} onMiss
 * @returns {(path: string, text: string) => string}
 */
function kitless(onMiss) {
  return (path, text) => applyEdits(edits, path, withoutRegions(text, 'kit', false), onMiss);
}

/**
 * @param {string} _path
 * @param {string} text
 */
function withoutMarks(_path, text) {
  return withoutRegions(text, 'sample', true);
}
