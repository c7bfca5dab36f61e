import { sql } from 'drizzle-orm';
import { database } from '../client.ts';

/** Whether the database answers. Never throws. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await database().execute(sql`select 1`);
    return true;
  } catch {
    return false;
  }
}
