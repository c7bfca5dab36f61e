import { z } from 'zod';

const LIMIT_TIMEOUT =
  'LIMIT_TIMEOUT_MS must be a whole number from 50 to 10000, for example 1000 (set it in .env)';

const lonely = (set: string, missing: string) =>
  `${set} is set, but ${missing} is not: the limits need both, or neither (in .env)`;

/** Texts with commas between, newest first. The sentence never has one of them in it. */
const secrets = (isOne: (text: string) => boolean, error: string) =>
  z
    .string()
    .default('')
    .transform((list) => list.split(',').map((text) => text.trim()))
    .transform((list) => list.filter(Boolean))
    .refine((list) => list.every(isOne), error);

/** Base64 of at least 24 bytes, as Standard Webhooks has it. */
const isStandardSecret = (text: string) =>
  /^whsec_(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/.test(text) &&
  Buffer.from(text.slice(6), 'base64').length >= 24;

function isPrivate(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol !== 'http:' || ['localhost', '127.0.0.1'].includes(url.hostname);
}

const variables = z.object({
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
  UPSTASH_REDIS_REST_URL: z
    .url({
      protocol: /^https?$/,
      error:
        'UPSTASH_REDIS_REST_URL must be an address, for example https://eu1-name-12345.upstash.io (set it in .env)',
    })
    .refine(
      isPrivate,
      'UPSTASH_REDIS_REST_URL must begin with https://, as its token travels along',
    )
    .optional(),
  UPSTASH_REDIS_REST_TOKEN: z.string().optional(),
  REDIS_URL: z
    .url({
      protocol: /^rediss?$/,
      error:
        'REDIS_URL must be a Redis address, for example rediss://default:password@redis.example.com:6379 (set it in .env)',
    })
    .optional(),
  LIMIT_TIMEOUT_MS: z.coerce
    .number({ error: LIMIT_TIMEOUT })
    .int(LIMIT_TIMEOUT)
    .min(50, LIMIT_TIMEOUT)
    .max(10_000, LIMIT_TIMEOUT)
    .default(1000),
  STRIPE_WEBHOOK_SECRETS: secrets(
    (text) => /^whsec_\S{16,}$/.test(text),
    'STRIPE_WEBHOOK_SECRETS: each begins with whsec_, as the page of the endpoint at Stripe shows it; commas between (set it in .env)',
  ),
  GITHUB_WEBHOOK_SECRETS: secrets(
    (text) => /^\S{16,}$/.test(text),
    'GITHUB_WEBHOOK_SECRETS: each has 16 or more characters and no space, for example of openssl rand -hex 32; commas between (set it in .env)',
  ),
  STANDARD_WEBHOOK_SECRETS: secrets(
    isStandardSecret,
    'STANDARD_WEBHOOK_SECRETS: each is whsec_ and the base64 of 24 or more bytes, as the sender shows it; commas between (set it in .env)',
  ),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

const [URL_NAME, TOKEN_NAME] = ['UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN'] as const;
const schema = variables
  .refine((env) => !env[URL_NAME] || env[TOKEN_NAME], lonely(URL_NAME, TOKEN_NAME))
  .refine((env) => !env[TOKEN_NAME] || env[URL_NAME], lonely(TOKEN_NAME, URL_NAME));

/** What the engine reads from the environment; see `.env.example` for each variable. */
export type ActionsEnv = z.infer<typeof schema>;

/** The secrets that senders of webhooks sign with: lists, so that one can be changed while both hold. */
export type WebhookSecrets = Pick<
  ActionsEnv,
  'STRIPE_WEBHOOK_SECRETS' | 'GITHUB_WEBHOOK_SECRETS' | 'STANDARD_WEBHOOK_SECRETS'
>;

/**
 * Reads and checks the engine's variables. Blank means unset.
 * @throws ZodError that names the variable and says what to write
 */
export function actionsEnv(source: NodeJS.ProcessEnv = process.env): ActionsEnv {
  const set = Object.entries(source).filter(([, value]) => value !== '');
  return schema.parse(Object.fromEntries(set));
}
