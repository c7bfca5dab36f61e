import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { generate } from '../generate.ts';
import { Refusal } from '../lib/plan.ts';
import { questions } from '../questions.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const [name = '', ...given] = process.argv.slice(2).filter((word) => word !== '--args');

try {
  if (!name) throw new Refusal(`Usage: pnpm gen ${Object.keys(questions).join('|')} [answers]`);
  const answers = given.length > 0 ? given : await ask(name);
  console.log(generate(root, name, answers).join('\n'));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** The answers of a person, one question after the other; none where nobody can be asked. */
async function ask(generator: string): Promise<string[]> {
  if (!process.stdin.isTTY) return [];
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers: string[] = [];
  for (const { message, standard } of questions[generator]?.questions ?? []) {
    answers.push(await terminal.question(`${message}${standard ? ` (${standard})` : ''} `));
  }
  terminal.close();
  return answers;
}
