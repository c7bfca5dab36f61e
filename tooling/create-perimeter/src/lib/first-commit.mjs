import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './run.mjs';

const REMEDY =
  'git config --global user.name "..." and user.email "...", then: git commit -m "First commit"';

/**
 * Makes a repository with one commit in a new product. Never invents an identity.
 *
 * @param {string} folder where its files are
 * @param {{ target: string, message: string, signal: AbortSignal }} options `target`: where they will be
 * @returns {Promise<string>} what there is now, as a line for people
 */
export async function firstCommit(folder, { target, message, signal }) {
  const env = ownEnvironment();
  const git = (/** @type {string[]} */ ...args) => run('git', args, { cwd: folder, signal, env });
  if ((await git('--version')).code !== 0) return 'none, as git is not installed';
  const around = await run('git', ['rev-parse', '--is-inside-work-tree'], {
    cwd: dirname(target),
    signal,
    env,
  });
  if (around.code === 0 && around.output === 'true')
    return 'none of its own, as the folder is inside of another repository';
  for (const args of [
    ['-c', 'init.defaultBranch=main', 'init', '--quiet'],
    ['-c', 'core.autocrlf=false', '-c', 'core.safecrlf=false', 'add', '--all'],
  ]) {
    const { code, output } = await git(...args);
    signal.throwIfAborted();
    if (code !== 0) return `not complete: git ${args.at(-2)} said: ${output}`;
  }
  const commit = await git('-c', 'user.useConfigOnly=true', 'commit', '--quiet', '-m', message);
  signal.throwIfAborted();
  if (commit.code === 0) return 'a repository with the first commit';
  if (/user\.(?:name|email)|identity|Please tell me who you are/i.test(commit.output))
    return `a repository without a commit, as git does not know who you are: ${REMEDY}`;
  return `a repository without a commit, as git said: ${commit.output}`;
}

/**
 * Takes what has changed since into the only commit of a new product, if it has one of its own.
 *
 * @param {string} folder
 * @param {AbortSignal} signal
 */
export async function amendCommit(folder, signal) {
  if (!existsSync(join(folder, '.git'))) return;
  const git = (/** @type {string[]} */ ...args) =>
    run('git', args, { cwd: folder, signal, env: ownEnvironment() });
  const changed = await git('status', '--porcelain');
  if (changed.code !== 0 || changed.output === '') return;
  await git('add', '--all');
  const commits = await git('rev-parse', '--quiet', '--verify', 'HEAD');
  if (commits.code === 0) await git('commit', '--quiet', '--amend', '--no-edit');
}

/** Without what points git to another repository, as it does inside of a hook. */
function ownEnvironment() {
  const pointing = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|PREFIX)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !pointing.test(name)));
}
