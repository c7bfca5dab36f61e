import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runStages, type Stage } from './stages.ts';
import { summarise } from './summary.ts';
import { clearReports, readReports } from './test-reports.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'services-test-'));
  write('packages/one/package.json', { scripts: { test: 'vitest run', e2e: 'playwright test' } });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, content: unknown): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), JSON.stringify(content));
}

const never = new AbortController().signal;
const ok = async () => ({ ok: true, note: '' });
const broken = async () => ({ ok: false, note: '' });
const lastLine = (text: string) => text.split('\n').at(-1);
const outcome = { name: 'test', seconds: 1, note: '' };

test('the last line counts tests, and nothing else', () => {
  const failing = ['packages/one: a\n    Error: no', 'packages/one: b'];
  const counts = { passed: 12, failed: failing, skipped: ['packages/one: later'] };
  const { text, failed } = summarise([{ ...outcome, result: 'FAILED', counts }]);
  expect(lastLine(text)).toBe('12 passed, 2 failed, 1 skipped');
  expect(text).toContain('Failed:\n  packages/one: a\n    Error: no\n  packages/one: b\n');
  expect(text).toContain('Skipped:\n  packages/one: later\n');
  expect(failed).toBe(2);
});

test('skipped tests are not mentioned when there are none', () => {
  const counts = { passed: 3, failed: [], skipped: [] };
  expect(lastLine(summarise([{ ...outcome, result: 'ok', counts }]).text)).toBe(
    '3 passed, 0 failed',
  );
});

test('a failed stage without a failed test counts as one failure', async () => {
  const outcomes = await runStages([{ name: 'lint', run: broken }], never);
  expect(lastLine(summarise(outcomes).text)).toBe('0 passed, 1 failed');
});

test('a stage that throws has failed, and the next one still runs', async () => {
  const stages: Stage[] = [
    { name: 'first', run: () => Promise.reject(new Error('boom')) },
    { name: 'second', run: ok },
  ];
  const results = (await runStages(stages, never)).map(({ result }) => result);
  expect(results).toEqual(['FAILED', 'ok']);
});

test('browser tests do not run on a failed build, and count as failed', async () => {
  const stages: Stage[] = [
    { name: 'build', run: broken },
    { name: 'e2e', run: ok, needs: ['build'] },
  ];
  const outcomes = await runStages(stages, never);
  expect(outcomes[1]).toMatchObject({ result: 'not run', note: 'needs build' });
  expect(summarise(outcomes).failed).toBe(2);
});

test('vitest reports are added up; a file that could not be loaded is a failure', () => {
  const tests = (...states: string[]) => states.map((status) => ({ status, fullName: status }));
  write('packages/one/.reports/vitest.json', {
    testResults: [
      { status: 'passed', assertionResults: tests('passed', 'passed', 'skipped', 'todo') },
      {
        status: 'failed',
        assertionResults: [
          ...tests('passed'),
          { status: 'failed', fullName: 'b', failureMessages: ['\u001B[31mno\u001B[39m\nat b'] },
        ],
      },
      { name: '/x/c.test.ts', status: 'failed', message: 'cannot load', assertionResults: [] },
    ],
  });
  expect(readReports('vitest', root)).toEqual({
    passed: 3,
    failed: ['packages/one: b\n    no\n    at b', 'packages/one: c.test.ts\n    cannot load'],
    skipped: ['packages/one: skipped', 'packages/one: todo'],
    missing: [],
  });
});

test('Playwright reports are added up, errors outside of tests too', () => {
  const spec = (title: string, status: string) => ({
    title,
    tests: [{ status, projectName: 'js', results: [{ errors: [{ message: 'why' }] }] }],
  });
  write('packages/one/.reports/playwright.json', {
    errors: [{ message: 'global set-up' }],
    suites: [
      {
        title: 'file',
        specs: [spec('a', 'expected')],
        suites: [
          {
            title: 'inner',
            specs: [spec('b', 'unexpected'), spec('c', 'flaky'), spec('d', 'skipped')],
          },
        ],
      },
    ],
  });
  expect(readReports('playwright', root)).toEqual({
    passed: 2,
    failed: [
      'packages/one: outside of the tests\n    global set-up',
      'packages/one: [js] file > inner > b\n    why',
    ],
    skipped: ['packages/one: [js] file > inner > d'],
    missing: [],
  });
});

test('a report of an earlier run is not counted, and its absence is told', () => {
  write('packages/one/.reports/vitest.json', { testResults: [] });
  clearReports('vitest', root);
  expect(readReports('vitest', root)).toMatchObject({ passed: 0, missing: ['packages/one'] });
});
