import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '../lib/postgres/testing.ts';

const APPS = fileURLToPath(new URL('../../../../packages/db/src/apps.json', import.meta.url));
const SERVER = `
const { createServer } = require('node:http');
const names = ['NODE_ENV', 'DATABASE_URL', 'APP_SECRET', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', 'WEB_URL', 'ADMIN_URL', 'SUPPORT_URL', 'FROM_FILE', 'FROM_BOTH', 'FROM_BLANK', '__NEXT_DEV_WAIT_FOR_TURBOPACK_SHUTDOWN'];
const body = JSON.stringify(Object.fromEntries(names.map((name) => [name, process.env[name]])));
createServer((_, response) => response.end(body)).listen(Number(process.argv[2]));
`;
// Like Next: the command is one process, the server another.
const NEXT = `
const { spawn } = require('node:child_process');
const port = process.argv[process.argv.indexOf('-p') + 1];
const server = spawn(process.execPath, [require.resolve('./server.cjs'), port], { stdio: 'inherit' });
server.on('exit', (code) => process.exit(code ?? 1));
process.on('SIGTERM', () => server.kill());
`;

/** A small project around a copy of this package: instant apps in the place of Next's. */
export class SmallProject {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'services-test-')));

  constructor() {
    const source = fileURLToPath(new URL('..', import.meta.url));
    cpSync(source, join(this.root, 'tooling/services/src'), { recursive: true });
    this.write('package.json', '{ "type": "module" }');
    for (const script of ['migrate', 'seed']) {
      this.write(`packages/db/src/cli/${script}.ts`, `console.log('${script}: done');`);
    }
    this.write(
      'packages/actions/src/cli/worker.ts',
      "console.log('worker started'); setInterval(() => {}, 1000);",
    );
    const { web, admin } = JSON.parse(readFileSync(APPS, 'utf8')) as Record<string, object>;
    this.write('packages/db/src/apps.json', JSON.stringify({ web, admin }));
    for (const app of ['web', 'admin']) this.addApp(app);
  }

  addApp(app: string): void {
    this.write(`apps/${app}/package.json`, '{}');
    const next = `apps/${app}/node_modules/next`;
    this.write(`${next}/package.json`, '{ "name": "next" }');
    this.write(`${next}/dist/bin/server.cjs`, SERVER);
    this.write(`${next}/dist/bin/next`, NEXT);
    this.write(`${next}/dist/package.json`, '{ "type": "commonjs" }');
  }

  write(file: string, content: string): void {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), content);
  }

  read(file: string): string {
    return readFileSync(join(this.root, file), 'utf8');
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** A command of this package that runs in a project. */
export interface Running {
  child: ChildProcess;
  output: () => string;
  exitCode: Promise<number | null>;
  /** Waits until the output holds the text. */
  says: (text: string) => Promise<void>;
}

/** Runs `src/cli/<name>.ts` of the project. */
export function runCommand(
  root: string,
  name: string,
  env: Record<string, string>,
  args: string[] = [],
): Running {
  const script = join(root, 'tooling/services/src/cli', `${name}.ts`);
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => (output += data.toString()));
  }
  const exitCode = new Promise<number | null>((resolve) => child.once('close', resolve));
  const says = async (text: string) => {
    await until(
      () => output.includes(text) || child.exitCode !== null,
      `"${text}" in the output:\n${output}`,
    );
    if (!output.includes(text)) throw new Error(`Ended without saying "${text}":\n${output}`);
  };
  return { child, output: () => output, exitCode, says };
}
