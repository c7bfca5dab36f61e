import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create } from './create.mjs';
import { HELP, readArguments } from './lib/arguments.mjs';
import { readTemplate } from './lib/template.mjs';
import { UsageError } from './lib/usage-error.mjs';

const templateDir = fileURLToPath(new URL('../template', import.meta.url));
const updateDoor = new URL('./update/cli.mjs', import.meta.url);
const INTERRUPTED = 130;

/**
 * The command line. Ends the process: 0 when all was done, 1 with a sentence when not, 130 when interrupted.
 *
 * @param {string[]} argv
 */
export async function main(argv) {
  const interruption = new AbortController();
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(name, () => interruption.abort(new UsageError('Interrupted: nothing was made.')));
  }
  try {
    const code = await run(argv, interruption.signal);
    process.exitCode = interruption.signal.aborted ? INTERRUPTED : code;
  } catch (error) {
    const known = error instanceof UsageError;
    console.error(known ? `\n${error.message}` : error);
    process.exitCode = interruption.signal.aborted ? INTERRUPTED : 1;
  }
  process.exit();
}

/**
 * @param {string[]} argv
 * @param {AbortSignal} signal
 * @returns {Promise<number>}
 */
async function run(argv, signal) {
  if (argv[0] === 'update' && existsSync(updateDoor)) {
    const { runUpdate } = await import(updateDoor.href);
    return runUpdate(argv.slice(1));
  }
  const options = readArguments(argv);
  if (options.help) console.log(HELP);
  else if (options.version) console.log((await readTemplate(templateDir)).kit);
  else return create(options, { templateDir, signal });
  return 0;
}
