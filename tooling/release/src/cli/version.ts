import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { makeRelease } from '../make-release.ts';

// Prints outputs for a step of a workflow; the text of its pull request is in `.release-notes.md`.
const root = fileURLToPath(new URL('../../../..', import.meta.url));
const release = makeRelease(root);
console.log(`waiting=${release !== null}`);
if (release) {
  console.log(`version=${release.version}`);
  writeFileSync(join(root, '.release-notes.md'), `${release.notes}\n`);
}
