import { PNPM } from '../lib/install.mjs';
import { MADE_ANEW } from './snapshot.mjs';

/** @import { Git } from './git.mjs' */
/** @import { Merged } from './merge.mjs' */
/** @import { Snapshot } from './snapshot.mjs' */

const SCHEMA = 'packages/db/src/schema';

/**
 * What the merge did, in figures, and each conflict by its name.
 *
 * @param {Merged} merged
 * @param {{ from: string, to: string }} versions
 */
export function describeMerge({ changed, both, conflicts }, { from, to }) {
  const lines = [
    `From ${from} to ${to} the kit changed ${files(changed)}: ${changed - conflicts.length} merged clean, ${conflicts.length} in conflict.`,
    `${both} of them had changes of yours, too.`,
  ];
  const width = Math.max(0, ...conflicts.map(({ kind }) => kind.length));
  for (const { path, kind } of conflicts) lines.push(`  ${kind.padEnd(width)}  ${path}`);
  const gone = conflicts.filter(({ kind }) => kind.startsWith('deleted by you'));
  if (gone.length > 0)
    lines.push(
      'To keep what you deleted deleted:',
      `  git rm --quiet -- ${gone.map(({ path }) => quoted(path)).join(' ')}`,
    );
  return lines.join('\n');
}

/**
 * What is left to do for people.
 *
 * @param {Git} git
 * @param {{ base: Snapshot, theirs: Snapshot, prefix: string, conflicts: boolean, installed: boolean }} done
 */
export function describeNext(git, { base, theirs, prefix, conflicts, installed }) {
  /** @param {string} path */
  const between = (path) =>
    git.paths(
      'diff-tree',
      '-r',
      '-z',
      '--name-only',
      base.whole,
      theirs.whole,
      '--',
      `:/${prefix}${path}`,
    );
  const steps = conflicts
    ? ['Look through the files in conflict (`git diff`), then `git add` each.']
    : ['Look through the changes: `git diff --cached`.'];
  if (!installed)
    steps.push(`\`${PNPM} install --no-frozen-lockfile\` makes ${MADE_ANEW.lockfile} anew.`);
  if (between(SCHEMA).length > 0)
    steps.push(
      `The kit changed its tables: \`${PNPM} db:generate\` makes your own migration of it. Read it, and commit it with the rest.`,
    );
  const migrations = between(MADE_ANEW.migrations).filter((path) => path.endsWith('.sql'));
  if (migrations.length > 0)
    steps.push(
      [
        "The kit's own migrations are not taken over. Statements written by hand in them are for you to carry over:",
      ]
        .concat(migrations.map((path) => `     git show ${theirs.whole.slice(0, 12)}:${path}`))
        .join('\n'),
    );
  steps.push(
    `\`${PNPM} build\`, then \`${PNPM} perimeter lock\`: what the builds expose now is a diff of ${MADE_ANEW.perimeter}.`,
    `\`${PNPM} test\`, then \`git commit\`.`,
  );
  const numbered = steps.map((step, at) => `  ${at + 1}. ${step}`);
  return `Next:\n\n${numbered.join('\n')}\n\nBack to where you were: git reset --hard`;
}

/** @param {number} count */
function files(count) {
  return count === 1 ? '1 file' : `${count} files`;
}

/** @param {string} path */
function quoted(path) {
  return /^[\w./@+-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
