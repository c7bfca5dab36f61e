import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const SQLITE_BUSY = 5;

/** A lock that the kernel releases when its process ends, however it ends. */
export type Exclusive = { release(): void };

/**
 * Takes the lock kept in `file`, or gives null while another holder has it.
 * Node has no flock; SQLite's own file lock is the same thing on every platform.
 */
export function takeExclusive(file: string): Exclusive | null {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null;
    throw error;
  }
  return {
    release: () => {
      if (database.isOpen) database.close();
    },
  };
}
