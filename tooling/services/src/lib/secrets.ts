import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './project.ts';

/** Secrets of this checkout, for development and tests only. */
export type Secrets = { APP_SECRET: string; NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: string };

/** Gives the secrets kept in `.data/secrets.json`; makes them the first time. The environment wins. */
export function getSecrets(file = join(projectRoot, '.data', 'secrets.json')): Secrets {
  const kept = read(file) ?? make(file);
  return {
    APP_SECRET: process.env.APP_SECRET ?? kept.APP_SECRET,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY:
      process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? kept.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
  };
}

function read(file: string): Secrets | null {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
    const { APP_SECRET, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY } = kept;
    if (!APP_SECRET || !NEXT_SERVER_ACTIONS_ENCRYPTION_KEY) return null;
    return { APP_SECRET, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY };
  } catch {
    return null;
  }
}

function make(file: string): Secrets {
  const secrets = {
    APP_SECRET: randomBytes(32).toString('base64url'),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  };
  mkdirSync(dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(partial, file);
  return secrets;
}
