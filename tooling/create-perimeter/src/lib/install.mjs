import { amendCommit } from './first-commit.mjs';
import { run } from './run.mjs';

/** The package manager of a product, on any machine with npm. */
export const PNPM = 'npx -y pnpm@12';

/**
 * Installs the dependencies of a product, and lets its formatter break the lines that its names have made too long. It
 * stays whole when that fails.
 *
 * @param {string} target
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>} whether it worked
 */
export async function install(target, signal) {
  console.log(`\nInstalling dependencies (${PNPM} install) ...\n`);
  const [command = '', ...args] = PNPM.split(' ');
  const { code } = await run(command, [...args, 'install'], { cwd: target, signal, show: true });
  if (code === 0) {
    await run(command, [...args, 'format'], { cwd: target, signal });
    await amendCommit(target, signal);
    return true;
  }
  const why = signal.aborted ? 'were not installed, as you stopped it' : 'could not be installed';
  console.error(
    `\nThe product is whole, but its dependencies ${why}. \`${PNPM} install\` goes on.`,
  );
  return false;
}
