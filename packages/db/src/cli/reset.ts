import { sql } from 'drizzle-orm';
import { closeDatabase, database } from '../client.ts';
import { databaseEnv } from '../env.ts';
import { migrateDatabase } from '../migrate.ts';
import { seedDatabase } from '../seed.ts';

if (process.env.NODE_ENV === 'production') {
  console.error('A production database is not reset.');
  process.exitCode = 1;
} else {
  await database().execute(sql`drop schema if exists public cascade`);
  await database().execute(sql`drop schema if exists drizzle cascade`);
  await database().execute(sql`drop schema if exists pgboss cascade`);
  await database().execute(sql`create schema public`);
  await migrateDatabase(databaseEnv().DATABASE_URL);
  await seedDatabase(database());
  await closeDatabase();
  console.log('Everything was deleted, migrated anew and filled with the sample data.');
}
