import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Process id of the parent of `pid`; 0 when it cannot be told. */
export function parentOf(pid: number): number {
  try {
    if (process.platform === 'win32') return 0;
    if (process.platform !== 'linux') {
      return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }));
    }
    // "pid (name) state ppid": the name may hold spaces and brackets.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}
