import { APPS } from '@repo/db/apps';
import { z } from 'zod';
import type { Audience } from './session.ts';

/** The variable of an app's public address, its default in development, and what one looks like. */
function addressOf(app: Audience) {
  const host = app === 'web' ? 'app' : app;
  return {
    name: `${app.toUpperCase()}_URL`,
    local: `http://localhost:${APPS[app].port}`,
    example: `https://${host}.example.com`,
  };
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

function canKeepSecrets(text: string): boolean {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || LOOPBACK.includes(hostname);
}

function schemaOf({ name, local, example }: ReturnType<typeof addressOf>, production: boolean) {
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
  const app = addressOf(audience);
  const value = source[app.name]?.trim() || undefined;
  const production = source.NODE_ENV === 'production';
  const key = `${app.name} ${production} ${value}`;
  const url = checked.get(key) ?? schemaOf(app, production).parse(value);
  checked.set(key, url);
  return new URL(url);
}
