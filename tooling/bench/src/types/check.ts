import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TypedContender } from './sources.ts';

const workspace = fileURLToPath(new URL('../..', import.meta.url));
const PER_FILE = 10;

/** What the compiler says of itself. */
export interface Effort {
  instantiations: number;
  seconds: number;
}

/** Type-checks a folder with so many generated actions, ten a file, and reads what it took. */
export function checkTypes({ imports, action }: TypedContender, actions: number): Effort {
  const folder = join(workspace, '.reports', `types-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    for (let first = 0; first < Math.max(actions, 1); first += PER_FILE) {
      const numbers = Array.from(
        { length: Math.min(PER_FILE, actions - first) },
        (_, i) => first + i,
      );
      const code = [imports, ...numbers.map(action), 'export {};'].join('\n');
      writeFileSync(join(folder, `actions-${first}.ts`), code);
    }
    writeFileSync(join(folder, 'tsconfig.json'), TSCONFIG);
    return effortOf(run(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const TSCONFIG = JSON.stringify({ extends: '@repo/typescript/react.json', include: ['.'] });

function run(folder: string): string {
  const tsc = join(workspace, 'node_modules', '.bin', 'tsc');
  const args = ['-p', folder, '--extendedDiagnostics', '--singleThreaded'];
  return execFileSync(tsc, args, { encoding: 'utf8', shell: process.platform === 'win32' });
}

function effortOf(diagnostics: string): Effort {
  const read = (name: string) => {
    const found = new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(diagnostics)?.[1];
    if (found === undefined) throw new Error(`tsc reports no "${name}":\n${diagnostics}`);
    return Number(found);
  };
  return { instantiations: read('Instantiations'), seconds: read('Check time') };
}
