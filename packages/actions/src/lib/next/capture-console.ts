// oxlint-disable eslint/no-console -- what it takes the place of
import type { Logger } from '../ports.ts';
import { describeError } from '../classify-error.ts';

/**
 * Sends what is written to `console.error` and `console.warn` through the log. Next prints there whatever a page
 * throws, with all that hangs on it: parameters of the query, contents of the row, text of the client over many lines.
 */
export function captureConsole(logger: Logger): void {
  console.error = (...values: unknown[]) => logger.error(fieldsOf(values), textOf(values));
  console.warn = (...values: unknown[]) => logger.warn(fieldsOf(values), textOf(values));
}

function fieldsOf(values: readonly unknown[]): object {
  const error = values.find((value) => value instanceof Error);
  if (!error) return {};
  const digest = 'digest' in error && typeof error.digest === 'string' ? error.digest : undefined;
  return { ...(digest && { errorId: digest }), err: describeError(error, []) };
}

/** Texts only: of anything else the log has no way to tell what may be shown. */
function textOf(values: readonly unknown[]): string {
  const texts = values.filter((value) => typeof value === 'string');
  return texts.join(' ') || 'written to the console';
}
