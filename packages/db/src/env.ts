import { z } from 'zod';

const flag = z.stringbool().default(false);

const schema = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error:
      'DATABASE_URL must be a Postgres address, for example postgresql://user:password@host:5432/name (set it in .env)',
  }),
  DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(500).default(10),
  DATABASE_CONNECT_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(60).default(10),
  DATABASE_STATEMENT_TIMEOUT_MS: z.coerce.number().int().min(100).default(15_000),
  DATABASE_TRANSACTION_POOLER: flag,
});

/** What packages/db reads from the environment; see `.env.example` for each variable. */
export type DatabaseEnv = z.infer<typeof schema>;

/**
 * Reads and checks the database's variables. Blank means unset.
 * @throws ZodError that names the variable and gives an example.
 */
export function databaseEnv(source: NodeJS.ProcessEnv = process.env): DatabaseEnv {
  const set = Object.entries(source).filter(([, value]) => value !== '');
  return schema.parse(Object.fromEntries(set));
}
