import { z } from 'zod';

const count = (name: string, min: number, max: number, standard: number) =>
  z.coerce
    .number({ error: wholeNumber(name, min, max, standard) })
    .int(wholeNumber(name, min, max, standard))
    .min(min, wholeNumber(name, min, max, standard))
    .max(max, wholeNumber(name, min, max, standard))
    .default(standard);

function wholeNumber(name: string, min: number, max: number, standard: number) {
  return `${name} must be a whole number from ${min} to ${max}, for example ${standard} (set it in .env)`;
}

const schema = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error:
      'DATABASE_URL must be a Postgres address, for example postgresql://user:password@host:5432/name (set it in .env)',
  }),
  DATABASE_POOL_MAX: count('DATABASE_POOL_MAX', 1, 500, 10),
  DATABASE_CONNECT_TIMEOUT_SECONDS: count('DATABASE_CONNECT_TIMEOUT_SECONDS', 1, 60, 10),
  DATABASE_STATEMENT_TIMEOUT_MS: count('DATABASE_STATEMENT_TIMEOUT_MS', 100, 3_600_000, 15_000),
  DATABASE_TRANSACTION_POOLER: z
    .stringbool({
      error:
        'DATABASE_TRANSACTION_POOLER must be true or false, for example true behind PgBouncer (set it in .env)',
    })
    .default(false),
});

/** What packages/db reads from the environment; see `.env.example` for each variable. */
export type DatabaseEnv = z.infer<typeof schema>;

/**
 * Reads and checks the database's variables. Blank means unset.
 * @throws ZodError that names the variable and gives an example; never with the value, which may hold a password
 */
export function databaseEnv(source: NodeJS.ProcessEnv = process.env): DatabaseEnv {
  const set = Object.entries(source).filter(([, value]) => value?.trim());
  return schema.parse(Object.fromEntries(set));
}
