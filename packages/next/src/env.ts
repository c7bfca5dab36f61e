import { z } from 'zod';
import { keyProblem } from './lib/rotation/encryption-key.ts';

const CURRENT = 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY';
const PREVIOUS = 'SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS';

const variables = z.object({
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({
      protocol: /^https?$/,
      error:
        'OTEL_EXPORTER_OTLP_ENDPOINT must be the http address of a collector, for example http://127.0.0.1:4318',
    })
    .optional(),
  // What Next takes, and short enough for an address.
  NEXT_DEPLOYMENT_ID: z
    .string()
    .regex(/^[\w-]{1,64}$/, {
      error:
        'NEXT_DEPLOYMENT_ID must be 1 to 64 letters, digits, hyphens and underscores, for example 2026-11-23_4f2a9c1 (set it in .env)',
    })
    .optional(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string().optional(),
  // Newest first, with commas between.
  SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS: z
    .string()
    .transform((list) => list.split(',').map((key) => key.trim()))
    .optional(),
});

const schema = variables.superRefine(
  ({ [CURRENT]: current, [PREVIOUS]: previous = [] }, context) => {
    const refuse = (message: string | null) => {
      if (message) context.addIssue({ code: 'custom', message });
    };
    if (current !== undefined) refuse(keyProblem(CURRENT, current));
    for (const [at, key] of previous.entries()) {
      const name = `${PREVIOUS}, key ${at + 1} of ${previous.length},`;
      if (key === current)
        refuse(`${name} is ${CURRENT} itself: list the keys of other builds only`);
      else if (previous.indexOf(key) < at) refuse(`${name} is listed before: remove it`);
      else refuse(keyProblem(name, key));
    }
  },
);

/** What this package reads from the environment; see `.env.example`. */
export type NextEnv = z.infer<typeof schema>;

/**
 * Reads and checks the variables. Blank means unset.
 * @throws ZodError that names the variable and says what to write
 */
export function nextEnv(source: NodeJS.ProcessEnv = process.env): NextEnv {
  return schema.parse(withoutBlanks(source));
}

/** What `nextEnv` would refuse, in one sentence each. */
export function nextEnvProblems(source: NodeJS.ProcessEnv = process.env): string[] {
  const { error } = schema.safeParse(withoutBlanks(source));
  return error?.issues.map(({ message }) => message) ?? [];
}

function withoutBlanks(source: NodeJS.ProcessEnv): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
}

let accepted: boolean | undefined;

/** Whether pages of builds with other keys are answered, too: read once, as the start has checked it. */
export function acceptsOtherKeys(): boolean {
  accepted ??= Boolean(process.env.SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS);
  return accepted;
}

/**
 * A server under another name than its build has: every click in it would load a whole page.
 * @param built what the build was given; blank and false mean nothing. Next writes it in place of the expression.
 * @throws Error that says which of the two to change
 */
export function requireSameDeployment(
  { NEXT_DEPLOYMENT_ID: running }: NextEnv,
  built: string | false | undefined = process.env.NEXT_DEPLOYMENT_ID,
): void {
  if ((built || undefined) === running) return;
  throw new Error(
    `NEXT_DEPLOYMENT_ID is ${told(running)} here, but ${told(built)} in this build: build and run with the same one`,
  );
}

function told(deployment: string | false | undefined): string {
  return deployment ? `"${deployment}"` : 'not set';
}
