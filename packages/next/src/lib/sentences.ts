/** What an error says to people: a ZodError names each variable in a sentence of its own. */
export function sentences(error: unknown): string[] {
  if (error instanceof Error && 'issues' in error)
    return (error.issues as { message: string }[]).map(({ message }) => message);
  return [error instanceof Error ? error.message : String(error)];
}
