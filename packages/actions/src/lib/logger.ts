import { pino, type DestinationStream } from 'pino';
import type { Logger } from './ports.ts';

const SECRET = ['password', 'passwordHash', 'token', 'secret', 'cookie', 'authorization'];

/** JSON lines on standard output. Secrets are removed where they are known by name. */
export function createLogger(app: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { app },
    redact: {
      paths: SECRET.flatMap((name) => [name, `*.${name}`]),
      censor: '[secret]',
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
