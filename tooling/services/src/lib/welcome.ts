import { type AppName, factsOf } from './apps.ts';
import { type Ports } from './ports.ts';
import { appUrl } from './app-process.ts';

const PASSWORD = 'perimeter-dev-only';

/** What people want to know once everything answers. */
export interface Welcome {
  apps: AppName[];
  ports: Ports;
  /** Where the data lives. */
  where: string;
  /** How long the start-up took. */
  took: string;
}

/** The block that ends a start-up. */
export function welcome({ apps, ports, where, took }: Welcome): string {
  const line = '-'.repeat(72);
  const rows = apps.flatMap((app) => [
    `  ${app.padEnd(10)}${appUrl(app, ports)}`,
    `            sign in as ${factsOf(app).signIns.join(' or ')}`,
  ]);
  return [
    '',
    line,
    ...rows,
    `  password  ${PASSWORD} (all of them)`,
    `  data      ${where}`,
    `  jobs      run in a worker of their own`,
    `  stop      Ctrl-C (the data stays)`,
    `  ready in  ${took}`,
    line,
    '',
  ].join('\n');
}
