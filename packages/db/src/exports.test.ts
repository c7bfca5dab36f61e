import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('these are the doors of the package; a new one is a decision', () => {
  const { exports } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as { exports: Record<string, string> };
  expect(exports).toEqual({
    './apps': './src/apps.ts',
    './client': './src/client.ts',
    './schema': './src/schema.ts',
    './env': './src/env.ts',
    './plans': './src/plans.ts',
    './violates': './src/violates.ts',
    './queries/*': './src/queries/*.ts',
    './writes/*': './src/writes/*.ts',
    './cache-handler': './src/cache-handler.mjs',
    './testing': './src/testing.ts',
  });
});
