/** Prints what went wrong as one sentence and makes the process exit with 1. */
export function reportFailure(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  console.error(
    `\n${process.env.PERIMETER_DEBUG && error instanceof Error ? error.stack : message}`,
  );
  process.exitCode = 1;
}
