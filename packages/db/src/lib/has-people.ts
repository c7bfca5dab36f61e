import postgres from 'postgres';

/** Whether anybody is in a migrated database. Asks without drizzle, which takes half a second to load. */
export async function hasPeople(url: string): Promise<boolean> {
  const client = postgres(url, { max: 1, prepare: false });
  try {
    return (await client`select from users limit 1`).length > 0;
  } finally {
    await client.end({ timeout: 5 });
  }
}
