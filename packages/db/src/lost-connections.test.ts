import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { closeDatabase, database, type Transaction } from './client.ts';
import { cacheTags } from './schema.ts';
import { useTestDatabase } from './testing.ts';

// What patches/postgres@*.patch cures (docs/decisions/0025-lost-connections.md). Errors that nobody catches fail these tests, too.
await useTestDatabase();

let admin: postgres.Sql;
beforeEach(() => {
  admin = postgres(process.env.PERIMETER_TEST_DATABASE_URL ?? '', { max: 1 });
});
afterEach(async () => {
  await admin.end();
  await closeDatabase();
});

const databaseName = () => new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);

/** What a restart of the database does to everybody. */
async function dropConnections(): Promise<number> {
  const dropped =
    await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${databaseName()}`;
  return dropped.count;
}

async function onOneConnection(): Promise<void> {
  await closeDatabase();
  vi.stubEnv('DATABASE_POOL_MAX', '1');
}

const CLOSED = { code: 'CONNECTION_CLOSED' };
const failureOf = (work: PromiseLike<unknown>) =>
  Promise.resolve(work).then(
    () => null,
    (error: unknown) => error,
  );

const add = (tx: Transaction, tag: string) => tx.insert(cacheTags).values({ tag, version: 1 });
const tags = async () =>
  (await database().select({ tag: cacheTags.tag }).from(cacheTags)).map(({ tag }) => tag);

/** A transaction that has lost its connection, and whose work goes on until it is told how to end. */
async function lostTransaction(tag: string) {
  const opened = Promise.withResolvers<Transaction>();
  const end = Promise.withResolvers<void>();
  const work = async (tx: Transaction) => {
    await add(tx, tag);
    opened.resolve(tx);
    await end.promise;
  };
  const failure = failureOf(database().transaction(work));
  const tx = await opened.promise;
  await dropConnections();
  expect(await failure).toMatchObject(CLOSED);
  return { tx, end };
}

test('the late commit of a transaction that lost its connection commits no other one', async () => {
  await onOneConnection();
  const lost = await lostTransaction('committed late');
  const other = database().transaction(async (tx) => {
    await add(tx, 'of one that fails');
    lost.end.resolve();
    await sleep(20);
    throw new Error('all of it');
  });
  await expect(other).rejects.toThrow('all of it');
  expect(await tags()).toEqual([]);
});

test('the late rollback of a transaction that lost its connection undoes no other one', async () => {
  await onOneConnection();
  const lost = await lostTransaction('rolled back');
  await database().transaction(async (tx) => {
    await add(tx, 'of one that commits');
    expect(await failureOf(add(lost.tx, 'late'))).toMatchObject({ cause: CLOSED });
    lost.end.reject(new Error('changed my mind'));
    await sleep(20);
    await add(tx, 'of the same');
  });
  expect((await tags()).toSorted()).toEqual(['of one that commits', 'of the same']);
});

test('statements that wait in a transaction settle when its connection is lost', async () => {
  const sent = Promise.withResolvers<Promise<unknown>[]>();
  const ended = database().transaction(async (tx) => {
    await tx.execute(sql`select 1`);
    const sleeps = Array.from({ length: 5 }, () => tx.execute(sql`select pg_sleep(${9})`));
    sent.resolve(sleeps.map((statement) => Promise.resolve(statement)));
    await new Promise(() => {});
  });
  const failure = failureOf(ended);
  const waiting = Promise.allSettled(await sent.promise);
  await sleep(50);
  await dropConnections();
  expect(await failure).toMatchObject(CLOSED);
  expect((await waiting).map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
});

/** Puts a way to the database between, which can be cut. */
async function onProxy() {
  const sockets = new Set<Socket>();
  const to = new URL(process.env.DATABASE_URL ?? '');
  const proxy = createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    socket.pipe(connect(Number(to.port), to.hostname).on('error', () => {})).pipe(socket);
  });
  const listen = (port: number) =>
    new Promise<void>((ready) => void proxy.listen(port, '127.0.0.1', ready));
  await listen(0);
  const { port } = proxy.address() as AddressInfo;
  await closeDatabase();
  vi.stubEnv('DATABASE_URL', Object.assign(new URL(to), { port }).href);
  const reset = async () => sockets.forEach((socket) => socket.resetAndDestroy());
  const close = async () => {
    proxy.close();
    await reset();
  };
  return { reset, close, open: () => listen(port) };
}

/** Who sleeps. After a reset the server goes on for a while. */
async function sleeping(): Promise<number[]> {
  const found = await admin<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = ${databaseName()} and wait_event = 'PgSleep'`;
  return found.map(({ pid }) => pid);
}

const answer = async () => {
  const rows = database().transaction((tx) => tx.execute(sql`select 1 as one`));
  return Promise.race([rows.then(([row]) => row?.one), sleep(3_000, 'late')]);
};

test('after a connection was lost, or reset, in the middle of a statement, the next one answers', async () => {
  await onOneConnection();
  const proxy = await onProxy();
  for (const lose of [dropConnections, proxy.reset, proxy.reset]) {
    const before = await sleeping();
    const failure = failureOf(database().transaction((tx) => tx.execute(sql`select pg_sleep(9)`)));
    const asleep = async () => (await sleeping()).filter((pid) => !before.includes(pid));
    await expect.poll(asleep).toHaveLength(1);
    await lose();
    expect(await failure).toBeInstanceOf(Error);
    expect(await answer()).toBe(1);
  }
  await closeDatabase();
  await proxy.close();
});

test('a database that was away is reached as soon as it is back', async () => {
  const proxy = await onProxy();
  await Promise.all(Array.from({ length: 10 }, answer));
  await proxy.close();
  const failures = Array.from({ length: 60 }, async (_, index) => {
    await sleep(index * 10);
    await failureOf(database().execute(sql`select 1`));
  });
  await sleep(700);
  await proxy.open();
  expect(await Promise.all(Array.from({ length: 10 }, answer))).toEqual(Array(10).fill(1));
  await Promise.all(failures);
  await closeDatabase();
  await proxy.close();
});

test('a pool that loses all of its connections under load, again and again, answers at once afterwards', async () => {
  const stop = new AbortController();
  const load = Array.from({ length: 30 }, async (_, index) => {
    while (!stop.signal.aborted) {
      const work = async (tx: Transaction) => {
        await tx.execute(sql`select ${index}::int`);
        await tx.execute(sql`select pg_sleep(0.002)`);
      };
      await database()
        .transaction(work)
        .catch(() => database().execute(sql`select 'what goes on after a failure'`))
        .catch(() => {});
      await new Promise(setImmediate);
    }
  });
  for (let round = 0; round < 10; round += 1) {
    await sleep(60);
    await dropConnections();
  }
  stop.abort();
  await sleep(500);
  const answers = Array.from({ length: 10 }, () =>
    database().transaction((tx) => tx.execute(sql`select pg_sleep(0.1)`)),
  );
  const late = sleep(3_000, 'late');
  expect(await Promise.race([Promise.all(answers).then(() => 'at once'), late])).toBe('at once');
  expect(await Promise.race([Promise.all(load).then(() => 'all ended'), late])).toBe('all ended');
});
