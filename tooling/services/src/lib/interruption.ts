import { commandLine } from './command-line.ts';
import { parentOf } from './parent-of.ts';

const LOOK_EVERY_MS = 1_000;
const RUNNER = /^(\S*\/)?(node \S*\/)?(npm|npx|pnpm)(-cli)?(\.[cm]?js)?( |$)/;
const SHELL = /^(\S*\/)?(ba|da|z)?sh (-e )?-c /;

/** A signal that aborts on Ctrl-C, SIGTERM or SIGHUP, and when npm or pnpm above us was killed. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      // The second time people mean it; guard and watchdog do the rest.
      if (controller.signal.aborted) process.exit(1);
      controller.abort(new Error('interrupted'));
    });
  }
  const runners = runnersAbove();
  const timer = setInterval(() => {
    if (runners.every(isAlive)) return;
    clearInterval(timer);
    controller.abort(new Error('interrupted'));
  }, LOOK_EVERY_MS);
  timer.unref();
  return controller.signal;
}

/**
 * The chain `npx` -> `sh` -> `pnpm` -> `sh` that runs this script. Shells above it do not count:
 * they may well end before us (`npx -y pnpm@12 dev &`).
 */
function runnersAbove(): number[] {
  const chain: number[] = [];
  let known = 0;
  for (let pid = process.ppid; pid > 1; pid = parentOf(pid)) {
    const command = commandLine(pid);
    if (!RUNNER.test(command) && !SHELL.test(command)) break;
    chain.push(pid);
    if (RUNNER.test(command)) known = chain.length;
  }
  return chain.slice(0, known);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
