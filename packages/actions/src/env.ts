import { z } from 'zod';

const schema = z.object({
  APP_SECRET: z
    .string({
      error:
        'APP_SECRET is not set. Put 32 or more random characters into .env, for example: openssl rand -base64 32',
    })
    .min(32, 'APP_SECRET is too short: give it 32 or more random characters'),
  // Addresses and CIDRs, or the name of one platform: see lib/address-source.ts.
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((cidr) => cidr.trim())
        .filter(Boolean),
    ),
  // Set by these platforms themselves, for every process.
  VERCEL: z.string().optional(),
  FLY_MACHINE_ID: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** What the engine reads from the environment; see `.env.example` for each variable. */
export type ActionsEnv = z.infer<typeof schema>;

/**
 * Reads and checks the engine's variables. Blank means unset.
 * @throws ZodError that names the variable and says what to write
 */
export function actionsEnv(source: NodeJS.ProcessEnv = process.env): ActionsEnv {
  const set = Object.entries(source).filter(([, value]) => value !== '');
  return schema.parse(Object.fromEntries(set));
}
