import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { questions as all } from '../../tooling/generators/src/questions.ts';

/** What this file needs of plop, which turbo gives it. */
interface Plop {
  setGenerator: (name: string, generator: object) => unknown;
  getDestBasePath: () => string;
}

/** `turbo gen` asks what `pnpm gen` asks, and runs it (docs/decisions/0028-generators.md). */
export default function register(plop: Plop): void {
  for (const [name, { description, questions }] of Object.entries(all)) {
    plop.setGenerator(name, {
      description,
      prompts: questions.map((question) => ({
        type: 'input',
        name: question.name,
        message: question.message,
        default: question.standard,
      })),
      actions: [
        (answers: Record<string, string>) => {
          const root = plop.getDestBasePath();
          const script = join(root, 'tooling/generators/src/cli/gen.ts');
          const args = questions.map((question) => answers[question.name] ?? '');
          return execFileSync('node', [script, name, ...args], { encoding: 'utf8' });
        },
      ],
    });
  }
}
