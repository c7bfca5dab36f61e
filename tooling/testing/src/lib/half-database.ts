import postgres from 'postgres';

/** See `halfDatabase`. */
export interface HalfDatabase {
  url: string;
  drop: () => Promise<void>;
}

/** A database that answers, counts limits, and has no other table: everything else that is asked of it fails. */
export async function halfDatabase(databaseUrl: string): Promise<HalfDatabase> {
  const schema = `half_${Date.now().toString(36)}`;
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  await sql.unsafe(
    `create schema ${schema}; create table ${schema}.rate_limits (like public.rate_limits including all)`,
  );
  const url = new URL(databaseUrl);
  url.searchParams.set('search_path', schema);
  return {
    url: url.href,
    drop: async () => {
      await sql.unsafe(`drop schema ${schema} cascade`);
      await sql.end();
    },
  };
}
