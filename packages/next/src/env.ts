import { z } from 'zod';

const schema = z.object({
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({
      protocol: /^https?$/,
      error:
        'OTEL_EXPORTER_OTLP_ENDPOINT must be the http address of a collector, for example http://127.0.0.1:4318',
    })
    .optional(),
});

/** What this package reads from the environment; see `.env.example`. */
export type NextEnv = z.infer<typeof schema>;

/**
 * Reads and checks the variables. Blank means unset.
 * @throws ZodError that names the variable and says what to write
 */
export function nextEnv(source: NodeJS.ProcessEnv = process.env): NextEnv {
  const set = Object.entries(source).filter(([, value]) => value !== '');
  return schema.parse(Object.fromEntries(set));
}
