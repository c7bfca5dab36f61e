import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packTemplate } from '../pack/pack-template.mjs';

const own = fileURLToPath(new URL('../..', import.meta.url));

/** The repository of the kit. */
export const repository = join(own, '../..');

/**
 * The package as it is published, made from the working tree, and a folder to create in.
 */
export function publish() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'create-perimeter-')));
  const at = join(root, 'package');
  for (const part of ['bin.cjs', 'package.json', 'src'])
    cpSync(join(own, part), join(at, part), { recursive: true });
  const templateDir = join(at, 'template');
  const template = packTemplate(repository, templateDir);
  return {
    bin: join(at, 'bin.cjs'),
    template,
    templateDir,
    root,
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 3 }),
  };
}
