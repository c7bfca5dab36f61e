import { spawnSync } from 'node:child_process';
import { UsageError } from '../lib/usage-error.mjs';

const MAX_OUTPUT = 256 * 1024 * 1024;
/** What points git elsewhere, as inside of a hook. */
const POINTING = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|PREFIX)$/;

/**
 * What git answered.
 *
 * @typedef {object} Answer
 * @property {boolean} ok
 * @property {string} out standard output, as it is
 * @property {string} error standard error, trimmed
 */

/**
 * Gives git in a folder. Hooks never run: what they check is checked when the team commits.
 *
 * @param {string} folder
 * @param {Record<string, string>} [env]
 */
export function createGit(folder, env = {}) {
  const outer = Object.entries(process.env).filter(([name]) => !POINTING.test(name));
  const whole = { ...Object.fromEntries(outer), LC_ALL: 'C', ...env };
  /**
   * @param {string[]} args
   * @returns {Answer}
   */
  const attempt = (args) => {
    const { status, stdout, stderr, error } = spawnSync(
      'git',
      ['-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=false', ...args],
      { cwd: folder, env: whole, encoding: 'utf8', maxBuffer: MAX_OUTPUT },
    );
    if (error && 'code' in error && error.code === 'ENOENT')
      throw new UsageError(
        'git is not installed, or not in the PATH: the update is a merge by git.',
      );
    return { ok: status === 0, out: stdout ?? '', error: (stderr ?? '').trim() };
  };
  return {
    attempt,
    /**
     * @param {string[]} args
     * @throws UsageError with what git said
     */
    run(...args) {
      const { ok, out, error } = attempt(args);
      if (!ok) throw new UsageError(`git ${args[0]} failed: ${error || out.trim()}`);
      return out.trimEnd();
    },
    /** @param {string[]} args of a command that ends each path with NUL */
    paths: (...args) => attempt(args).out.split('\0').filter(Boolean),
  };
}

/** @typedef {ReturnType<typeof createGit>} Git */

/**
 * Where a product stands in its repository.
 *
 * @param {string} product
 * @returns {{ git: Git, gitDir: string, prefix: string }} `prefix` is '' at the root of the repository, else ends in `/`
 * @throws UsageError when it has none, or its tree is not clean
 */
export function openRepository(product) {
  const git = createGit(product);
  if (!git.attempt(['rev-parse', '--verify', '--quiet', 'HEAD']).ok)
    throw new UsageError(
      `${product} is in no git repository with a commit: the update is a merge. git init, git add --all, git commit.`,
    );
  const changed = git.run('status', '--porcelain', '--untracked-files=all', ':/');
  if (changed) {
    const lines = changed.split('\n');
    const more = lines.length > 5 ? `\n  ... and ${lines.length - 5} more` : '';
    throw new UsageError(
      `The working tree is not clean. Commit what is yours first, or \`git stash --include-untracked\`:\n${lines
        .slice(0, 5)
        .map((line) => `  ${line}`)
        .join('\n')}${more}`,
    );
  }
  return {
    git,
    gitDir: git.run('rev-parse', '--absolute-git-dir'),
    prefix: git.run('rev-parse', '--show-prefix'),
  };
}
