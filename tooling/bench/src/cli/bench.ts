import { fails } from '../lib/budget.ts';
import { readResults, writeResults } from '../lib/results.ts';
import { table } from '../lib/table.ts';
import { parts } from '../parts.ts';
import { writeSection } from '../readme/readme.ts';

// `pnpm bench` runs all parts and keeps what they find; `pnpm bench calls types` runs and replaces these.
const wanted = process.argv.slice(2);
const results = readResults();

for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) {
  const run = parts[name];
  if (!run) throw new Error(`No part ${name}: there are ${Object.keys(parts).join(', ')}`);
  const part = (results.parts[name] = await run());
  console.log(`\n${part.title}\n${part.about}\n\n${table(part.rows)}\n`);
  for (const verdict of part.verdicts) {
    const { budget, limit, found, met } = verdict;
    const word = met ? 'met   ' : fails(verdict) ? 'MISSED' : 'missed, as decided';
    console.log(`${word} ${budget}: ${found} (${limit})`);
  }
  if (part.verdicts.some(fails)) process.exitCode = 1;
}
writeResults(results);
writeSection();
