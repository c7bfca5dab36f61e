import { type AppName, type Ports } from './ports.ts';
import { appUrl } from './app-process.ts';

const SIGN_INS: Record<AppName, string[]> = {
  web: ['author@example.test', 'member@example.test'],
  admin: ['staff@example.test'],
};
const PASSWORD = 'perimeter-dev-only';

/** The block that ends a start-up. */
export function welcome(apps: AppName[], ports: Ports, where: string): string {
  const line = '-'.repeat(72);
  const rows = apps.flatMap((app) => [
    `  ${app.padEnd(8)}${appUrl(app, ports)}`,
    `          sign in as ${SIGN_INS[app].join(' or ')}`,
  ]);
  return [
    '',
    line,
    ...rows,
    `          password of all: ${PASSWORD}`,
    '',
    `  data    ${where}`,
    '  stop    Ctrl-C (the data stays)',
    line,
    '',
  ].join('\n');
}
