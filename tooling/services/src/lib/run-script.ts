import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from './project.ts';

/** Runs one of our TypeScript scripts in a process of its own; throws when it fails. */
export async function runScript(
  script: string,
  env: NodeJS.ProcessEnv,
  onLine: (line: string) => void,
  { args = [], signal }: { args?: string[]; signal?: AbortSignal } = {},
): Promise<void> {
  const child = spawn(process.execPath, [join(projectRoot, script), ...args], {
    cwd: projectRoot,
    env,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', onLine);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`\`node ${script}\` failed; what it printed is above.`);
}
