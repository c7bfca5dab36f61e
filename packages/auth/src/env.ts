import { z } from 'zod';
import type { Audience } from './session.ts';

const schema = z.object({
  WEB_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
  ADMIN_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3001'),
});

/** The public address of each app; it decides whether cookies are `Secure`. Blank means unset. */
export function appUrl(audience: Audience, source: NodeJS.ProcessEnv = process.env): URL {
  const { WEB_URL, ADMIN_URL } = schema.parse({
    WEB_URL: source.WEB_URL || undefined,
    ADMIN_URL: source.ADMIN_URL || undefined,
  });
  return new URL(audience === 'web' ? WEB_URL : ADMIN_URL);
}
