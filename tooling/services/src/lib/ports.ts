import { type AppName, appNames, factsOf } from './apps.ts';
import { isPortFree } from './free-port.ts';

/** A port per app. */
export type Ports = Record<AppName, number>;

const HOSTS = ['127.0.0.1', '0.0.0.0', '::1', '::'];

/** The ports that `WEB_PORT`, `ADMIN_PORT` and those of the other apps ask for. */
export function readPorts(): Ports {
  return Object.fromEntries(appNames.map((app) => [app, readPort(app)]));
}

/** The port of an app, which has to be among these. */
export function portOf(app: AppName, ports: Ports): number {
  return ports[app] ?? factsOf(app).port;
}

/** Throws one sentence with its remedy when one of the ports is taken. */
export async function requireFreePorts(
  apps: AppName[],
  ports: Ports,
  script: string,
): Promise<void> {
  for (const [place, app] of apps.entries()) {
    const port = portOf(app, ports);
    const same = apps.slice(0, place).find((other) => portOf(other, ports) === port);
    if (same) {
      throw new Error(
        `${variable(same)} and ${variable(app)} are both ${port}. Give them different ports.`,
      );
    }
    if (!(await isFree(port))) {
      throw new Error(
        `Port ${port} is taken by another program. Stop that program, or choose another port: ` +
          `${variable(app)}=${port + 5} npx -y pnpm@12 ${script}`,
      );
    }
  }
}

// One after the other: the wildcard address collides with the others.
async function isFree(port: number): Promise<boolean> {
  for (const host of HOSTS) if (!(await isPortFree(port, host))) return false;
  return true;
}

function readPort(app: AppName): number {
  const text = process.env[variable(app)];
  if (!text) return factsOf(app).port;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(
    `${variable(app)} is "${text}", which is no port. Give a number from 1 to 65535.`,
  );
}

function variable(app: AppName): string {
  return `${app.toUpperCase()}_PORT`;
}
