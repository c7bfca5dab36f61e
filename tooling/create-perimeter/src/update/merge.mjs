import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../lib/usage-error.mjs';
import { createGit } from './git.mjs';

/** @import { Git } from './git.mjs' */
/** @import { Snapshot } from './snapshot.mjs' */

/** What the stages that git keeps of an unmerged file say of it. */
const KINDS = new Map([
  ['123', 'changed by you and by the kit'],
  ['23', 'added by you and by the kit'],
  ['13', 'deleted by you, changed by the kit'],
  ['12', 'changed by you, deleted by the kit'],
]);
/**
 * How alike two files are that git takes for one that moved. At its usual half, a table that a team deleted is found
 * again in the table of another app, and the kit's change lands there.
 */
const ALIKE = '80%';
const OTHERWISE = 'moved by you or by the kit';

/**
 * What became of the kit's changes.
 *
 * @typedef {object} Merged
 * @property {number} changed files that the kit changed between the two versions
 * @property {number} both of them, those that the team had changed, too
 * @property {{ path: string, kind: string }[]} conflicts
 */

/**
 * Does to the working tree of `folder` what the kit did between two snapshots: three-way, renames included, by git.
 * The result is in the index; conflicts stand as markers in the files.
 *
 * @param {string} folder a folder in a clean working tree
 * @param {Snapshot} base
 * @param {Snapshot} theirs
 * @returns {Merged}
 * @throws UsageError when git refuses; then nothing was changed
 */
export function merge(folder, base, theirs) {
  const git = createGit(folder);
  const head = git.run('rev-parse', 'HEAD');
  requireRoom(git, base, theirs);
  const changed = git.paths('diff-tree', '-r', '-z', '--name-only', base.merged, theirs.merged);
  const ours = new Set(git.paths('diff-tree', '-r', '-z', '--name-only', base.merged, head));
  const renames = ['-c', 'merge.renames=true', '-c', 'merge.renameLimit=20000'];
  const alike = `find-renames=${ALIKE}`;
  const { ok, error } = git.attempt([
    ...renames,
    'cherry-pick',
    '--no-commit',
    '-X',
    alike,
    theirs.merged,
  ]);
  const conflicts = ok ? [] : conflictsIn(git);
  if (!ok && conflicts.length === 0) {
    git.attempt(['reset', '--merge']);
    throw new UsageError(`git refused to merge, and nothing was changed: ${error}`);
  }
  return {
    changed: changed.length,
    both: changed.filter((path) => ours.has(path)).length,
    conflicts,
  };
}

/**
 * Files that git ignores, and would write over.
 *
 * @param {Git} git
 * @param {Snapshot} base
 * @param {Snapshot} theirs
 */
function requireRoom(git, base, theirs) {
  const top = git.run('rev-parse', '--show-toplevel');
  const tracked = new Set(git.paths('ls-tree', '-r', '-z', '--name-only', '--full-tree', 'HEAD'));
  const added = ['diff-tree', '-r', '-z', '--name-only', '--diff-filter=A'];
  const inTheWay = git
    .paths(...added, base.merged, theirs.merged)
    .filter((path) => !tracked.has(path) && existsSync(join(top, path)));
  if (inTheWay.length > 0)
    throw new UsageError(
      `The kit has files of its own where git ignores yours: ${inTheWay.join(', ')}. Move them away first.`,
    );
}

/** @param {Git} git */
function conflictsIn(git) {
  /** @type {Map<string, string>} */
  const stages = new Map();
  for (const entry of git.paths('ls-files', '--unmerged', '-z', '--full-name', ':/')) {
    const [, stage = '', path = ''] = /^\d+ \w+ (\d)\t([^]+)$/.exec(entry) ?? [];
    stages.set(path, (stages.get(path) ?? '') + stage);
  }
  return Array.from(stages, ([path, stage]) => ({
    path,
    kind: KINDS.get(stage) ?? OTHERWISE,
  }));
}
