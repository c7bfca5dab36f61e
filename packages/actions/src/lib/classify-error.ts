import type { BuiltInCode } from '../result.ts';

const CODES = new Map(
  Object.entries<BuiltInCode>({
    // Postgres: two transactions in each other's way, and a statement over its time.
    '40001': 'CONFLICT',
    '40P01': 'CONFLICT',
    '55P03': 'CONFLICT',
    '57014': 'TIMEOUT',
    // No database, or none for us: starting, stopping, out of connections or of disk, standing by.
    '53300': 'UNAVAILABLE',
    '53100': 'UNAVAILABLE',
    '57P01': 'UNAVAILABLE',
    '57P02': 'UNAVAILABLE',
    '57P03': 'UNAVAILABLE',
    '25006': 'UNAVAILABLE',
    CONNECT_TIMEOUT: 'UNAVAILABLE',
    CONNECTION_CLOSED: 'UNAVAILABLE',
    CONNECTION_ENDED: 'UNAVAILABLE',
    CONNECTION_DESTROYED: 'UNAVAILABLE',
    ECONNREFUSED: 'UNAVAILABLE',
    ECONNRESET: 'UNAVAILABLE',
    ENOTFOUND: 'UNAVAILABLE',
    EAI_AGAIN: 'UNAVAILABLE',
    ETIMEDOUT: 'UNAVAILABLE',
    PASSWORDS_BUSY: 'UNAVAILABLE',
  }),
);

/** Errors wrap errors, drizzle's the driver's; a ring of causes must not hold us. */
const MAX_CAUSES = 5;

/** What a surprise means to the user. Anything unknown is INTERNAL. */
export function classifyError(error: unknown): BuiltInCode {
  let cause = error;
  for (let depth = 0; cause instanceof Error && depth < MAX_CAUSES; depth += 1) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    const known = CODES.get(code) ?? (/^08\d{3}$/.test(code) ? 'UNAVAILABLE' : null);
    if (known) return known;
    cause = cause.cause;
  }
  return 'INTERNAL';
}

/** Fields of an error that a log may hold: no query parameters, no row contents, none of the secrets. */
export function describeError(error: unknown, secrets: readonly string[], depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const clean = (text: string) =>
    secrets.reduce((cleaned, secret) => cleaned.replaceAll(secret, '[secret]'), text);
  const { cause } = error;
  return {
    name: clean(error.name),
    message: clean(withoutValues(error)),
    ...('code' in error && { code: clean(String(error.code)) }),
    ...('constraint_name' in error && { constraint: error.constraint_name }),
    stack: clean(framesOf(error)),
    ...(cause instanceof Error &&
      depth < MAX_CAUSES && { cause: describeError(cause, secrets, depth + 1) }),
  };
}

/** drizzle and Upstash end their messages with the parameters; Postgres quotes the value that it could not read. */
function withoutValues({ name, message }: Error): string {
  if (name === 'PostgresError') return message.replace(/: "[^]*/, '');
  if (name === 'UpstashError') return message.replace(/, command was: [^]*/, '');
  return message.replace(/\nparams: [^]*/, '');
}

/** Where it happened. The stack repeats the message, which may have lines that look like frames. */
function framesOf({ message, stack = '' }: Error): string {
  const frames = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return frames.filter((line) => line.startsWith('    at ')).join('\n');
}
