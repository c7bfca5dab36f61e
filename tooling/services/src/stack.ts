import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { appUrl, startApp } from './lib/app-process.ts';
import { type AppName, appNames } from './lib/apps.ts';
import { getFreePort } from './lib/free-port.ts';
import { type Guarded } from './lib/guarded.ts';
import { type Ports } from './lib/ports.ts';
import { projectRoot } from './lib/project.ts';
import { untilAnswers } from './lib/until-answers.ts';

/** What `startStack` is to run. */
export interface StackOptions {
  /** Default: all. */
  apps?: AppName[];
  /** Default: free ones. */
  ports?: Partial<Ports>;
  /** A migrated database. */
  databaseUrl: string;
  /** The checkout whose builds are served. Default: this one. */
  root?: string;
  /** The address that they listen on. Default: `localhost`, this machine only. */
  host?: string;
  /** Added to the environment of each app; wins over the defaults. */
  env?: Record<string, string>;
  /** Called with every line that an app prints. */
  onLine?: (app: AppName, line: string) => void;
  /** Marks the processes, see `runMark`. */
  mark?: (app: AppName) => string;
}

/** Running production builds. */
export interface Stack {
  /** Base URL of web, when it was asked for. */
  web?: string;
  /** Base URLs of the apps that were asked for. */
  urls: Record<AppName, string>;
  /** The last lines that an app has printed, oldest first. */
  logs: (app: AppName) => string[];
  /** The processes, to see one end by itself. */
  processes: Record<AppName, Guarded>;
  stop: () => Promise<void>;
}

const READY_WITHIN_MS = 60_000;
const KEPT_LINES = 1_000;
const SHOWN_LINES = 30;

/**
 * Serves the production builds with `next start` and waits until each app's `/readyz` answers 200.
 * Throws an Error with the app's last lines when one does not get there.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const apps = options.apps ?? appNames;
  const ports: Ports = {};
  for (const app of appNames) ports[app] = options.ports?.[app] ?? (await getFreePort());
  const lines = new Map<AppName, string[]>(apps.map((app) => [app, []]));
  const logs = (app: AppName) => lines.get(app) ?? [];
  const processes: Stack['processes'] = {};
  const stop = async () => {
    await Promise.all(Object.values(processes).map((app) => app.stop()));
  };
  try {
    for (const app of apps) {
      requireBuild(app, options.root);
      processes[app] = startApp({
        app,
        command: 'start',
        ports,
        databaseUrl: options.databaseUrl,
        root: options.root,
        host: options.host,
        env: options.env,
        mark: options.mark?.(app) ?? `stack:${app}`,
        onLine: (line) => {
          logs(app).push(line);
          if (logs(app).length > KEPT_LINES) logs(app).shift();
          options.onLine?.(app, line);
        },
      });
    }
    const urls = await Promise.all(
      Object.entries(processes).map(async ([name, app]) => {
        const url = appUrl(name, ports);
        await untilReady(name, app, url, logs(name));
        return [name, url] as const;
      }),
    );
    const byName: Record<AppName, string> = Object.fromEntries(urls);
    return { web: byName.web, urls: byName, logs, processes, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function untilReady(
  app: AppName,
  { ended }: Guarded,
  url: string,
  lines: string[],
): Promise<void> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), READY_WITHIN_MS);
  void ended.then(() => giveUp.abort());
  try {
    await untilAnswers(`${url}/readyz`, (status) => status === 200, giveUp.signal);
  } catch (error) {
    const shown = lines.slice(-SHOWN_LINES).join('\n');
    throw new Error(`${app} did not become ready (${url}/readyz). Its last lines:\n${shown}`, {
      cause: error,
    });
  } finally {
    clearTimeout(timer);
  }
}

function requireBuild(app: AppName, root = projectRoot): void {
  if (existsSync(join(root, 'apps', app, '.next', 'BUILD_ID'))) return;
  throw new Error(`${app} has no production build. Run \`npx -y pnpm@12 build\` first.`);
}
