import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { getFreePort, isPortFree } from '../lib/free-port.ts';
import { processesWith, until } from '../lib/postgres/testing.ts';
import { type Postgres, startPostgres } from '../postgres.ts';
import { type Running, runCommand, SmallProject } from './testing.ts';

let postgres: Postgres;
let project: SmallProject;
let env: Record<string, string>;
let running: Running[];

beforeAll(async () => {
  postgres = await startPostgres({ ephemeral: true });
});
afterAll(() => postgres.stop());

beforeEach(async () => {
  project = new SmallProject();
  running = [];
  env = {
    DATABASE_URL: postgres.url,
    WEB_PORT: String(await getFreePort()),
    ADMIN_PORT: String(await getFreePort()),
  };
});
afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await until(() => processesWith(project.root).length === 0, 'no process is left');
  project.remove();
});

function dev(more: Record<string, string> = {}): Running {
  const command = runCommand(project.root, 'dev', { ...env, ...more });
  running.push(command);
  return command;
}

const environmentOf = async (port = env.WEB_PORT) =>
  (await (await fetch(`http://127.0.0.1:${port}/`)).json()) as Record<string, string>;

test('ends its start-up with the URLs, the sign-ins, the place of the data and how to stop', async () => {
  const { says, output } = dev();
  await says('ready in');
  const block = output().slice(output().indexOf('-----'));
  for (const text of [
    `http://localhost:${env.WEB_PORT}`,
    `http://localhost:${env.ADMIN_PORT}`,
    'author@example.test',
    'member@example.test',
    'staff@example.test',
    'perimeter-dev-only',
    'perimeter:***@',
    'jobs      run in a worker',
    'Ctrl-C',
  ]) {
    expect(block).toContain(text);
  }
});

test('starts the worker once the apps answer, and again when its code changes', async () => {
  const { says, output } = dev();
  await says('[worker] worker started');
  expect(output().indexOf('ready in')).toBeLessThan(output().indexOf('worker started'));
  project.write('packages/actions/src/cli/worker.ts', "console.log('worker changed');");
  await says('[worker] worker changed');
});

test('a worker whose guard was killed takes the rest with it, exit code 1', async () => {
  const { says, exitCode, output } = dev();
  await says('[worker] worker started');
  for (const pid of processesWith(project.root, 'cli/worker.ts')) process.kill(pid, 'SIGKILL');
  expect(await exitCode).toBe(1);
  expect(output().match(/\w+ has ended by itself/g)).toEqual(['worker has ended by itself']);
});

test('an entry in the list of apps is all that an app more needs', async () => {
  const port = await getFreePort();
  const known = JSON.parse(project.read('packages/db/src/apps.json')) as object;
  const all = { ...known, support: { port, signIns: ['member@example.test'] } };
  project.write('packages/db/src/apps.json', JSON.stringify(all));
  project.addApp('support');
  const { says, output } = dev();
  await says('ready in');
  expect(output()).toContain(`http://localhost:${port}`);
  expect((await environmentOf(String(port))).SUPPORT_URL).toBe(`http://localhost:${port}`);
});

test('an app that is not in the list is refused with those that are', async () => {
  const { exitCode, output } = runCommand(project.root, 'dev', env, ['wbe']);
  expect(await exitCode).toBe(1);
  expect(output().trim()).toBe('There is no app "wbe": packages/db/src/apps.json has web, admin.');
});

test('says each step on the way', async () => {
  const { says, output } = dev();
  await says('ready in');
  const steps = ['database', 'migrations', 'seed', 'web', 'admin'];
  const places = steps.map((step) => output().search(new RegExp(`^ {2}${step} .*ready`, 'm')));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places.slice(0, 3)).toEqual(places.slice(0, 3).toSorted((a, b) => a - b));
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s stops everything with exit code 0',
  async (name) => {
    const { says, child, exitCode } = dev();
    await says('ready in');
    child.kill(name);
    expect(await exitCode).toBe(0);
    expect(processesWith(project.root)).toEqual([]);
    expect(await isPortFree(Number(env.WEB_PORT))).toBe(true);
  },
);

test('gives the apps everything they require, the same secrets every time', async () => {
  const first = dev();
  await first.says('ready in');
  const web = await environmentOf();
  expect(web).toMatchObject({
    NODE_ENV: 'development',
    DATABASE_URL: postgres.url,
    WEB_URL: `http://localhost:${env.WEB_PORT}`,
    ADMIN_URL: `http://localhost:${env.ADMIN_PORT}`,
  });
  expect(web.APP_SECRET?.length).toBeGreaterThanOrEqual(32);
  expect(Buffer.from(web.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '', 'base64')).toHaveLength(32);
  expect(await environmentOf(env.ADMIN_PORT)).toEqual(web);
  first.child.kill('SIGINT');
  await first.exitCode;
  await dev().says('ready in');
  expect(await environmentOf()).toEqual(web);
});

test('lets Next write its cache when it is stopped, so that the next start is a warm one', async () => {
  await dev().says('ready in');
  expect((await environmentOf()).__NEXT_DEV_WAIT_FOR_TURBOPACK_SHUTDOWN).toBe('1');
});

test('reads .env; what is set already wins; blank means unset', async () => {
  project.write('.env', 'FROM_FILE=file\nFROM_BOTH=file\nFROM_BLANK=file\nADMIN_URL=\n');
  await dev({ FROM_BOTH: 'real', FROM_BLANK: '', WEB_URL: ' ' }).says('ready in');
  expect(await environmentOf()).toMatchObject({
    FROM_FILE: 'file',
    FROM_BOTH: 'real',
    FROM_BLANK: 'file',
    WEB_URL: `http://localhost:${env.WEB_PORT}`,
    ADMIN_URL: `http://localhost:${env.ADMIN_PORT}`,
  });
});

test('a taken port ends it before anything starts', async () => {
  const foreign = createServer().listen(Number(env.ADMIN_PORT), '127.0.0.1');
  const { exitCode, output } = dev();
  expect(await exitCode).toBe(1);
  foreign.close();
  expect(output().trim()).toMatch(
    /^Port \d+ is taken by another program\..*ADMIN_PORT=\d+ npx -y pnpm@12 dev$/,
  );
});

test('a database that does not answer ends it, without showing the password', async () => {
  const { exitCode, output } = dev({ DATABASE_URL: 'postgresql://a:hunter2@127.0.0.1:1/b' });
  expect(await exitCode).toBe(1);
  expect(output()).toContain('does not answer (ECONNREFUSED)');
  expect(output()).not.toContain('hunter2');
});

test.each([
  ['a migration', 'migrate'],
  ['sample data', 'seed'],
])('%s that fails ends it before the apps start', async (_, script) => {
  project.write(
    `packages/db/src/cli/${script}.ts`,
    "console.error('no such column'); process.exit(1);",
  );
  const { exitCode, output } = dev();
  expect(await exitCode).toBe(1);
  expect(output()).toContain('no such column');
  expect(output()).not.toMatch(/^ {2}web/m);
});

test('an app that ends by itself takes the rest with it, exit code 1', async () => {
  const { says, exitCode, output } = dev();
  await says('ready in');
  for (const pid of processesWith(project.root, 'server.cjs', env.ADMIN_PORT ?? ''))
    process.kill(pid, 'SIGKILL');
  expect(await exitCode).toBe(1);
  expect(output()).toContain('admin has ended by itself');
  expect(processesWith(project.root)).toEqual([]);
});

test.each([
  ['dev itself', ['cli/dev.ts']],
  ['the guards', ['lib/guard.ts']],
  ['dev and the guards', ['cli/dev.ts', 'lib/guard.ts']],
  ['all but the servers', ['cli/dev.ts', 'lib/guard.ts', 'dist/bin/next ']],
])('kill -9 of %s does not block the next start', async (_, words) => {
  await dev().says('ready in');
  const victims = words.flatMap((word) => processesWith(project.root, word));
  expect(victims).not.toEqual([]);
  for (const pid of victims) process.kill(pid, 'SIGKILL');
  await dev().says('ready in');
  expect(await environmentOf()).toMatchObject({ NODE_ENV: 'development' });
});
