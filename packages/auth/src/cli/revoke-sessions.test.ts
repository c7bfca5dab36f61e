import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { database } from '@repo/db/client';
import { useTestDatabase } from '@repo/db/testing';
import { createPerson } from '../lib/testing/create-person.ts';
import { createSession, validateSession } from '../sessions.ts';

await useTestDatabase();
// Each starts the command, which takes a second, or ten on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const script = fileURLToPath(new URL('revoke-sessions.ts', import.meta.url));

async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { PATH: process.env.PATH, DATABASE_URL: process.env.DATABASE_URL };
  return promisify(execFile)(process.execPath, [script, ...args], { env }).then(
    (output) => ({ code: 0, ...output }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

/** Somebody with two sessions in web and one in admin. */
async function signedIn() {
  const { id, email } = await createPerson({ role: 'owner', staffRole: 'admin' });
  const web = [
    await createSession(database(), 'web', id),
    await createSession(database(), 'web', id),
  ];
  const admin = await createSession(database(), 'admin', id);
  const valid = async () =>
    (
      await Promise.all([
        ...web.map((token) => validateSession('web', token)),
        validateSession('admin', admin),
      ])
    ).filter(Boolean).length;
  return { email, valid };
}

test('ends the sessions of one person in both apps, says how many, and leaves everybody else signed in', async () => {
  const [leaked, other] = [await signedIn(), await signedIn()];
  const { code, stdout } = await run(` ${leaked.email.toUpperCase()} `);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^web: 2 sessions of 1 people ended\nadmin: 1 sessions of 1 people ended\n/,
  );
  expect(await leaked.valid()).toBe(0);
  expect(await other.valid()).toBe(3);
});

test('ends the sessions of everybody', async () => {
  const people = [await signedIn(), await signedIn()];
  const { code, stdout } = await run();
  expect(code).toBe(0);
  expect(stdout).toMatch(/^web: \d+ sessions of \d+ people ended\nadmin: /);
  for (const { valid } of people) expect(await valid()).toBe(0);
});

test('an address that nobody has ends nothing and fails', async () => {
  const somebody = await signedIn();
  const { code, stderr } = await run('nobody@example.test');
  expect(code).toBe(1);
  expect(stderr).toBe('Nobody has the address nobody@example.test; no session was ended.\n');
  expect(await somebody.valid()).toBe(3);
});
