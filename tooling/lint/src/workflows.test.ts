import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { repository, repositoryFiles } from './repository-files.ts';
import { workflowProblems, type Callable } from './workflows.ts';

interface Manifest {
  name: string;
  scripts?: Record<string, string>;
}

const scripts: Record<string, string[]> = {};
const callable: Callable = {
  scripts,
  isProgram: (path) => {
    try {
      accessSync(join(repository, path), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
};

beforeAll(async () => {
  for (const path of await repositoryFiles('{package.json,*/*/package.json}')) {
    const manifest = JSON.parse(readFileSync(join(repository, path), 'utf8')) as Manifest;
    const name = path === 'package.json' ? '' : manifest.name;
    scripts[name] = Object.keys(manifest.scripts ?? {});
  }
});

test('each workflow is YAML, ends by itself, says its rights, and calls what is there', async () => {
  const files = await repositoryFiles('.github/workflows/*.yml');
  expect(files).toContain('.github/workflows/ci.yml');
  const problems = files.flatMap((path) =>
    workflowProblems(readFileSync(join(repository, path), 'utf8'), callable).map(
      (problem) => `${path} ${problem}`,
    ),
  );
  expect(problems).toEqual([]);
});

const job = (run: string) => `permissions: { contents: read }
jobs:
  ci:
    timeout-minutes: 5
    steps:
      - run: ${run}`;

test.each([
  [
    'a script of the root that is gone',
    job('npx -y pnpm@12 --silent gone'),
    'no script of the root',
  ],
  ['a script that a workspace lacks', job('npx pnpm@12 --filter web gone'), 'no script of web'],
  ['a program that is gone', job('.ci/gone'), '.ci/gone, which is no program'],
  ['what is no YAML', 'jobs: [', 'is no YAML'],
  [
    'a job without an end',
    job('ls').replace('timeout-minutes: 5', 'name: x'),
    'no timeout-minutes',
  ],
  ['rights that are not said', job('ls').replace(/^.*\n/, ''), 'does not say its permissions'],
])('%s is told', (_what, text, sentence) => {
  expect(workflowProblems(text, callable)).toEqual([expect.stringContaining(sentence)]);
});
