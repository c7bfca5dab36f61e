import { appNames } from '../lib/apps.ts';
import { claimRun, runMark } from '../lib/claim-run.ts';
import { loadEnvironment } from '../lib/environment.ts';
import { interruption } from '../lib/interruption.ts';
import { readPorts, requireFreePorts } from '../lib/ports.ts';
import { prepareDatabase } from '../lib/prepare-database.ts';
import { reportFailure } from '../lib/report-failure.ts';
import { getSecrets } from '../lib/secrets.ts';
import { endAll, type Served, stopAll, untilOver } from '../lib/serve.ts';
import { secondsSince, step } from '../lib/steps.ts';
import { runTurbo } from '../lib/turbo.ts';
import { welcome } from '../lib/welcome.ts';
import { startWorkerProcess } from '../lib/worker-process.ts';
import { startMailCatcher } from '../mail-catcher.ts';
import { startStack } from '../stack.ts';

const apps = appNames;
const start = performance.now();
const signal = interruption();
const served: Partial<Served> = {};

try {
  loadEnvironment();
  const ports = readPorts();
  const claim = await claimRun('preview', apps);
  await requireFreePorts(apps, ports, 'preview');
  await step('build', async () => {
    const { ok } = await runTurbo('build', { env: { ...getSecrets() }, signal });
    if (!ok) throw new Error('The production build failed; what it printed is above.');
  });
  const seedEnv = { NODE_ENV: 'production', PERIMETER_ALLOW_SEED: '1' };
  const database = await prepareDatabase(seedEnv, signal);
  served.database = database;
  const stack = await step('apps', () =>
    startStack({
      apps,
      ports,
      databaseUrl: database.url,
      mark: (app) => runMark('preview', app),
      onLine: (app, line) => console.log(`[${app}] ${line}`),
    }),
  );
  served.apps = stack.processes;
  served.worker = startWorkerProcess({
    databaseUrl: database.url,
    mark: runMark('preview', 'web'),
    env: await mailServer(),
    onLine: (line) => console.log(`[worker] ${line}`),
  });
  console.log(welcome({ apps, ports, where: database.where, took: secondsSince(start) }));
  const all = { database, apps: stack.processes, worker: served.worker };
  await endAll(served, await untilOver(all, signal));
  claim.release();
} catch (error) {
  await stopAll(served);
  if (!signal.aborted) reportFailure(error);
}
process.exit();

/** The worker is one of production, so it needs a mail server: without one of your own, mails are printed. */
async function mailServer(): Promise<Record<string, string>> {
  if (process.env.SMTP_URL) return {};
  const { url } = await startMailCatcher({
    onMail: ({ to, text }) =>
      console.log(`[mail] to ${to.join()}\n${text.replaceAll(/^/gm, '[mail]   ')}`),
  });
  return { SMTP_URL: url, MAIL_FROM: process.env.MAIL_FROM ?? 'mail@localhost' };
}
