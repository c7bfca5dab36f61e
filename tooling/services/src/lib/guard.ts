// Leads the process group of one program. When standard input closes (the launcher asks, or was
// killed), the whole group ends: politely, then by force.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 5_000;
const [command = '', ...args] = process.argv.slice(2);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

const program = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
const ended = once(program, 'exit') as Promise<[number | null]>;

process.stdin.resume();
const code = await Promise.race([once(process.stdin, 'close').then(() => null), ended]);
endGroup('SIGTERM');
await Promise.race([ended, sleep(PATIENCE_MS)]);
process.exitCode = code?.[0] ?? 1;
if (process.platform !== 'win32') process.once('exit', () => endGroup('SIGKILL'));
process.exit();

function endGroup(signal: NodeJS.Signals): void {
  if (process.platform === 'win32') program.kill();
  else process.kill(-process.pid, signal);
}
