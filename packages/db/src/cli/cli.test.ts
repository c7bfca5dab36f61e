import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { database } from '../client.ts';
import { createUser } from '../lib/testing/rows.ts';
import { getUser } from '../queries/users.ts';
import { users } from '../schema.ts';
import { useTestDatabase } from '../testing.ts';

await useTestDatabase();
// Each command is a process of its own.
vi.setConfig({ testTimeout: 60_000 });

async function run(script: 'migrate' | 'seed' | 'reset', env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [fileURLToPath(new URL(`${script}.ts`, import.meta.url))], {
    env: { PATH: process.env.PATH, DATABASE_URL: process.env.DATABASE_URL, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, output };
}

const people = () => database().$count(users);
const production = { NODE_ENV: 'production' };

test('a production database is never reset, whatever is allowed otherwise', async () => {
  const { id } = await createUser();
  const { code, output } = await run('reset', { ...production, PERIMETER_ALLOW_SEED: '1' });
  expect(code).toBe(1);
  expect(output).toBe('A production database is not reset.\n');
  expect((await database().select().from(users)).map((user) => user.id)).toEqual([id]);
});

test('production gets no sample data, unless somebody insists', async () => {
  await database().delete(users);
  const { code, output } = await run('seed', production);
  expect(code).toBe(1);
  expect(output).toContain('PERIMETER_ALLOW_SEED=1');
  expect(await people()).toBe(0);
  expect((await run('seed', { ...production, PERIMETER_ALLOW_SEED: '1' })).code).toBe(0);
  expect(await people()).toBeGreaterThan(30);
});

test('reset deletes everything and gives the sample data anew; seed then changes nothing', async () => {
  const { id } = await createUser();
  const before = await people();
  expect((await run('reset')).code).toBe(0);
  expect(await getUser(id)).toBe(null);
  expect(await people()).toBe(before - 1);
  expect((await run('migrate')).code).toBe(0);
  expect(await run('seed')).toEqual({
    code: 0,
    output: 'There are people in this database already; nothing was changed.\n',
  });
  expect(await people()).toBe(before - 1);
});

test('where there is nothing to do, drizzle is not loaded: each start of dev waits for both', async () => {
  const refuse = `import { registerHooks } from 'node:module';
    registerHooks({ resolve: (name, context, next) => {
      if (name.startsWith('drizzle-orm')) throw new Error('drizzle was loaded');
      return next(name, context);
    } });`;
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(refuse)}` };
  expect((await run('reset', env)).output).toContain('drizzle was loaded');
  await createUser();
  expect((await run('seed', env)).code).toBe(0);
  expect(await run('migrate', env)).toEqual({ code: 0, output: '' });
});

test('without an address every command fails and names the variable', async () => {
  for (const script of ['migrate', 'seed', 'reset'] as const) {
    const { code, output } = await run(script, { DATABASE_URL: '' });
    expect(code).toBe(1);
    expect(output).toContain('DATABASE_URL must be a Postgres address');
  }
});
