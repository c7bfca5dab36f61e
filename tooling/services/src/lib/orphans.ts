import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Name of the variable that marks everything that a run has started. */
export const RUN_VARIABLE = 'PERIMETER_RUN';

/**
 * Ends what an earlier run left whose launcher and guard were both killed. Call it only while holding
 * that run's lock. A process is ours if its environment carries the mark, which is inherited only.
 */
export async function endOrphans(mark: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const orphans = findMarked(mark);
    if (orphans.length === 0) return;
    for (const pid of orphans) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Gone meanwhile.
      }
    }
    // Their ports are free only once they are really gone.
    await sleep(100);
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
