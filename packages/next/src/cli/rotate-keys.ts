import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { nextEnv, nextEnvProblems } from '../env.ts';
import { environmentLines, instructions, rotate, withLines } from '../lib/rotation/rotate-keys.ts';

/** Run by `pnpm keys:rotate`, which brings the environment: `rotate-keys.ts [file to write]`. */
const [file] = process.argv.slice(2);

const problems = nextEnvProblems();

if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  process.exitCode = 1;
} else {
  const {
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: current = '',
    SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS: previous = [],
  } = nextEnv();
  const before = { current, previous };
  const after = rotate(before, randomBytes(32).toString('base64'));
  if (file) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    // The mode below is for a new file: one that is there keeps its own.
    if (existsSync(file)) chmodSync(file, 0o600);
    writeFileSync(file, withLines(text, environmentLines(after)), { mode: 0o600 });
    console.log('.env has a new key, and the old one in the window. Build and start again.');
  } else {
    console.log(instructions(before, after));
  }
}
