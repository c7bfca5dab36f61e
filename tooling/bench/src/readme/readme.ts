import { readFileSync, writeFileSync } from 'node:fs';
import { readResults } from '../lib/results.ts';
import { section } from './section.ts';

const file = new URL('../../../../README.md', import.meta.url);
const BETWEEN = /(?<=<!-- bench -->\n\n).*?(?=\n\n<!-- \/bench -->)/s;

/** What the README says of the bench now. */
export function writtenSection(): string {
  const found = BETWEEN.exec(readFileSync(file, 'utf8'))?.[0];
  if (found === undefined) throw new Error('README.md has no <!-- bench --> ... <!-- /bench -->');
  return found;
}

/** Writes what the results say. */
export function writeSection(): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(BETWEEN, () => section(readResults())),
  );
}
