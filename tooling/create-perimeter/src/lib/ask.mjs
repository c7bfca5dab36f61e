import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { completeChoices } from './choices.mjs';
import { nameProblem, scopeProblem } from './problems.mjs';
import { UsageError } from './usage-error.mjs';

/**
 * @typedef {object} Said
 * @property {string} [folder]
 * @property {string} [scope]
 * @property {boolean} [sample]
 */

/** What is made when no folder is named. */
export const STANDARD_FOLDER = 'my-product';

/**
 * Asks for what the command line has not said: the folder, the scope, whether the sample stays.
 *
 * @param {Said} said
 * @param {{ dependencies: readonly string[], signal: AbortSignal, input?: NodeJS.ReadableStream, output?: NodeJS.WritableStream }} options
 * @returns {Promise<Said>}
 */
export async function ask(
  said,
  { dependencies, signal, input = process.stdin, output = process.stdout },
) {
  const lines = createInterface({ input, output });
  const closed = new AbortController();
  lines.once('close', () =>
    closed.abort(new UsageError('Nothing was made: the questions were left.')),
  );
  /**
   * @param {string} question
   * @param {string} standard
   * @param {(answer: string) => string | null} problem
   */
  const until = async (question, standard, problem) => {
    for (;;) {
      const typed = await lines.question(`${question} (${standard}) `, {
        signal: AbortSignal.any([signal, closed.signal]),
      });
      const answer = typed.trim() || standard;
      const wrong = problem(answer);
      if (!wrong) return answer;
      output.write(`  ${wrong}\n`);
    }
  };
  try {
    const folder =
      said.folder ??
      (await until('Folder of the product?', STANDARD_FOLDER, (it) =>
        nameProblem(basename(it), dependencies),
      ));
    const { scope: standard } = completeChoices({ name: basename(folder) });
    const scope =
      said.scope ??
      (await until('Scope of its packages?', standard, (it) => scopeProblem(it, dependencies)));
    const sample =
      said.sample ??
      /^y/i.test(
        await until('Keep the sample: posts, moderation, public pages?', 'yes', (it) =>
          /^(?:y|yes|n|no)$/i.test(it) ? null : 'Please answer yes or no.',
        ),
      );
    return { folder, scope, sample };
  } catch (error) {
    signal.throwIfAborted();
    closed.signal.throwIfAborted();
    throw error;
  } finally {
    lines.close();
  }
}
