import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { completeChoices } from './lib/choices.mjs';
import { layOut } from './lib/layout.mjs';
import { pruneDependencies } from './lib/prune-dependencies.mjs';
import { createRename } from './lib/rename.mjs';
import { readTemplate } from './lib/template.mjs';

/** @import { Choices } from './lib/choices.mjs' */
/** @import { Template, TemplateFile } from './lib/template.mjs' */

/** The file of a product that says what it was made from. */
export const RECORD = '.perimeter.json';

const AT_ONCE = 32;

/**
 * Writes a product made from a template: the same template and choices give the same bytes. Asks nothing, runs
 * nothing, needs no network; secrets and git are the caller's.
 *
 * @param {string} templateDir the folder `template` of a version of this package
 * @param {Partial<Choices> & { name: string }} choices valid ones; what is missing has the default of its name
 * @param {string} outDir the folder to write into, made if need be
 * @param {{ signal?: AbortSignal }} [options] an aborted signal stops between two files and throws its reason
 * @returns {Promise<string[]>} the paths that were written, with `/`, sorted
 */
export async function renderTemplate(templateDir, choices, outDir, { signal } = {}) {
  const files = renderFiles(await readTemplate(templateDir), completeChoices(choices));
  const folders = new Set(files.map(({ path }) => dirname(path)));
  for (const folder of folders) await mkdir(join(outDir, folder), { recursive: true });
  for (let at = 0; at < files.length; at += AT_ONCE) {
    signal?.throwIfAborted();
    await Promise.all(files.slice(at, at + AT_ONCE).map((file) => write(outDir, file)));
  }
  return files.map(({ path }) => path).toSorted();
}

/**
 * The files of a product.
 *
 * @param {Template} template
 * @param {Choices} choices
 * @returns {TemplateFile[]}
 */
export function renderFiles(template, choices) {
  const rename = createRename(choices);
  const files = pruneDependencies(chosenFiles(template, choices)).map((file) => {
    // A lock file holds the digest of a patch.
    if (file.text === undefined || file.path.startsWith('patches/')) return file;
    const named = rename(file.path, file.text);
    return { ...file, text: layOut(file.path, named, choices.scope) };
  });
  const record = `${JSON.stringify({ kit: template.kit, choices }, null, 2)}\n`;
  return [...files, { path: RECORD, text: record }];
}

/**
 * @param {Template} template
 * @param {Choices} choices
 */
function chosenFiles({ files, withoutSample }, { sample }) {
  const gone = new Set(sample ? [] : withoutSample.gone);
  const replaced = new Map(sample ? [] : withoutSample.files.map((file) => [file.path, file]));
  const kept = files.filter(({ path }) => !gone.has(path) && !replaced.has(path));
  return [...kept, ...replaced.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * @param {string} outDir
 * @param {TemplateFile} file
 */
async function write(outDir, { path, text, base64, executable }) {
  const content = text ?? Buffer.from(base64 ?? '', 'base64');
  await writeFile(join(outDir, path), content, { flag: 'wx', mode: executable ? 0o755 : 0o644 });
}
