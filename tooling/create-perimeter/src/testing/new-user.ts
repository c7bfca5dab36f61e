import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runGuarded } from '@repo/services/guarded';

const own = fileURLToPath(new URL('../..', import.meta.url));
const MINUTE = 60_000;
const TARBALL = 'create-perimeter.tgz';

/** A machine on which nothing of the kit is: a Node with its npm, git, and a folder with the tarball. */
export interface NewUser {
  home: string;
  env: NodeJS.ProcessEnv;
}

/** Where the users of one run live. `remove` takes all of it away. */
export function createHomes() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'create-soak-')));
  execFileSync('npm', ['pack', '--pack-destination', root], { cwd: own, stdio: 'pipe' });
  const [packed = ''] = readdirSync(root);
  return {
    /** A user of this Node, in a folder of this name. */
    move: (folder: string, major: 20 | 24): NewUser => {
      const home = join(root, folder);
      mkdirSync(home);
      execFileSync('cp', [join(root, packed), join(home, TARBALL)]);
      return { home, env: environment(root, nodeOf(root, major)) };
    },
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Runs the published package as `npx` does, to its end; gives what it printed. */
export async function create({ home, env }: NewUser, args: string[]): Promise<string> {
  const npx = ['-y', `./${TARBALL}`, ...args];
  const { code, output } = await runToEnd('npx', npx, { cwd: home, env });
  if (code !== 0) throw new Error(output.slice(-4000));
  return output;
}

/** Runs `npx -y pnpm@12 <args>` in a product to its end, for a quarter of an hour at most. */
export function pnpm(user: NewUser, folder: string, args: string[]) {
  const options = { cwd: join(user.home, folder), env: user.env };
  return runToEnd('npx', ['-y', 'pnpm@12', ...args], options, 15 * MINUTE);
}

/** Starts `pnpm dev` and waits until it says that all is ready. Whatever happens, it ends with this process. */
export async function dev(user: NewUser, folder: string) {
  const lines: string[] = [];
  let ready = () => {};
  const said = new Promise<void>((resolve) => (ready = resolve));
  const running = runGuarded('npx', ['-y', 'pnpm@12', 'dev'], {
    cwd: join(user.home, folder),
    env: user.env,
    onLine: (line) => {
      lines.push(line);
      if (line.includes('ready in')) ready();
    },
  });
  const late = await isLate(Promise.race([said, running.ended]), 4 * MINUTE);
  if (!late && lines.some((line) => line.includes('ready in'))) return running;
  await running.stop();
  throw new Error(`dev is not ready: ${lines.slice(-40).join('\n')}`);
}

/** Runs git in a product; gives what it printed. */
export function git({ home, env }: NewUser, folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: join(home, folder), env, encoding: 'utf8' });
}

/** What git says of a product that changed. */
export function statusOf(user: NewUser, folder: string): string {
  return git(user, folder, 'status', '--porcelain');
}

async function runToEnd(
  command: string,
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
  limit = 4 * MINUTE,
) {
  const lines: string[] = [];
  const start = performance.now();
  // The guard has no words of its own: a shell says how the command ended.
  const said = ['-c', '"$0" "$@"; echo "exit $?"', command, ...args];
  const running = runGuarded('sh', said, { ...options, onLine: (line) => lines.push(line) });
  if (await isLate(running.ended, limit)) {
    await running.stop();
    throw new Error(`${args.join(' ')} was still going on: ${lines.slice(-20).join('\n')}`);
  }
  const code = Number(lines.pop()?.replace('exit ', ''));
  return { code, output: lines.join('\n'), seconds: (performance.now() - start) / 1000 };
}

/** Whether the limit comes first. */
async function isLate(ended: Promise<unknown>, limit: number): Promise<boolean> {
  const timer = new AbortController();
  const late = sleep(limit, true, { signal: timer.signal }).catch(() => false);
  const first = await Promise.race([late, ended.then(() => false)]);
  timer.abort();
  return first;
}

/** The program of this version, as npm installs it. */
function nodeOf(root: string, major: number): string {
  const args = ['-y', '-p', `node@${major}`, 'node', '-p', 'process.execPath'];
  return execFileSync('npx', args, { env: environment(root, null), encoding: 'utf8' }).trim();
}

/** The environment without the kit: neither its programs, nor npm's settings of the run that is on. */
function environment(root: string, node: string | null): NodeJS.ProcessEnv {
  const path = (process.env.PATH ?? '').split(delimiter);
  const plain = path.filter(
    (folder) => !folder.includes('node_modules') && !folder.includes('pnpm'),
  );
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(?:npm_|NODE_(?:ENV|OPTIONS|PATH)$|PERIMETER_|VITEST|TURBO|E2E_|TEST$|CI$|APP_SECRET|INIT_CWD|NEXT_)/.test(
        name,
      ),
  );
  return {
    ...Object.fromEntries(kept),
    NODE_ENV: undefined,
    // Of its own: a cache that others use at the same time makes `npx` wait for them.
    npm_config_cache: join(root, 'npm-cache'),
    PATH: [...(node ? [dirname(node)] : []), ...plain].join(delimiter),
    GIT_AUTHOR_NAME: 'Author',
    GIT_AUTHOR_EMAIL: 'author@example.test',
    GIT_COMMITTER_NAME: 'Author',
    GIT_COMMITTER_EMAIL: 'author@example.test',
  };
}
