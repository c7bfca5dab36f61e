const variable = 'PERIMETER_TEST_DATABASE_URL';

/** Vitest global set-up: makes sure that `PERIMETER_TEST_DATABASE_URL` names a running Postgres. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[variable]) return undefined;
  const { startPostgres } = await import('@repo/services/postgres');
  const postgres = await startPostgres({ ephemeral: true });
  process.env[variable] = postgres.url;
  return async () => {
    delete process.env[variable];
    await postgres.stop();
  };
}
