import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';
import { createRequire } from 'node:module';

/** Runs a spec of `proof/e2e` against a URL; gives `project: title` and how it ended. */
export async function runPlaywright(
  spec: string,
  url: string,
  more: string[] = [],
): Promise<Record<string, string>> {
  const report = await run([spec, ...more], { E2E_WEB_URL: url, E2E_ADMIN_URL: url });
  const ended: Record<string, string> = {};
  const collect = (suite: JSONReportSuite) => {
    for (const { title, tests } of suite.specs)
      for (const { projectName, results } of tests)
        ended[`${projectName}: ${title}`] = results[0]?.status ?? 'none';
    suite.suites?.forEach(collect);
  };
  report.suites.forEach(collect);
  return ended;
}

function run(filters: string[], env: Record<string, string>): Promise<JSONReport> {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const args = [cli, 'test', '--reporter', 'json', '--trace', 'off', ...filters];
  const cwd = fileURLToPath(new URL('.', import.meta.url));
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (stdout.startsWith('{')) resolve(JSON.parse(stdout) as JSONReport);
      else reject(new Error(`Playwright did not run: ${stderr}${stdout}`, { cause: error }));
    });
  });
}
