import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Guarded, runGuarded } from './guarded.ts';
import { RUN_VARIABLE } from './orphans.ts';
import { type AppName, appNames } from './apps.ts';
import { portOf, type Ports } from './ports.ts';
import { projectRoot } from './project.ts';
import { getSecrets } from './secrets.ts';

/** How to run one app. */
export interface AppProcessOptions {
  app: AppName;
  command: 'dev' | 'start';
  ports: Ports;
  databaseUrl: string;
  /** The checkout that the app is in. Default: this one. */
  root?: string | undefined;
  /** Default: `localhost`. */
  host?: string | undefined;
  /** See `runMark`. */
  mark: string;
  env?: Record<string, string>;
  onLine: (line: string) => void;
}

/** The address of an app on this machine. */
export function appUrl(app: AppName, ports: Ports): string {
  return `http://localhost:${portOf(app, ports)}`;
}

/** The public address of each app, for the environment: `WEB_URL` and so on. */
function appUrls(ports: Ports): Record<string, string> {
  return Object.fromEntries(
    appNames.map((app) => {
      const name = `${app.toUpperCase()}_URL`;
      return [name, process.env[name] ?? appUrl(app, ports)];
    }),
  );
}

/** Starts `next dev` or `next start` of one app, with everything in its environment that it requires. */
export function startApp(options: AppProcessOptions): Guarded {
  const { root = projectRoot, host = 'localhost' } = options;
  const cwd = join(root, 'apps', options.app);
  const next = createRequire(join(cwd, 'package.json')).resolve('next/dist/bin/next');
  // This machine only, unless somebody says so: the sample data has known passwords.
  const address = ['-H', host, '-p', String(portOf(options.app, options.ports))];
  const args = [next, options.command, ...address];
  return runGuarded(process.execPath, args, {
    cwd,
    onLine: options.onLine,
    env: {
      ...process.env,
      ...getSecrets(),
      NODE_ENV: options.command === 'dev' ? 'development' : 'production',
      ...appUrls(options.ports),
      DATABASE_URL: options.databaseUrl,
      NEXT_TELEMETRY_DISABLED: '1',
      // `next dev` keeps what it has compiled when it is stopped, too: by itself only after some idle time, if at all.
      __NEXT_DEV_WAIT_FOR_TURBOPACK_SHUTDOWN: '1',
      [RUN_VARIABLE]: options.mark,
      ...options.env,
    },
  });
}
