import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Lock } from './lock.ts';
import { lockedApps, readLock, writeLock } from './locks.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'locks-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const lock: Lock = { version: 1, app: 'web', exposes: [], roles: {}, actions: [], handlers: [] };

function git(...args: string[]): void {
  const author = ['-c', 'user.name=author', '-c', 'user.email=author@example.test'];
  execFileSync('git', [...author, ...args], { cwd: root, stdio: 'ignore' });
}

test('a lock is read as it stands, and as it stood in a commit', () => {
  git('init');
  expect([readLock(root, 'web', null), lockedApps(root)]).toEqual([null, []]);
  git('commit', '--allow-empty', '-m', 'empty');
  expect(readLock(root, 'web', 'HEAD')).toBeNull();
  writeLock(root, lock);
  git('add', '.');
  git('commit', '-m', 'locks');
  writeLock(root, { ...lock, exposes: ['staff'] });
  expect(readLock(root, 'web', null)?.exposes).toEqual(['staff']);
  expect(readLock(root, 'web', 'HEAD')?.exposes).toEqual([]);
  expect(readLock(root, 'web', 'HEAD^')).toBeNull();
  expect(lockedApps(root)).toEqual(['web']);
});

test('a commit that is not there is said to be missing', () => {
  git('init');
  expect(() => readLock(root, 'web', 'nowhere')).toThrow('There is no commit nowhere');
});
