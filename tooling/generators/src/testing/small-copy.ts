import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));
const TOUCHED = [
  'package.json',
  'turbo.json',
  '.changeset/config.json',
  '.env.example',
  '.oxfmtrc.json',
  'packages/actions/package.json',
  'packages/actions/locks',
  'packages/actions/src',
  'packages/db/src/apps.json',
  'apps/web/src',
  'apps/admin/src',
];

/** A copy of the files that generators read and write, for a test. */
export class SmallCopy {
  readonly root = mkdtempSync(join(tmpdir(), 'generate-'));

  constructor() {
    for (const path of TOUCHED)
      cpSync(join(repository, path), join(this.root, path), { recursive: true });
    symlinkSync(join(repository, 'node_modules'), join(this.root, 'node_modules'));
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  json(path: string): unknown {
    return JSON.parse(this.read(path));
  }

  /** Every file with its text. */
  all(): Record<string, string> {
    // The link to the installed packages is not followed.
    const top = readdirSync(this.root).filter((name) => name !== 'node_modules');
    const paths = top.flatMap((name) => {
      if (statSync(join(this.root, name)).isFile()) return name;
      const inside = readdirSync(join(this.root, name), { recursive: true, encoding: 'utf8' });
      return inside.map((path) => `${name}/${path}`);
    });
    const files = paths.filter((path) => statSync(join(this.root, path)).isFile());
    return Object.fromEntries(files.toSorted().map((path) => [path, this.read(path)]));
  }

  /** Changes when any file does. */
  fingerprint(): string {
    return createHash('sha256').update(JSON.stringify(this.all())).digest('hex');
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }
}
