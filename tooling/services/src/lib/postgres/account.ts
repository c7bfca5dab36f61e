import { execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';

/** The user that Postgres runs as; it refuses to run as root. */
export interface Account {
  uid: number;
  gid: number;
}

/** Gives the unprivileged account to use when this process is root, else null (run as ourselves). */
export function getAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** Hands `path` to the account, where there is one. */
export function handOver(path: string, account: Account | null): void {
  if (account) chownSync(path, account.uid, account.gid);
}

function idOf(flag: '-u' | '-g'): number {
  try {
    return Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8', stdio: 'pipe' }));
  } catch {
    throw new Error(
      'Postgres refuses to run as root and this machine has no user "nobody" to run it as. ' +
        'Run this command as an ordinary user, or set DATABASE_URL to a Postgres of your own.',
    );
  }
}
