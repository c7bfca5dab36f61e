import { appUrl, startApp } from '../lib/app-process.ts';
import { type AppName, appNames, factsOf } from '../lib/apps.ts';
import { claimRun, runMark } from '../lib/claim-run.ts';
import { loadEnvironment } from '../lib/environment.ts';
import { interruption } from '../lib/interruption.ts';
import { readPorts, requireFreePorts } from '../lib/ports.ts';
import { prepareDatabase } from '../lib/prepare-database.ts';
import { reportFailure } from '../lib/report-failure.ts';
import { endAll, type Served, stopAll, untilOver } from '../lib/serve.ts';
import { secondsSince, step } from '../lib/steps.ts';
import { untilAnswers } from '../lib/until-answers.ts';
import { welcome } from '../lib/welcome.ts';
import { startWorkerProcess } from '../lib/worker-process.ts';

const only = process.argv[2];
const apps: AppName[] = only ? [only] : appNames;
const script = apps.length === 1 ? `dev:${apps[0]}` : 'dev';
const start = performance.now();
const signal = interruption();
const served: Partial<Served> = {};

try {
  loadEnvironment();
  apps.forEach(factsOf);
  const ports = readPorts();
  const claim = await claimRun('dev', apps);
  await requireFreePorts(apps, ports, script);
  served.database = await prepareDatabase({ NODE_ENV: 'development' }, signal);
  served.apps = {};
  const { database, apps: running } = served;
  for (const app of apps) {
    running[app] = startApp({
      app,
      command: 'dev',
      ports,
      databaseUrl: database.url,
      mark: runMark('dev', app),
      onLine: (line) => console.log(`[${app}] ${line}`),
    });
  }
  let over = untilOver({ database, apps: running }, signal);
  const ready = Promise.all(apps.map((app) => warm(app, appUrl(app, ports))));
  if ((await Promise.race([ready, over])) instanceof Array) {
    // Last: the first pages have the processors for themselves.
    const worker = startWorkerProcess({
      mode: 'development',
      databaseUrl: database.url,
      mark: runMark('dev', apps[0] ?? 'web'),
      onLine: (line) => console.log(`[worker] ${line}`),
    });
    served.worker = worker;
    over = Promise.race([over, untilOver({ database, apps: {}, worker }, signal)]);
    console.log(welcome({ apps, ports, where: database.where, took: secondsSince(start) }));
  }
  await endAll(served, await over);
  claim.release();
} catch (error) {
  await stopAll(served);
  if (!signal.aborted) reportFailure(error);
}
process.exit();

/** Asks for the first page, so that it is compiled before people open it. */
function warm(app: AppName, url: string): Promise<void> {
  return step(app, async (say) => {
    const status = await untilAnswers(url, () => true, signal);
    if (status >= 500) say(`answers with ${status}: see its lines above`);
  });
}
