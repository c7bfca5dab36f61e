import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Name of the variable that marks everything that a run has started. */
export const RUN_VARIABLE = 'PERIMETER_RUN';

/**
 * Ends what an earlier run left whose launcher and guard were both killed. Call it only while holding
 * that run's lock. A process is ours if its environment carries the mark, which is inherited only.
 */
export function endOrphans(mark: string): void {
  for (const pid of findMarked(mark)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone meanwhile.
    }
  }
}

function findMarked(mark: string): number[] {
  const wanted = `${RUN_VARIABLE}=${mark}`;
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && pid !== process.pid)
      .filter((pid) => environmentOf(pid).includes(wanted));
  }
  if (process.platform === 'win32') return [];
  const list = execFileSync('ps', ['-axEww', '-o', 'pid=,command='], { encoding: 'utf8' });
  return list
    .split('\n')
    .filter((line) => line.includes(`${wanted} `) || line.endsWith(wanted))
    .map((line) => Number.parseInt(line, 10))
    .filter((pid) => pid > 0 && pid !== process.pid);
}

function environmentOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
