import { createInterface } from 'node:readline/promises';

/**
 * Asks before something that cannot be taken back; true when the answer is yes.
 * @throws Error where nobody can be asked
 */
export async function confirmed(
  question: string,
  { yes, signal }: { yes: boolean; signal: AbortSignal },
): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY) {
    throw new Error(`${question} Nobody can answer here: add --yes to run it without a question.`);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} Type yes: `, { signal });
  terminal.close();
  return answer.trim() === 'yes';
}
