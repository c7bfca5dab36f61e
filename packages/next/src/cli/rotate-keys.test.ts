import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const script = fileURLToPath(new URL('rotate-keys.ts', import.meta.url));
const NAME = 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY';
const key = randomBytes(32).toString('base64');

async function run(env: Record<string, string>, ...args: string[]) {
  const options = { env: { PATH: process.env.PATH, NODE_ENV: 'test', ...env } } as const;
  return promisify(execFile)(process.execPath, [script, ...args], options).then(
    (output) => ({ code: 0, ...output }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

test('prints a key of 32 random bytes, a new one each time, and changes nothing', async () => {
  const [first, second] = [await run({ [NAME]: key }), await run({ [NAME]: key })];
  const made = [first, second].map(
    ({ stdout }) => new RegExp(`^${NAME}=(.+)$`, 'm').exec(stdout)?.[1],
  );
  expect(made.map((text) => Buffer.from(text ?? '', 'base64').length)).toEqual([32, 32]);
  expect(made[0]).not.toBe(made[1]);
  expect(first.stdout).toContain(`SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS=${key}\n`);
});

test('writes a file that only its owner can read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rotate-keys-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, '.env');
  expect((await run({ [NAME]: key }, file)).code).toBe(0);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  chmodSync(file, 0o644);
  writeFileSync(file, `# mine\n${readFileSync(file, 'utf8')}`);
  const { stdout } = await run({ [NAME]: key }, file);
  expect(stdout).not.toContain(key);
  expect(statSync(file).mode & 0o777, 'also one that others could read before').toBe(0o600);
  expect(readFileSync(file, 'utf8').split('\n')).toEqual([
    '# mine',
    expect.stringMatching(`^${NAME}=`),
    `SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS=${key}`,
    '',
  ]);
});

test('a key that is none is refused in one sentence, and nothing is made', async () => {
  const { code, stdout, stderr } = await run({ [NAME]: 'too short' });
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is not base64: [^\n]+\n$/);
});
