import { connect } from 'node:net';
import { startPostgres } from '../postgres.ts';
import { maskPassword } from './mask-password.ts';

/** The database that a command works on. */
export interface Database {
  url: string;
  /** For people: where the data lives. */
  where: string;
  ended: Promise<void>;
  stop: () => Promise<void>;
}

const ANSWER_WITHIN_MS = 5_000;
// The protocol's SSLRequest: every Postgres answers it with one byte, S or N, before any sign-in.
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** Opens the database of `DATABASE_URL` after seeing it answer, else the embedded one. */
export async function openDatabase(progress: (text: string) => void): Promise<Database> {
  const url = process.env.DATABASE_URL;
  if (!url) {
    const postgres = await startPostgres({ onProgress: progress });
    return { ...postgres, where: postgres.dataDir };
  }
  await requireAnswer(url);
  return {
    url,
    where: `${maskPassword(url)} (DATABASE_URL)`,
    ended: new Promise(() => {}),
    stop: async () => {},
  };
}

async function requireAnswer(url: string): Promise<void> {
  const parsed = URL.parse(url);
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new Error(
      'DATABASE_URL is not a Postgres URL. Write it as postgresql://user:password@host:5432/database, ' +
        'or unset it to use the embedded Postgres.',
    );
  }
  if (!parsed.hostname) return;
  const problem = await ask(parsed.hostname.replace(/^\[|\]$/g, ''), Number(parsed.port || 5432));
  if (problem) {
    throw new Error(
      `The database ${maskPassword(url)} does not answer (${problem}). ` +
        'Start it, correct DATABASE_URL, or unset DATABASE_URL to use the embedded Postgres.',
    );
  }
}

function ask(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: ANSWER_WITHIN_MS });
    const finish = (problem: string | null) => {
      socket.destroy();
      resolve(problem);
    };
    socket.once('connect', () => socket.write(SSL_REQUEST));
    socket.once('data', (data) =>
      finish(/^[SN]/.test(data.toString('latin1')) ? null : 'not Postgres'),
    );
    socket.once('timeout', () => finish(`nothing within ${ANSWER_WITHIN_MS / 1000} s`));
    socket.once('error', (error: NodeJS.ErrnoException) => finish(error.code ?? error.message));
    socket.once('close', () => finish('connection closed'));
  });
}
