import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project.ts';
import { workspacesWith } from './workspaces.ts';

/** What tests said, added up. */
export interface Counts {
  passed: number;
  failed: number;
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
  const total = { passed: 0, failed: 0, skipped: [] as string[], missing: [] as string[] };
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
    total.failed += counts.failed;
    total.skipped.push(...counts.skipped.map((title) => `${folder}: ${title}`));
  }
  return total;
}

function reportFile(root: string, folder: string, kind: ReportKind): string {
  return join(root, folder, '.reports', `${kind}.json`);
}

type Vitest = {
  testResults: {
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
};

function countVitest(report: Vitest): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: [] };
  for (const file of report.testResults) {
    const failedBefore = counts.failed;
    for (const test of file.assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') counts.failed += 1;
      else counts.skipped.push(test.fullName);
    }
    // A file that could not be loaded, or whose hooks failed, has no failed test to show for it.
    if (file.status === 'failed' && counts.failed === failedBefore) counts.failed += 1;
  }
  return counts;
}

type PlaywrightSuite = {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: { title: string; tests: { status: string; projectName?: string }[] }[];
};
type Playwright = { suites: PlaywrightSuite[]; errors?: unknown[] };

function countPlaywright(report: Playwright): Counts {
  const counts: Counts = { passed: 0, failed: report.errors?.length ?? 0, skipped: [] };
  const visit = (suite: PlaywrightSuite, path: string[]) => {
    const here = [...path, suite.title];
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        if (test.status === 'expected' || test.status === 'flaky') counts.passed += 1;
        else if (test.status === 'unexpected') counts.failed += 1;
        else counts.skipped.push(`[${test.projectName}] ${[...here, spec.title].join(' > ')}`);
      }
    }
    for (const child of suite.suites ?? []) visit(child, here);
  };
  for (const suite of report.suites) visit(suite, []);
  return counts;
}
