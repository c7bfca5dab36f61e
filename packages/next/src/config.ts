import { MAX_BODY_BYTES } from '@repo/actions/body-limit';
import type { NextConfig } from 'next';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { nextEnv, nextEnvProblems, type NextEnv } from './env.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const { resolve } = createRequire(import.meta.url);

const PAGES = ['tsx', 'ts'];

export interface AppConfig {
  /** Whether search engines may show the app. */
  robots: 'index' | 'noindex';
}

/** What a page may not do, on every answer. The content security policy comes from the proxy: it has a nonce. */
function securityHeaders({ robots }: AppConfig) {
  return [
    { key: 'X-Content-Type-Options', value: 'nosniff' },
    // Not `no-referrer`: browsers would send `Origin: null` with forms, which Next refuses.
    { key: 'Referrer-Policy', value: 'same-origin' },
    {
      key: 'Permissions-Policy',
      value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    },
    { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
    { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
    ...(robots === 'noindex' ? [{ key: 'X-Robots-Tag', value: 'noindex, nofollow' }] : []),
  ];
}

/**
 * Next takes any text as its key, silently.
 * @throws Error of one sentence per problem, without the frames that Next would print with it
 */
function requireEnvironment(): NextEnv {
  const problems = nextEnvProblems();
  if (problems.length === 0) return nextEnv();
  const error = new Error(problems.join('\n'));
  error.stack = error.message;
  throw error;
}

/**
 * With a deployment of our own naming, Next tells it with pages, but not with the answers of actions: a tab of another
 * build would take their pages for its own, and mix the two.
 */
function deploymentHeaders(deployment: string | undefined) {
  if (!deployment) return [];
  const has = [{ type: 'header' as const, key: 'next-action' }];
  const headers = [{ key: 'x-nextjs-deployment-id', value: deployment }];
  return [{ source: '/:path*', has, headers }];
}

/**
 * The Next configuration that all apps share.
 * @throws Error that names the variable, when the environment holds an encryption key or a deployment that is none
 */
export function createNextConfig(app: AppConfig): NextConfig {
  const { NEXT_DEPLOYMENT_ID: deploymentId } = requireEnvironment();
  return {
    deploymentId,
    poweredByHeader: false,
    // `page.dev.tsx` is a page in development only: a production build does not have it.
    pageExtensions: process.env.NODE_ENV === 'development' ? ['dev.tsx', ...PAGES] : PAGES,
    reactStrictMode: true,
    // Titles and icons in the head at once: streamed ones need JavaScript to get there.
    htmlLimitedBots: /.*/,
    // The workspace's own type checks run in `pnpm test`; Next's needs the old compiler API.
    typescript: { ignoreBuildErrors: true },
    turbopack: { root: repository },
    // Cached data is shared by tag with all instances and apps (docs/decisions/0003).
    cacheHandler: resolve('@repo/db/cache-handler'),
    cacheMaxMemorySize: 0,
    serverExternalPackages: [
      '@node-rs/argon2',
      '@redis/client',
      'drizzle-orm',
      'pg-boss',
      'pino',
      'postgres',
    ],
    allowedDevOrigins: ['127.0.0.1'],
    // Who is signed in stands in the other corner.
    devIndicators: { position: 'bottom-right' },
    experimental: { serverActions: { bodySizeLimit: MAX_BODY_BYTES } },
    // Browsers ask for it where a page has not named an icon yet.
    rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
    headers: async () => [
      { source: '/:path*', headers: securityHeaders(app) },
      ...deploymentHeaders(deploymentId),
    ],
  };
}
