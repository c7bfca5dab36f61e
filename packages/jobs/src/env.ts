import { z } from 'zod';

const WRONG =
  'JOBS_CONCURRENCY must be a whole number from 1 to 100, for example 5 (set it in .env)';

const schema = z.object({
  JOBS_CONCURRENCY: z.coerce
    .number({ error: WRONG })
    .int(WRONG)
    .min(1, WRONG)
    .max(100, WRONG)
    .default(5),
});

/** What packages/jobs reads from the environment; see `.env.example`. */
export type JobsEnv = z.infer<typeof schema>;

/**
 * Reads and checks the variables of the worker. Blank means unset.
 * @throws ZodError that names the variable and gives an example
 */
export function jobsEnv(source: NodeJS.ProcessEnv = process.env): JobsEnv {
  const set = Object.entries(source).filter(([, value]) => value?.trim());
  return schema.parse(Object.fromEntries(set));
}
