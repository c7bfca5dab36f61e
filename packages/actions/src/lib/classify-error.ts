import type { BuiltInCode } from '../result.ts';

const CODES: Record<string, BuiltInCode> = {
  // Postgres: two transactions in each other's way, and a statement over its time.
  '40001': 'CONFLICT',
  '40P01': 'CONFLICT',
  '55P03': 'CONFLICT',
  '57014': 'TIMEOUT',
  // No database, or none for us: starting, stopping, out of connections.
  '53300': 'UNAVAILABLE',
  '57P01': 'UNAVAILABLE',
  '57P03': 'UNAVAILABLE',
  CONNECT_TIMEOUT: 'UNAVAILABLE',
  CONNECTION_CLOSED: 'UNAVAILABLE',
  CONNECTION_ENDED: 'UNAVAILABLE',
  CONNECTION_DESTROYED: 'UNAVAILABLE',
  ECONNREFUSED: 'UNAVAILABLE',
  ECONNRESET: 'UNAVAILABLE',
  PASSWORDS_BUSY: 'UNAVAILABLE',
};

/** What a surprise means to the user. Anything unknown is INTERNAL. */
export function classifyError(error: unknown): BuiltInCode {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause && typeof cause.code === 'string' ? CODES[cause.code] : undefined;
    if (code) return code;
  }
  return 'INTERNAL';
}

/** Fields of an error that a log may hold: no query parameters, no row contents, none of the secrets. */
export function describeError(error: unknown, secrets: readonly string[]): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const clean = (text: string) =>
    secrets.reduce(
      (cleaned, secret) => cleaned.replaceAll(secret, '[secret]'),
      text.replace(/\nparams: [^]*/, ''),
    );
  return {
    name: error.name,
    message: clean(error.message),
    ...('code' in error && { code: error.code }),
    ...('constraint_name' in error && { constraint: error.constraint_name }),
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .join('\n'),
    ...(error.cause instanceof Error && { cause: describeError(error.cause, secrets) }),
  };
}
