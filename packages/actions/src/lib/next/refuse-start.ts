/**
 * Ends the process with one sentence per problem.
 * @param error what was thrown: a ZodError names each variable in a sentence of its own
 */
export function refuseStart(app: string, error: unknown): never {
  for (const message of sentences(error)) process.stderr.write(`${app} cannot start: ${message}\n`);
  process.exit(1);
}

function sentences(error: unknown): string[] {
  if (error instanceof Error && 'issues' in error) {
    return (error.issues as { message: string }[]).map(({ message }) => message);
  }
  return [error instanceof Error ? error.message : String(error)];
}
