import type { RuleCases } from '../rule-cases.ts';

const file = 'packages/db/src/client.ts';

export const cases: RuleCases = {
  valid: [
    { file, code: `export const url = databaseEnv().DATABASE_URL;` },
    { file, code: `export const built = process.env.NODE_ENV === 'production';` },
    { file, code: `if (process.env.NEXT_RUNTIME !== 'nodejs') stop();` },
    { file, code: `export const { argv } = process;` },
    { file, code: `import { argv } from 'node:process';` },
    { file, code: `export const of = (app) => app.env.NAME;` },
  ],
  invalid: [
    { file, code: `export const url = process.env.DATABASE_URL;`, says: "this package's env.ts" },
    { file, code: `export const url = process.env['DATABASE_URL'];` },
    { file, code: `export const url = process['env'].DATABASE_URL;` },
    { file, code: `export const url = globalThis.process.env.DATABASE_URL;` },
    { file, code: `export const url = process.env[name];` },
    { file, code: `export const url = process?.env?.DATABASE_URL;` },
    { file, code: `export const { DATABASE_URL } = process.env;` },
    { file, code: `export const { env } = process;` },
    { file, code: `import { env } from 'node:process';` },
    { file, code: `export const all = { ...process.env };` },
    { file, code: `export const read = (source = process.env) => source.DATABASE_URL;` },
  ],
};
