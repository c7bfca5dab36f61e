import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { scriptBeside } from './script-beside.ts';

/** A program that ends with this process, however this process ends. */
export interface Guarded {
  /** Settles when the program has ended. */
  ended: Promise<void>;
  stop: () => Promise<void>;
  /** Ends it at once, as a crash does: it is asked nothing, and tidies nothing up. */
  kill: () => void;
}

/** What to run. */
export interface GuardedOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Called with every line that the program prints. */
  onLine: (line: string) => void;
}

const guard = scriptBeside(import.meta.url, './guard');

/** Runs `command` in a process group of its own, led by a guard that watches this process. */
export function runGuarded(command: string, args: string[], options: GuardedOptions): Guarded {
  const child = spawn(process.execPath, [guard, command, ...args], {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', options.onLine);
  }
  child.stdin.on('error', () => {});
  const ended = once(child, 'exit').then(() => endGroup(child.pid));
  return {
    ended,
    stop: async () => {
      child.stdin.end();
      await ended;
    },
    kill: () => endGroup(child.pid),
  };
}

/** What is left when the guard itself was killed. */
function endGroup(group: number | undefined): void {
  if (!group || process.platform === 'win32') return;
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // Nobody is left.
  }
}
