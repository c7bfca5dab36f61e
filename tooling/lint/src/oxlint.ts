import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What oxlint reported: `code` is `plugin(rule)`. */
export interface Problem {
  file: string;
  code: string;
  message: string;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs oxlint with `config` over `files` (path: text) in a directory that is gone afterwards. */
export async function oxlint(config: object, files: Record<string, string>): Promise<Problem[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lint-'));
  try {
    const all = { ...files, '.oxlintrc.json': JSON.stringify(config), 'tsconfig.json': tsconfig };
    for (const [path, text] of Object.entries(all)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return parse(await run(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const tsconfig = JSON.stringify({
  compilerOptions: { strict: true, noEmit: true, module: 'preserve', types: [] },
});

function run(cwd: string): Promise<string> {
  const manifest = createRequire(join(root, 'package.json')).resolve('oxlint/package.json');
  const bin = join(dirname(manifest), 'bin/oxlint');
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [bin, '--format', 'json'], { cwd }, (error, stdout, stderr) => {
      if (stdout.startsWith('{')) resolve(stdout);
      else reject(new Error(`oxlint did not run: ${stderr}${stdout}`, { cause: error }));
    });
  });
}

function parse(output: string): Problem[] {
  const report = JSON.parse(output) as {
    diagnostics: { filename: string; code?: string; message: string }[];
  };
  return report.diagnostics.map(({ filename, code = 'syntax', message }) => ({
    file: filename.replaceAll('\\', '/'),
    code,
    message,
  }));
}
