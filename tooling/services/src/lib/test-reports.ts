import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { projectRoot } from './project.ts';
import { workspacesWith } from './workspaces.ts';

/** What tests said, added up. */
export interface Counts {
  passed: number;
  /** Full titles of the tests that failed, each with the beginning of what it said. */
  failed: string[];
  /** Full titles of the tests that did not run. */
  skipped: string[];
}

/** Where a turbo task leaves its reports, and who writes them. */
export type ReportKind = 'vitest' | 'playwright' | 'soak';

const TASK: Record<ReportKind, string> = { vitest: 'test', playwright: 'e2e', soak: 'soak' };

/** Removes the reports of earlier runs; turbo brings back those of cached tasks. */
export function clearReports(kind: ReportKind, root = projectRoot): void {
  for (const folder of workspacesWith(TASK[kind], root)) {
    rmSync(reportFile(root, folder, kind), { force: true });
  }
}

/** Adds up the reports of all workspaces; `missing` are the folders that left none. */
export function readReports(kind: ReportKind, root = projectRoot): Counts & { missing: string[] } {
  const total: Counts & { missing: string[] } = { passed: 0, failed: [], skipped: [], missing: [] };
  for (const folder of workspacesWith(TASK[kind], root)) {
    const file = reportFile(root, folder, kind);
    if (!existsSync(file)) {
      total.missing.push(folder);
      continue;
    }
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const counts =
      kind === 'playwright' ? countPlaywright(report as Playwright) : countVitest(report as Vitest);
    total.passed += counts.passed;
    total.failed.push(...counts.failed.map((title) => `${folder}: ${title}`));
    total.skipped.push(...counts.skipped.map((title) => `${folder}: ${title}`));
  }
  return total;
}

function reportFile(root: string, folder: string, kind: ReportKind): string {
  return join(root, folder, '.reports', `${kind}.json`);
}

const SHOWN_LINES = 8;

function withMessage(title: string, messages: (string | undefined)[]): string {
  const lines = stripVTControlCharacters(messages.join('\n')).split('\n').slice(0, SHOWN_LINES);
  return [title, ...lines.map((line) => `    ${line}`)].join('\n').trimEnd();
}

type Vitest = {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
};

function countVitest(report: Vitest): Counts {
  const counts: Counts = { passed: 0, failed: [], skipped: [] };
  for (const file of report.testResults) {
    const failedBefore = counts.failed.length;
    for (const test of file.assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed')
        counts.failed.push(withMessage(test.fullName, test.failureMessages ?? []));
      else counts.skipped.push(test.fullName);
    }
    // A file that could not be loaded, or whose hooks failed, has no failed test to show for it.
    if (file.status === 'failed' && counts.failed.length === failedBefore)
      counts.failed.push(withMessage(basename(file.name), [file.message]));
  }
  return counts;
}

type PlaywrightError = { message?: string };
type PlaywrightTest = {
  status: string;
  projectName?: string;
  results?: { errors?: PlaywrightError[] }[];
};
type PlaywrightSuite = {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: { title: string; tests: PlaywrightTest[] }[];
};
type Playwright = { suites: PlaywrightSuite[]; errors?: PlaywrightError[] };

function countPlaywright(report: Playwright): Counts {
  const counts: Counts = { passed: 0, failed: [], skipped: [] };
  for (const { message } of report.errors ?? [])
    counts.failed.push(withMessage('outside of the tests', [message]));
  const visit = (suite: PlaywrightSuite, path: string[]) => {
    const here = [...path, suite.title];
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        const title = `[${test.projectName}] ${[...here, spec.title].join(' > ')}`;
        const errors = test.results?.flatMap((result) => result.errors ?? []) ?? [];
        if (test.status === 'expected' || test.status === 'flaky') counts.passed += 1;
        else if (test.status === 'unexpected')
          counts.failed.push(
            withMessage(
              title,
              errors.map(({ message }) => message),
            ),
          );
        else counts.skipped.push(title);
      }
    }
    for (const child of suite.suites ?? []) visit(child, here);
  };
  for (const suite of report.suites) visit(suite, []);
  return counts;
}
