import type { NextConfig } from 'next';
import { fileURLToPath } from 'node:url';

const config: NextConfig = {
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: fileURLToPath(new URL('../../..', import.meta.url)) },
  serverExternalPackages: [
    '@node-rs/argon2',
    '@redis/client',
    'drizzle-orm',
    'pg-boss',
    'pino',
    'postgres',
  ],
};

export default config;
