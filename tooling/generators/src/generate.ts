import { action } from './action.ts';
import { app } from './app.ts';
import type { Generator } from './lib/generator.ts';
import { Plan, Refusal } from './lib/plan.ts';
import { workspacePackage } from './package.ts';
import { questions } from './questions.ts';

const generators: Record<string, Generator> = { app, action, package: workspacePackage };

/**
 * Runs one generator on a repository.
 *
 * @returns what was written, and what to do next
 * @throws Refusal when that cannot be; then nothing was changed
 */
export function generate(root: string, name: string, answers: string[]): string[] {
  const generator = generators[name];
  const asked = questions[name]?.questions;
  if (!generator || !asked) {
    throw new Refusal(`There is no generator "${name}": ${Object.keys(generators).join(', ')}.`);
  }
  const given = asked.map(({ standard }, at) => answers[at]?.trim() || standard);
  if (given.includes(undefined) || answers.length > asked.length) {
    throw new Refusal(`Usage: pnpm gen ${name} ${asked.map((it) => `<${it.name}>`).join(' ')}`);
  }
  const plan = new Plan(root);
  const next = generator(plan, given as string[]);
  plan.write();
  return [...plan.paths.map((path) => `  ${path}`), '', 'Next:', ...next.map((it) => `  ${it}`)];
}
