import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.mjs';

export const HELP = `Makes a product of your own: several Next.js apps on shared packages, in which every Server Action is declared,
guarded, listed and reviewed.

  npm create perimeter@latest my-product
  pnpm create perimeter my-product --scope @acme --minimal

  my-product         the folder to make; its last part is the product's name

  --yes, -y          take the defaults for what is not said, ask nothing
  --scope @acme      scope of the workspace packages; default: @ and the name
  --title "Acme"     the name that people read; default: from the name
  --port 3000        port of web in development, admin has the next one; default: a pair by the name
  --minimal          without the sample (posts): accounts and one example action
  --no-git           no repository and no first commit
  --no-install       dependencies are installed by the first command instead
  --dry-run          say what would be made, make nothing
  --version, --help

  create-perimeter update --help      brings a later version of the kit into a product`;

/**
 * What the command line says; `undefined` where it says nothing.
 *
 * @param {string[]} argv
 * @throws UsageError for what it does not know
 */
export function readArguments(argv) {
  /** @type {ReturnType<typeof parse>} */
  let parsed;
  try {
    parsed = parse(argv);
  } catch (error) {
    const [sentence] = String(error instanceof Error ? error.message : error).split(/\. /, 1);
    throw new UsageError(`${sentence}. --help lists the options.`);
  }
  const { values, positionals } = parsed;
  if (positionals.length > 1)
    throw new UsageError(
      `One folder is made at a time, and ${positionals.length} are named: ${positionals.join(', ')}. Put a name with spaces into quotes.`,
    );
  const { scope, port } = values;
  return {
    folder: positionals[0],
    scope: scope === undefined || scope.startsWith('@') ? scope : `@${scope}`,
    title: values.title,
    port: port === undefined ? undefined : Number(port.trim() || 'none'),
    sample: values.minimal ? false : undefined,
    yes: values.yes ?? false,
    git: !values['no-git'],
    install: !values['no-install'],
    dryRun: values['dry-run'] ?? false,
    help: values.help ?? false,
    version: values.version ?? false,
  };
}

/** @param {string[]} args */
function parse(args) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      yes: { type: 'boolean', short: 'y' },
      scope: { type: 'string' },
      title: { type: 'string' },
      port: { type: 'string' },
      minimal: { type: 'boolean' },
      'no-git': { type: 'boolean' },
      'no-install': { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });
}
