import { z } from 'zod';

const WRONG =
  'JOBS_CONCURRENCY must be a whole number from 1 to 100, for example 5 (set it in .env)';
const SMTP =
  'SMTP_URL must be the address of a mail server, for example smtps://user:password@smtp.example.com:465 (set it in .env)';
const FROM =
  'MAIL_FROM must be the address that mails come from, for example hello@example.com or Example <hello@example.com> (set it in .env)';

const common = {
  JOBS_CONCURRENCY: z.coerce
    .number({ error: WRONG })
    .int(WRONG)
    .min(1, WRONG)
    .max(100, WRONG)
    .default(5),
};
const smtp = z.url({ protocol: /^smtps?$/, hostname: /./, error: SMTP });
const from = z
  .string({ error: FROM })
  .regex(/^(?:[^\p{Cc}<>"@]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u, FROM);

const anywhere = z.object({
  ...common,
  SMTP_URL: smtp.optional(),
  MAIL_FROM: from.default('mail@localhost'),
});
/** People cannot sign up, nor get a new password, without mail: a worker of theirs that could not send any is a mistake. */
const inProduction = z.object({ ...common, SMTP_URL: smtp, MAIL_FROM: from });

/** What packages/jobs reads from the environment; see `.env.example`. */
export type JobsEnv = z.infer<typeof anywhere>;

/**
 * Reads and checks the variables of the worker. Blank means unset; in production a worker needs a mail server.
 * @throws ZodError that names the variable and gives an example
 */
export function jobsEnv(source: NodeJS.ProcessEnv = process.env): JobsEnv {
  const schema = source.NODE_ENV === 'production' ? inProduction : anywhere;
  const set = Object.entries(source).filter(([, value]) => value?.trim());
  return schema.parse(Object.fromEntries(set));
}
