import { parseArgs } from 'node:util';
import { UsageError } from '../lib/usage-error.mjs';

export const HELP = `Brings a later version of the kit into a product: what changed between the version that it was made from and the
later one is merged with what the team changed, by git. Nothing is committed.

  npx create-perimeter@latest update

  --to <kit>       the version to come to: a tarball, a number, or a folder; default: the version that runs
  --from <kit>     the version to come from; default: the recorded one, from the registry
  --dry-run        say what would change, as a diff; change nothing
  --no-install     do not bring pnpm-lock.yaml up to date
  --help

Asks for a clean working tree. docs/guides/update-the-kit.md tells the rest.`;

/**
 * @param {string[]} argv
 * @throws UsageError for what it does not know
 */
export function readOptions(argv) {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        to: { type: 'string' },
        from: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'no-install': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { to, from, help } = values;
    return { to, from, help, dryRun: values['dry-run'], install: !values['no-install'] };
  } catch (error) {
    const [sentence] = String(error instanceof Error ? error.message : error).split(/\. /, 1);
    throw new UsageError(`${sentence}. \`create-perimeter update --help\` lists the options.`);
  }
}
