import { closeDatabase, database } from '../client.ts';
import { seedDatabase } from '../seed.ts';

const { NODE_ENV, PERIMETER_ALLOW_SEED } = process.env;

if (NODE_ENV === 'production' && PERIMETER_ALLOW_SEED !== '1') {
  console.error(
    'The sample data has known passwords and is refused in production. Set PERIMETER_ALLOW_SEED=1 to insist.',
  );
  process.exitCode = 1;
} else {
  const seeded = await seedDatabase(database());
  console.log(
    seeded
      ? 'Sample data written.'
      : 'There are people in this database already; nothing was changed.',
  );
  await closeDatabase();
}
