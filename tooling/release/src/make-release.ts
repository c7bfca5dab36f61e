import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { releaseNotes, withRelease, type Changeset } from './release-notes.ts';

interface Plan {
  changesets: Changeset[];
  releases: { name: string; newVersion: string; type: string }[];
}

/** A version that was made: its number, and what it brings. */
export interface Release {
  version: string;
  notes: string;
}

/**
 * Turns the changesets that wait in `root` into the next version: of all workspaces and of the root, with one section
 * of `CHANGELOG.md`. Null when none waits.
 *
 * @throws Error with what changesets says, for one that names a package that is not there, say
 */
export function makeRelease(root: string): Release | null {
  const { changesets, releases } = readPlan(root);
  const [released] = releases.filter(({ type }) => type !== 'none');
  if (!released) return null;
  const version = released.newVersion;
  const notes = releaseNotes(changesets);
  changeset(root, ['version']);
  const changelog = join(root, 'CHANGELOG.md');
  const before = existsSync(changelog) ? readFileSync(changelog, 'utf8') : '';
  writeFileSync(changelog, withRelease(before, version, notes));
  const manifest = join(root, 'package.json');
  const own = /^ {2}"version": "[^"]*"/m;
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(own, `  "version": "${version}"`));
  return { version, notes };
}

function readPlan(root: string): Plan {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  const file = join(folder, 'plan.json');
  try {
    changeset(root, ['status', '--output', file]);
    return JSON.parse(readFileSync(file, 'utf8')) as Plan;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function changeset(root: string, args: string[]): void {
  const bin = join(root, 'node_modules', '@changesets', 'cli', 'bin.js');
  try {
    execFileSync(process.execPath, [bin, ...args], { cwd: root, stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: Buffer; stderr?: Buffer };
    throw new Error(`changeset ${args[0]} failed:\n${String(stdout)}${String(stderr)}`, {
      cause: error,
    });
  }
}
