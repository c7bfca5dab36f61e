import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
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
  isFile: (path) => existsSync(join(repository, path)),
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

const uses = (action: string) => job('ls').replace('run: ls', `uses: ${action}`);

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
  ['all rights at once', job('ls').replace(/\{.*\}/, 'write-all'), 'gives all rights at once'],
  [
    'a right to write for every job',
    job('ls').replace('contents: read', 'contents: write'),
    'gives every job contents: write',
  ],
  ['an action that may change', uses('some/action@main'), 'some/action@main: pin a major'],
  ['a token that is left behind', uses('actions/checkout@v4'), 'persist-credentials: false'],
  ['a workflow that is gone', uses('./.github/workflows/gone.yml'), 'gone.yml, which is not there'],
  [
    'rights for what forks send',
    `on: { pull_request_target: {} }\n${job('ls')}`,
    'runs on pull_request_target',
  ],
  [
    'a secret that is handed to a pull request',
    `on: pull_request\n${job("echo '${{ secrets.TOKEN }}'")}`,
    'to pull requests: github.token is enough',
  ],
  [
    "a stranger's text in a script",
    job("echo '${{ github.event.pull_request.title }}'"),
    'what strangers write',
  ],
])('%s is told', (_what, text, sentence) => {
  expect(workflowProblems(text, callable)).toEqual([expect.stringContaining(sentence)]);
});
