import { databaseEnv } from '../env.ts';
import { hasPeople } from '../lib/has-people.ts';

const { NODE_ENV, PERIMETER_ALLOW_SEED } = process.env;

if (NODE_ENV === 'production' && PERIMETER_ALLOW_SEED !== '1') {
  console.error(
    'The sample data has known passwords and is refused in production. Set PERIMETER_ALLOW_SEED=1 to insist.',
  );
  process.exitCode = 1;
} else {
  const seeded = !(await hasPeople(databaseEnv().DATABASE_URL)) && (await seed());
  console.log(
    seeded
      ? 'Sample data written.'
      : 'There are people in this database already; nothing was changed.',
  );
}

async function seed(): Promise<boolean> {
  const { closeDatabase, database } = await import('../client.ts');
  const { seedDatabase } = await import('../seed.ts');
  try {
    return await seedDatabase(database());
  } finally {
    await closeDatabase();
  }
}
