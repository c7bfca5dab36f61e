import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mergeConfig, type ViteUserConfig } from 'vitest/config';

/** Options of `preset`: those of Vite and Vitest, and what a workspace needs around its tests. */
export interface PresetOptions extends ViteUserConfig {
  /**
   * Give the tests a Postgres: the server of `PERIMETER_TEST_DATABASE_URL`, or an ephemeral one that
   * ends with the run. Tests read its superuser URL from that same variable. Default: false.
   */
  database?: boolean;
  /**
   * The second tier: what is long by nature, in `*.soak.ts`, one file after the other, up to ten minutes a
   * test. Its report is `.reports/soak.json`; `pnpm soak` runs it. Default: false.
   */
  soak?: boolean;
}

/**
 * The Vitest configuration that every workspace starts from: Node, two workers, a JSON report in
 * `.reports/vitest.json`, a test that writes to `console.error` fails, and a file leaves the environment as it was.
 *
 * @example
 * export default preset({ database: true, test: { testTimeout: 20_000 } });
 */
export function preset({
  database = false,
  soak = false,
  ...overrides
}: PresetOptions = {}): ViteUserConfig {
  const base: ViteUserConfig = {
    test: {
      environment: 'node',
      include: [soak ? '**/*.soak.ts' : '**/*.test.{ts,tsx}'],
      exclude: ['**/node_modules/**', '**/.next/**', '**/.reports/**', '**/e2e/**'],
      setupFiles: ['fail-on-console-error', 'restore-environment'].map((name) =>
        source(`./lib/${name}`),
      ),
      globalSetup: database ? [source('./lib/test-database')] : [],
      reporters: ['default', 'json'],
      outputFile: { json: `.reports/${soak ? 'soak' : 'vitest'}.json` },
      maxWorkers: soak ? 1 : 2,
      // No measures: they end what hangs, on a machine that has other work, too.
      testTimeout: soak ? 600_000 : 30_000,
      hookTimeout: 60_000,
      expect: { poll: { timeout: 15_000 } },
      restoreMocks: true,
      unstubEnvs: true,
    },
  };
  return mergeConfig(base, overrides);
}

/** `.ts` in this repository, `.js` in the package that others install. */
function source(path: string): string {
  return fileURLToPath(new URL(path + extname(import.meta.url), import.meta.url));
}
