import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { idSuffix } from './older-ids.ts';

const [current, older] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
const place = { filename: 'packages/actions/src/posts/actions.ts', exportedName: 'createPost' };
const idOf = (key: string) => `7f${idSuffix(key, place)}`;

const folder = mkdtempSync(join(tmpdir(), 'current-id-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a process of its own makes of three ids, in an app with this list of actions, and whether it loaded the window. */
function open(list: string, env: Record<string, string>) {
  mkdirSync(join(folder, '.next/server'), { recursive: true });
  writeFileSync(join(folder, '.next/server/server-reference-manifest.json'), list);
  const file = fileURLToPath(new URL('./current-id.ts', import.meta.url));
  const script = `
    import { registerHooks } from 'node:module';
    let loaded = false;
    registerHooks({
      resolve(specifier, context, next) {
        loaded ||= specifier.endsWith('/older-ids.ts');
        return next(specifier, context);
      },
    });
    const { openCurrentId } = await import(${JSON.stringify(file)});
    const currentId = await openCurrentId();
    const ids = ${JSON.stringify([idOf(current), idOf(older), 'forged'])}.map(currentId);
    console.log(JSON.stringify({ ids, loaded }));`;
  const args = ['--input-type=module', '--eval', script];
  const set = { NODE_ENV: 'production', PATH: process.env.PATH ?? '', ...env } as const;
  const options: ExecFileSyncOptions = {
    cwd: folder,
    env: set,
    stdio: ['ignore', 'pipe', 'ignore'],
  };
  return JSON.parse(execFileSync(process.execPath, args, options).toString()) as unknown;
}

const list = JSON.stringify({
  node: { [idOf(current)]: { ...place, workers: {} } },
  edge: {},
  encryptionKey: current,
});
const window = { SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS: older };

test('while no other key is set, nothing of the window is loaded, and only ids of this build are known', () => {
  expect(open(list, {})).toEqual({ ids: [idOf(current), null, null], loaded: false });
  expect(open(list, window)).toEqual({ ids: [idOf(current), idOf(current), null], loaded: true });
});

test.each([
  ['is no JSON', '{'],
  ['names no key', '{"node":{},"edge":{}}'],
  ['names no exports', list.replace('exportedName', 'name')],
])('a list of actions that %s changes nothing: Next decides about every id', (_, broken) => {
  expect(open(broken, window)).toMatchObject({ ids: [idOf(current), idOf(older), 'forged'] });
});
