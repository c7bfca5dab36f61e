import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readExample, variablesIn } from './env-example.ts';
import { repository, repositoryFiles } from './repository-files.ts';

/** What the platform sets, and what one part of the kit tells another: nobody writes these into a file. */
const NOT_FOR_PEOPLE = [
  'NODE_ENV',
  'NEXT_RUNTIME',
  'PATH',
  'E2E_DATABASE_URL',
  'VERCEL',
  'FLY_MACHINE_ID',
  'BENCH_WAY',
];
/** Tests, and this package: its rules and patterns name variables that do not exist. */
const NO_SOURCE = /\.(test|spec)\.tsx?$|^tooling\/lint\/|\/proof\//;
const TELEMETRY = /_TELEMETRY_DISABLED$/;

const file = join(repository, '.env.example');
const text = await readFile(file, 'utf8');
const variables = readExample(text);
const apps = Object.keys(
  JSON.parse(await readFile(join(repository, 'packages/db/src/apps.json'), 'utf8')) as object,
);

/** What the packages make of an environment, read by their own `env.ts` in a process of its own. */
function readEnvironment(set: Record<string, string>, flags: string[] = []): object {
  const script = `
    import { databaseEnv } from './packages/db/src/env.ts';
    import { jobsEnv } from './packages/jobs/src/env.ts';
    import { actionsEnv } from './packages/actions/src/env.ts';
    import { appUrl } from './packages/auth/src/env.ts';
    const urls = ${JSON.stringify(apps)}.map((app) => [app.toUpperCase() + '_URL', appUrl(app).origin]);
    console.log(JSON.stringify({ ...databaseEnv(), ...jobsEnv(), ...actionsEnv(), ...Object.fromEntries(urls) }));`;
  const args = [...flags, '--input-type=module', '--eval', script];
  const options = { cwd: repository, env: { NODE_ENV: 'development', ...set } } as const;
  return JSON.parse(execFileSync(process.execPath, args, options).toString()) as object;
}

/** What `dev` sets when nobody did. */
const brought = {
  DATABASE_URL: 'postgresql://127.0.0.1:5432/perimeter',
  APP_SECRET: 'a secret of thirty-two characters',
};

test('.env.example names the variables that the code reads, each once, and no other', async () => {
  const paths = await repositoryFiles('{apps,packages,tooling}/*/**/*.{ts,tsx,mjs}');
  const sources = paths.filter((path) => !NO_SOURCE.test(path));
  const read = new Set<string>();
  for (const path of sources) {
    const source = await readFile(join(repository, path), 'utf8');
    for (const name of variablesIn(path, source, apps)) read.add(name);
  }
  const forPeople = [...read].filter((it) => !NOT_FOR_PEOPLE.includes(it) && !TELEMETRY.test(it));
  expect(variables.map(({ name }) => name).toSorted()).toEqual(forPeople.toSorted());
});

test('every line of it is a heading, a comment with default and example, or a variable', () => {
  const assignments = text.match(/^(?:# )?[A-Z][A-Z0-9_]*=/gm) ?? [];
  expect(variables).toHaveLength(assignments.length);
});

test('copied to .env as it is, it changes nothing', () => {
  expect(variables.filter(({ value }) => value !== '')).toEqual([]);
  expect(readEnvironment(brought, [`--env-file=${file}`])).toEqual(readEnvironment(brought));
});

test('the defaults that it tells of are those of the code', () => {
  const env = readEnvironment(brought) as Record<string, unknown>;
  const told = variables.filter(({ name }) => name in env && !(name in brought));
  expect(told.length).toBeGreaterThan(5);
  const blank = told.map(({ name }) => [name, String(env[name]) || 'none']);
  expect(blank).toEqual(told.map(({ name, standard }) => [name, standard]));
});

test('its examples are accepted', () => {
  const examples = Object.fromEntries(variables.map(({ name, example }) => [name, example]));
  const env = readEnvironment({ ...examples, NODE_ENV: 'production' });
  expect(env).toMatchObject({ DATABASE_POOL_MAX: 20, WEB_URL: examples.WEB_URL });
  expect(Buffer.from(examples.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '', 'base64')).toHaveLength(32);
});
