import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runGuarded } from '@repo/services/guarded';

const own = fileURLToPath(new URL('../..', import.meta.url));
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
      return { home, env: environment(nodeOf(major)) };
    },
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Runs the published package as `npx` does, to its end; gives what it printed. */
export async function create({ home, env }: NewUser, args: string[]): Promise<string> {
  const { output } = await runToEnd('npx', ['-y', `./${TARBALL}`, ...args], { cwd: home, env });
  return output;
}

/** Runs `npx -y pnpm@12 <args>` in a product to its end. */
export function pnpm(user: NewUser, folder: string, args: string[]) {
  const options = { cwd: join(user.home, folder), env: user.env };
  return runToEnd('npx', ['-y', 'pnpm@12', ...args], options);
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
  await Promise.race([said, running.ended]);
  if (!lines.some((line) => line.includes('ready in')))
    throw new Error(lines.slice(-40).join('\n'));
  return running;
}

/** What git says of a product that changed. */
export function statusOf({ home, env }: NewUser, folder: string): string {
  const options = { cwd: join(home, folder), env, encoding: 'utf8' } as const;
  return execFileSync('git', ['status', '--porcelain'], options);
}

async function runToEnd(
  command: string,
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
) {
  const lines: string[] = [];
  const start = performance.now();
  const { ended } = runGuarded(command, args, { ...options, onLine: (line) => lines.push(line) });
  await ended;
  return { output: lines.join('\n'), seconds: (performance.now() - start) / 1000 };
}

/** The program of this version, as npm installs it. */
function nodeOf(major: number): string {
  const args = ['-y', '-p', `node@${major}`, 'node', '-p', 'process.execPath'];
  return execFileSync('npx', args, { env: environment(null), encoding: 'utf8' }).trim();
}

/** The environment without the kit: neither its programs, nor npm's settings of the run that is on. */
function environment(node: string | null): NodeJS.ProcessEnv {
  const path = (process.env.PATH ?? '').split(delimiter);
  const plain = path.filter(
    (folder) => !folder.includes('node_modules') && !folder.includes('pnpm'),
  );
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(?:npm_|NODE_|PERIMETER_|VITEST|TURBO|E2E_|TEST$|CI$|APP_SECRET|INIT_CWD|NEXT_)/.test(
        name,
      ),
  );
  return {
    ...Object.fromEntries(kept),
    NODE_ENV: undefined,
    PATH: [...(node ? [dirname(node)] : []), ...plain].join(delimiter),
    GIT_AUTHOR_NAME: 'Author',
    GIT_AUTHOR_EMAIL: 'author@example.test',
    GIT_COMMITTER_NAME: 'Author',
    GIT_COMMITTER_EMAIL: 'author@example.test',
  };
}
