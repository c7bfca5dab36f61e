import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { getFreePort } from './lib/free-port.ts';
import { type Guarded, runGuarded } from './lib/guarded.ts';
import { untilAnswers } from './lib/until-answers.ts';

/** A running production build. */
export interface NextApp {
  /** Its address, on 127.0.0.1 and a free port. */
  url: string;
  stop: () => Promise<void>;
}

const HOST = '127.0.0.1';
const READY_WITHIN_MS = 60_000;
const SHOWN_LINES = 30;

/**
 * Makes the production build of a Next app that is none of the workspace's apps.
 * @param folder the one with `next.config.ts`
 * @throws Error with the last lines that the build has printed
 */
export async function buildNextApp(folder: string, env: Record<string, string>): Promise<void> {
  const proof = join(folder, '.next', 'BUILD_ID');
  rmSync(proof, { force: true });
  const lines: string[] = [];
  await runNext(folder, ['build'], env, lines).ended;
  if (!existsSync(proof)) throw new Error(`The build of ${folder} failed:\n${lines.join('\n')}`);
}

/**
 * Serves the production build of such an app until it is stopped, or this process ends.
 * @param env what the app needs, once its address is known
 * @throws Error with the last lines that the app has printed, when it does not answer
 */
export function startNextApp(
  folder: string,
  env: (url: string) => Record<string, string>,
): Promise<NextApp> {
  return serve(folder, env, (port, given, lines) =>
    runNext(folder, ['start', '-H', HOST, '-p', String(port)], given, lines),
  );
}

/**
 * Serves what `output: 'standalone'` has built, as an image of a container would.
 * @param folder the one with `server.js`
 * @throws Error with the last lines that the app has printed, when it does not answer
 */
export function startStandaloneApp(
  folder: string,
  env: (url: string) => Record<string, string>,
): Promise<NextApp> {
  return serve(folder, env, (port, given, lines) =>
    run(folder, ['server.js'], { ...given, HOSTNAME: HOST, PORT: String(port) }, lines),
  );
}

async function serve(
  folder: string,
  env: (url: string) => Record<string, string>,
  start: (port: number, given: Record<string, string>, lines: string[]) => Guarded,
): Promise<NextApp> {
  const port = await getFreePort();
  const url = `http://${HOST}:${port}`;
  const lines: string[] = [];
  const app = start(port, env(url), lines);
  const gone = new AbortController();
  void app.ended.then(() => gone.abort());
  try {
    const giveUp = AbortSignal.any([gone.signal, AbortSignal.timeout(READY_WITHIN_MS)]);
    await untilAnswers(url, (status) => status === 200, giveUp);
  } catch (error) {
    await app.stop();
    const text = lines.join('\n');
    throw new Error(`${folder} did not answer at ${url}. Its last lines:\n${text}`, {
      cause: error,
    });
  }
  return { url, stop: app.stop };
}

function runNext(
  folder: string,
  args: string[],
  env: Record<string, string>,
  lines: string[],
): Guarded {
  const next = createRequire(join(folder, 'next.config.ts')).resolve('next/dist/bin/next');
  return run(folder, [next, ...args], env, lines);
}

function run(
  folder: string,
  args: string[],
  env: Record<string, string>,
  lines: string[],
): Guarded {
  return runGuarded(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
    onLine: (line) => {
      lines.push(line);
      if (lines.length > SHOWN_LINES) lines.shift();
    },
  });
}
