import { isPortFree } from './free-port.ts';

/** An app of this repository. */
export type AppName = 'web' | 'admin';

/** A port per app. */
export type Ports = Record<AppName, number>;

const DEFAULTS: Ports = { web: 3000, admin: 3001 };
const HOSTS = ['127.0.0.1', '0.0.0.0', '::1', '::'];

/** The ports that `WEB_PORT` and `ADMIN_PORT` ask for. */
export function readPorts(): Ports {
  return { web: readPort('web'), admin: readPort('admin') };
}

/** Throws one sentence with its remedy when one of the ports is taken. */
export async function requireFreePorts(
  apps: AppName[],
  ports: Ports,
  script: string,
): Promise<void> {
  if (apps.length > 1 && ports.web === ports.admin) {
    throw new Error(`WEB_PORT and ADMIN_PORT are both ${ports.web}. Give them different ports.`);
  }
  for (const app of apps) {
    if (!(await isFree(ports[app]))) {
      throw new Error(
        `Port ${ports[app]} is taken by another program. Stop that program, or choose another port: ` +
          `${variable(app)}=${ports[app] + 5} npx -y pnpm@12 ${script}`,
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
  if (!text) return DEFAULTS[app];
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(
    `${variable(app)} is "${text}", which is no port. Give a number from 1 to 65535.`,
  );
}

function variable(app: AppName): string {
  return `${app.toUpperCase()}_PORT`;
}
