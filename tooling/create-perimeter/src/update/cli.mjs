import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completeChoices } from '../lib/choices.mjs';
import { PNPM } from '../lib/install.mjs';
import { problemOf } from '../lib/problems.mjs';
import { run } from '../lib/run.mjs';
import { UsageError } from '../lib/usage-error.mjs';
import { RECORD } from '../render.mjs';
import { createGit, openRepository } from './git.mjs';
import { openKit } from './kit.mjs';
import { merge } from './merge.mjs';
import { HELP, readOptions } from './options.mjs';
import { findProduct, readRecord, writeRecord } from './record.mjs';
import { describeMerge, describeNext } from './report.mjs';
import { layOutAs, takeSnapshot } from './snapshot.mjs';
import { compareVersions } from './versions.mjs';

/** @import { Git } from './git.mjs' */
/** @import { Kit } from './kit.mjs' */
/** @import { KitRecord } from './record.mjs' */
/** @import { Snapshot } from './snapshot.mjs' */

/**
 * `create-perimeter update`.
 *
 * @param {string[]} argv what follows the word
 * @returns {Promise<number>} 0 when all merged clean, 1 when files are in conflict
 * @throws UsageError for what people can mend; then nothing was changed
 */
export async function runUpdate(argv) {
  const options = readOptions(argv);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'perimeter-update-')));
  try {
    return await update(options, temporary);
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * @param {ReturnType<typeof readOptions>} options
 * @param {string} temporary
 */
async function update({ from, to, dryRun, install }, temporary) {
  const product = findProduct(realpathSync(process.cwd()));
  const record = readRecord(product);
  const problem = problemOf(completeChoices(record.choices), []);
  if (problem) throw new UsageError(`${RECORD}: ${problem}`);
  const { git, gitDir, prefix } = openRepository(product);
  const { signal } = new AbortController();
  const theirs = await openKit(to, { temporary, signal });
  const step = compareVersions(theirs.version, record.kit);
  if (step < 0)
    throw new UsageError(
      `This product is at ${record.kit}, and ${theirs.version} is older: an update goes forward only.`,
    );
  if (step === 0) {
    console.log(`This product is at ${record.kit} already: there is nothing to do.`);
    return 0;
  }
  const base = await openKit(from ?? record.kit, { temporary, signal });
  if (base.version !== record.kit)
    throw new UsageError(
      `${from} is version ${base.version}, and this product was made from ${record.kit} (${RECORD}): give the tarball of ${record.kit}.`,
    );

  const message = `chore: update the kit from ${base.version} to ${theirs.version}`;
  const at = { gitDir, prefix, message };
  const before = await render(base, { record, product, folder: join(temporary, 'base'), signal });
  const after = await render(theirs, {
    record,
    product,
    folder: join(temporary, 'theirs'),
    signal,
  });
  const baseSnapshot = takeSnapshot(before.folder, at);
  const snapshots = {
    base: baseSnapshot,
    theirs: takeSnapshot(after.folder, { ...at, parent: baseSnapshot }),
  };
  const versions = { from: base.version, to: theirs.version };
  if (dryRun) return show(git, { ...snapshots, versions, folder: join(temporary, 'tree'), prefix });

  const merged = merge(product, snapshots.base, snapshots.theirs);
  writeRecord(product, after.record);
  git.run('add', '--', RECORD);
  console.log(`\n${describeMerge(merged, versions)}\n`);
  const conflicts = merged.conflicts.length > 0;
  const installed = install && !conflicts && (await refreshLockfile(product, signal));
  console.log(describeNext(git, { ...snapshots, prefix, conflicts, installed }));
  return conflicts ? 1 : 0;
}

/**
 * @param {Kit} kit
 * @param {{ record: KitRecord, product: string, folder: string, signal: AbortSignal }} options
 * @returns {Promise<{ folder: string, record: KitRecord }>} `record`: what this version notes of a new product
 */
async function render(kit, { record, product, folder, signal }) {
  mkdirSync(folder);
  await kit.render(record.choices, folder);
  const own = JSON.parse(readFileSync(join(folder, RECORD), 'utf8'));
  await layOutAs(folder, product, signal);
  return { folder, record: { kit: kit.version, choices: own.choices } };
}

/**
 * The same merge in a working tree of its own, shown as a diff.
 *
 * @param {Git} git
 * @param {{ base: Snapshot, theirs: Snapshot, versions: { from: string, to: string }, folder: string, prefix: string }} options
 */
async function show(git, { base, theirs, versions, folder, prefix }) {
  git.run('worktree', 'add', '--quiet', '--detach', folder, 'HEAD');
  try {
    const place = join(folder, prefix);
    const merged = merge(place, base, theirs);
    const diff = createGit(place).attempt(['diff', 'HEAD', '--', ':/']).out;
    const text = `${diff}\n${describeMerge(merged, versions)}\n\nNothing was changed (--dry-run).\n`;
    // A pipe takes a part of it at a time, and the process ends when this has returned.
    await new Promise((resolve) => process.stdout.write(text, resolve));
    return merged.conflicts.length > 0 ? 1 : 0;
  } finally {
    git.attempt(['worktree', 'remove', '--force', folder]);
  }
}

/**
 * @param {string} product
 * @param {AbortSignal} signal
 */
async function refreshLockfile(product, signal) {
  const [command = '', ...args] = PNPM.split(' ');
  const install = [...args, 'install', '--no-frozen-lockfile'];
  console.log(`Bringing pnpm-lock.yaml up to date (${PNPM} install) ...\n`);
  const { code } = await run(command, install, { cwd: product, signal, show: true });
  if (code === 0) createGit(product).run('add', '--', 'pnpm-lock.yaml');
  console.log('');
  return code === 0;
}
