import { parseArgs } from 'node:util';
import { findRoot } from '../lib/apps.ts';
import { CODES } from '../lib/codes.ts';
import type { Finding } from '../lib/finding.ts';
import { lockPath, writeLock } from '../lib/locks.ts';
import { checkPerimeter, exitCodeOf, readPerimeter } from '../lib/perimeter.ts';
import { markdownFindings, printFindings, summariseFindings } from '../lib/print-findings.ts';
import { printTables } from '../lib/print-table.ts';
import type { Reading } from '../lib/read-app.ts';

const USAGE = `pnpm perimeter                   who can call what: all actions and write handlers of all apps
pnpm perimeter check             fails when that is not what the locks say
pnpm perimeter lock              writes the locks
pnpm perimeter diff [revision]   what is different from the locks of a commit (HEAD); never fails for it

  --json         for machines
  --markdown     findings as a table (check, diff)
  --production   the encryption key has to be set here, valid, and that of the builds (also: NODE_ENV=production)

Reads the production builds: run \`pnpm build\` first. Exit codes: 0 in step, 1 differs, 2 holds what no lock may hold,
3 cannot be read. docs/perimeter.md tells the rest.`;

interface Options {
  json: boolean;
  markdown: boolean;
}

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      production: { type: 'boolean', default: process.env.NODE_ENV === 'production' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [command = 'table', revision] = positionals;
  const commands = { table, check, lock, diff };
  if (values.help || !Object.hasOwn(commands, command)) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 3;
  } else {
    const root = findRoot(process.cwd());
    const key = values.production ? (process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '') : null;
    // As in the builds: a definition that asks says what it says there.
    Object.assign(process.env, { NODE_ENV: 'production' });
    const readings = await readPerimeter(root, key);
    const run = commands[command as keyof typeof commands];
    process.exitCode = run(root, readings, values, revision);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 3;
}

function table(_root: string, readings: Reading[], { json }: Options): number {
  const problems = readings.flatMap(({ problems: own }) => own);
  const found = readings.flatMap(({ found: lock }) => lock ?? []);
  if (json) console.log(JSON.stringify({ apps: found, problems }, null, 2));
  else console.log(printTables(found));
  if (!json && problems.length > 0) console.log(printFindings(problems));
  return exitCodeOf(problems);
}

function check(root: string, readings: Reading[], options: Options): number {
  const findings = checkPerimeter(root, readings, null);
  report(findings, options, 'the locks in this folder');
  return exitCodeOf(findings);
}

function diff(root: string, readings: Reading[], options: Options, revision = 'HEAD'): number {
  const findings = checkPerimeter(root, readings, revision);
  report(findings, options, `the locks of ${revision}`);
  return exitCodeOf(findings) === 3 ? 3 : 0;
}

function lock(root: string, readings: Reading[], options: Options): number {
  const problems = readings.flatMap(({ problems: own }) => own);
  if (problems.length > 0) {
    report(problems, options, 'the locks in this folder');
    console.error('No lock was written: none can hold this.');
    return exitCodeOf(problems);
  }
  const findings = checkPerimeter(root, readings, null);
  for (const { found } of readings) if (found) writeLock(root, found);
  report(findings, options, 'the locks before');
  const paths = readings.map(({ app }) => lockPath(app.name));
  if (!options.json) console.log(`Written: ${paths.join(', ')}. Commit them with the change.`);
  return findings.some(({ code }) => code === 'LOST_LOCK') ? 1 : 0;
}

function report(findings: Finding[], { json, markdown }: Options, since: string): void {
  if (markdown) return console.log(markdownFindings(findings, since));
  if (!json) {
    if (findings.length > 0) console.log(printFindings(findings));
    return console.log(`perimeter: ${summariseFindings(findings)}`);
  }
  const told = findings.map((finding) => ({
    ...finding,
    ...CODES[finding.code],
    why: finding.why,
  }));
  console.log(JSON.stringify({ ok: findings.length === 0, findings: told }, null, 2));
}
