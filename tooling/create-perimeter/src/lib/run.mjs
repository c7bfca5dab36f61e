import { spawn } from 'node:child_process';

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, signal: AbortSignal, show?: boolean, env?: NodeJS.ProcessEnv }} options `show` hands it the terminal
 * @returns {Promise<{ code: number | null, output: string }>} `code` is null when it could not be started, or was stopped
 */
export function run(command, args, { cwd, signal, show = false, env = process.env }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      // `npx` and `pnpm` are scripts there.
      shell: show && process.platform === 'win32',
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const stop = () => child.kill();
    signal.addEventListener('abort', stop, { once: true });
    let output = '';
    child.stdout?.on('data', (data) => (output += String(data)));
    child.stderr?.on('data', (data) => (output += String(data)));
    const end = (/** @type {number | null} */ code) => {
      signal.removeEventListener('abort', stop);
      resolve({ code, output: output.trim() });
    };
    child.once('error', () => end(null));
    child.once('close', end);
  });
}
