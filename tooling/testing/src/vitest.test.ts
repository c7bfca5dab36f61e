import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { startVitest } from 'vitest/node';
import { preset } from './vitest.ts';

// Inside the workspace, so that the fixture resolves `vitest` as any workspace does.
const workspace = fileURLToPath(new URL('..', import.meta.url));
let root: string | undefined;

async function run(...sources: string[]): Promise<Record<string, string>> {
  await mkdir(join(workspace, '.reports'), { recursive: true });
  root = await mkdtemp(join(workspace, '.reports/fixture-'));
  for (const [at, source] of sources.entries()) {
    const file = join(root, `fixture-${at}.test.ts`);
    await writeFile(file, `import { expect, test, vi } from 'vitest';\n${source}`);
  }
  const config = preset({ test: { isolate: false, maxWorkers: 1 } });
  if (config.test) config.test.reporters = [{}];
  const vitest = await startVitest('test', [], { root, config: false, watch: false }, config);
  const outcomes: Record<string, string> = {};
  for (const file of vitest.state.getTestModules()) {
    for (const found of file.children.allTests()) outcomes[found.name] = found.result().state;
  }
  await vitest.close();
  process.exitCode = 0;
  return outcomes;
}

afterEach(async () => {
  if (root) await rm(root, { recursive: true, force: true });
});

test('a test that writes to console.error fails, its neighbours do not', async () => {
  const outcomes = await run(`
    test('quiet', () => {});
    test('loud', () => { console.error('boom'); });
    test('quiet again', () => {});
    test('expected', () => {
      vi.spyOn(console, 'error').mockImplementation(() => {});
      console.error('boom');
    });
  `);
  expect(outcomes).toEqual({
    quiet: 'passed',
    loud: 'failed',
    'quiet again': 'passed',
    expected: 'passed',
  });
});

test('what a file sets in the environment is not there for the next one in its process', async () => {
  const file = (name: string) => `
    const { SET_BY_A_FILE, STUBBED_BY_A_FILE } = process.env;
    test('${name}', () => {
      expect([SET_BY_A_FILE, STUBBED_BY_A_FILE]).toEqual([undefined, undefined]);
      process.env.SET_BY_A_FILE = '${name}';
      vi.stubEnv('STUBBED_BY_A_FILE', '${name}');
    });`;
  expect(await run(file('one'), file('other'))).toEqual({ one: 'passed', other: 'passed' });
});

test('a run without any test fails', () => {
  expect(preset().test?.passWithNoTests).toBeFalsy();
});

test('a workspace keeps the set-up of the preset when it adds its own', () => {
  const own = preset({ database: true, test: { setupFiles: ['./own.ts'], testTimeout: 1 } });
  expect(own.test?.testTimeout).toBe(1);
  expect(own.test?.setupFiles).toHaveLength(3);
  expect(own.test?.globalSetup).toHaveLength(1);
  expect(vi.isMockFunction(console.error)).toBe(false);
});

test('what is long by nature has files and a report of its own', () => {
  const [tests, soak] = [preset().test, preset({ soak: true }).test];
  expect([tests?.include, soak?.include]).toEqual([['**/*.test.{ts,tsx}'], ['**/*.soak.ts']]);
  expect(soak?.outputFile).toEqual({ json: '.reports/soak.json' });
  expect(soak?.testTimeout).toBeGreaterThan(tests?.testTimeout ?? 0);
});
