import { fileURLToPath } from 'node:url';
import { packTemplate } from './pack-template.mjs';

const [root, templateDir] = ['../../../..', '../../template'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
const { kit, files } = packTemplate(root ?? '', templateDir ?? '');
console.log(`The template of ${kit} has ${files.length} files.`);
