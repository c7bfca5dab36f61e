import { isSampleOnly } from '../../manifest.mjs';
import { actionEdits } from '../../minimal/action-edits.mjs';
import { appEdits } from '../../minimal/app-edits.mjs';
import { dataEdits } from '../../minimal/data-edits.mjs';
import { withoutRegions } from '../lib/regions.mjs';
import { applyEdits } from './apply-edits.mjs';
import { exampleLock, lockWithout } from './locks-without-sample.mjs';
import { migrationsWithout } from './migrations-without-sample.mjs';
import { withoutLinksTo } from './without-links-to.mjs';

/** @import { Template, TemplateFile } from '../lib/template.mjs' */

const DROPPED = { tables: ['posts', 'subscriptions'], functions: ['posts_within_quota'] };

const minimalEdits = Object.entries({ ...dataEdits, ...actionEdits, ...appEdits }).flatMap(
  ([file, pairs]) => pairs.map(([find, replace]) => ({ file, find, replace })),
);

/**
 * What `sample: false` leaves out of these files, and what takes their place.
 *
 * @param {TemplateFile[]} files with their marks
 * @param {TemplateFile[]} overlay
 * @param {(problem: string) => void} onMiss
 * @returns {Template['withoutSample']}
 */
export function withoutSample(files, overlay, onMiss) {
  for (const { file } of minimalEdits)
    if (!files.some(({ path }) => path === file)) onMiss(`there is no ${file}`);
  const gone = files.map(({ path }) => path).filter(isSampleOnly);
  const kept = new Set([...files, ...overlay].map(({ path }) => path));
  for (const path of gone) kept.delete(path);
  const changed = files
    .filter(({ path, text }) => text !== undefined && kept.has(path))
    .map((file) => ({ ...file, text: change(file, kept, onMiss) }))
    .filter(({ path, text }) => text !== originalOf(files, path));
  const replaced = new Set(overlay.map(({ path }) => path));
  return {
    gone,
    files: [
      ...changed.filter(({ path }) => !replaced.has(path)),
      ...overlay,
      ...migrationsWithout(files, DROPPED),
    ],
  };
}

/**
 * @param {TemplateFile[]} files
 * @param {string} path
 */
function originalOf(files, path) {
  const text = files.find((file) => file.path === path)?.text ?? '';
  return withoutRegions(text, 'sample', true);
}

/**
 * @param {TemplateFile} file
 * @param {ReadonlySet<string>} kept
 * @param {(problem: string) => void} onMiss
 */
function change({ path, text = '' }, kept, onMiss) {
  const edited = applyEdits(minimalEdits, path, withoutRegions(text, 'sample', false), onMiss);
  if (path.endsWith('.md')) return withoutLinksTo(edited, path, kept);
  if (path === 'packages/actions/locks/web.json') return lockWithout(edited, kept, exampleLock);
  if (path === 'packages/actions/locks/admin.json') return lockWithout(edited, kept, null);
  return edited;
}
