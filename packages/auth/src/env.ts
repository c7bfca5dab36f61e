import { z } from 'zod';
import type { Audience } from './session.ts';

const APPS = {
  web: { name: 'WEB_URL', local: 'http://localhost:3000', example: 'https://app.example.com' },
  admin: {
    name: 'ADMIN_URL',
    local: 'http://localhost:3001',
    example: 'https://admin.example.com',
  },
} as const;

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

function canKeepSecrets(text: string): boolean {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || LOOPBACK.includes(hostname);
}

function schemaOf({ name, local, example }: (typeof APPS)[Audience], production: boolean) {
  const remedy = `for example ${example} (set it in .env)`;
  const address = z.url({
    protocol: /^https?$/,
    error: `${name} must be the app's public address, ${remedy}`,
    abort: true,
  });
  return production
    ? address.refine(canKeepSecrets, `${name} must be an https address in production, ${remedy}`)
    : address.default(local);
}

/** Addresses that were found good: every call of an action asks. */
const checked = new Map<string, string>();

/**
 * The public address of an app; it decides whether its cookies are `Secure`. Blank means unset: localhost in
 * development, an error in production, where a guess could send session cookies in clear.
 * @throws ZodError that names the variable and gives an example
 */
export function appUrl(audience: Audience, source: NodeJS.ProcessEnv = process.env): URL {
  const app = APPS[audience];
  const value = source[app.name]?.trim() || undefined;
  const production = source.NODE_ENV === 'production';
  const key = `${app.name} ${production} ${value}`;
  const url = checked.get(key) ?? schemaOf(app, production).parse(value);
  checked.set(key, url);
  return new URL(url);
}
