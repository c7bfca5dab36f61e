import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { projectRoot } from './project.ts';

/** How a command of a stage went. */
export interface CommandOutcome {
  ok: boolean;
  /** For the summary: what turbo took from its cache, which tasks failed, what the perimeter check found. */
  note: string;
}

const bin = join(projectRoot, 'node_modules', '.bin');

/** Runs a program of the root's `node_modules/.bin` and shows what it prints. */
export async function runProgram(
  name: string,
  args: string[],
  options: { env?: Record<string, string>; signal: AbortSignal },
): Promise<CommandOutcome> {
  const path = `${bin}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(name, args, {
    cwd: projectRoot,
    env: {
      ...process.env,
      PATH: path,
      TURBO_TELEMETRY_DISABLED: '1',
      ...colours(),
      ...options.env,
    },
    shell: process.platform === 'win32',
    signal: options.signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let note = '';
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      const plain = stripVTControlCharacters(line);
      const cached = /Cached:\s+(\d+) cached, (\d+) total/.exec(plain);
      if (cached) note = `${cached[1]} of ${cached[2]} cached`;
      const failed = /^Failed:\s+(.+)/.exec(plain);
      if (failed) note += `; failed: ${failed[1]}`;
      const perimeter = /^perimeter: (.+)/.exec(plain);
      if (perimeter?.[1]) note = perimeter[1];
      console.log(line);
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { ok: code === 0, note };
}

/** Runs a turbo task, going on after failures, showing only what was not cached. */
export function runTurbo(
  task: string,
  options: {
    env?: Record<string, string>;
    concurrency?: string;
    /** Arguments for the task's own command. */
    passed?: string[];
    signal: AbortSignal;
  },
): Promise<CommandOutcome> {
  const { env = {}, concurrency = '100%', passed = [], signal } = options;
  const flags = [
    '--continue',
    `--concurrency=${concurrency}`,
    '--output-logs=new-only',
    '--log-order=stream',
  ];
  const own = passed.length > 0 ? ['--', ...passed] : [];
  return runProgram('turbo', ['run', task, ...flags, ...own], { env, signal });
}

function colours(): Record<string, string> {
  return process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
}
