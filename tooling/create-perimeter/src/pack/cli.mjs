import { fileURLToPath } from 'node:url';
import { packTemplate } from './pack-template.mjs';

const [root, templateDir] = ['../../../..', '../../template'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
const { kit, files, problems } = packTemplate(root ?? '', templateDir ?? '');
console.log(`The template of ${kit} has ${files.length} files.`);
if (problems.length > 0) {
  console.error(`Write these edits of manifest.mjs or minimal/ anew:\n${problems.join('\n')}`);
  process.exitCode = 1;
}
