import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../lib/run.mjs';
import { RECORD } from '../render.mjs';
import { createGit } from './git.mjs';

/** @import { Git } from './git.mjs' */

/** What a team makes anew after a merge of the rest, by its own tools. */
export const MADE_ANEW = {
  lockfile: 'pnpm-lock.yaml',
  migrations: 'packages/db/migrations',
  perimeter: 'packages/actions/locks',
};

const SOMEBODY = { NAME: 'create-perimeter', EMAIL: 'create-perimeter@localhost' };

/**
 * A version of the kit with a team's choices, as commits in the team's repository. No branch leads to them; git clears
 * them away in time.
 *
 * @typedef {object} Snapshot
 * @property {string} whole with all files
 * @property {string} merged without those that are made anew
 */

/**
 * @param {string} folder where it was rendered
 * @param {{ gitDir: string, prefix: string, message: string, parent?: Snapshot }} options
 * @returns {Snapshot}
 */
export function takeSnapshot(folder, { gitDir, prefix, message, parent }) {
  const index = `${folder}.index`;
  const identity = Object.entries(SOMEBODY).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  const env = { GIT_DIR: gitDir, GIT_WORK_TREE: folder, GIT_INDEX_FILE: index };
  const git = createGit(folder, { ...Object.fromEntries(identity), ...env });
  /** @param {string} [after] */
  const commit = (after) => {
    const parents = after ? ['-p', after] : [];
    return git.run('commit-tree', placed(git, index, prefix), '-m', message, ...parents);
  };
  const raw = ['-c', 'core.autocrlf=false', '-c', 'core.safecrlf=false'];
  git.run(...raw, 'add', '--all', '--force', '--', '.');
  const whole = commit(parent?.whole);
  const anew = [...Object.values(MADE_ANEW), RECORD];
  git.run('rm', '-r', '--cached', '--force', '--quiet', '--ignore-unmatch', '--', ...anew);
  return { whole, merged: commit(parent?.merged) };
}

/**
 * The tree of an index, below the folder that the product has in its repository.
 *
 * @param {Git} git
 * @param {string} index
 * @param {string} prefix
 */
function placed(git, index, prefix) {
  const tree = git.run('write-tree');
  if (!prefix) return tree;
  const kept = readFileSync(index);
  git.run('read-tree', '--empty');
  git.run('read-tree', `--prefix=${prefix}`, tree);
  const below = git.run('write-tree');
  writeFileSync(index, kept);
  return below;
}

/**
 * Lays out what was rendered as the team lays out its files: with its formatter and its settings, where it is installed.
 *
 * @param {string} folder
 * @param {string} product
 * @param {AbortSignal} signal
 */
export async function layOutAs(folder, product, signal) {
  const windows = process.platform === 'win32';
  const formatter = join(product, 'node_modules', '.bin', windows ? 'oxfmt.cmd' : 'oxfmt');
  const [theirs, settings] = [folder, product].map((at) => join(at, '.oxfmtrc.json'));
  if (!theirs || !settings || ![formatter, settings, theirs].every((path) => existsSync(path)))
    return;
  const before = readFileSync(theirs, 'utf8');
  writeFileSync(theirs, readFileSync(settings, 'utf8'));
  await run(formatter, ['.'], { cwd: folder, signal });
  writeFileSync(theirs, before);
}
