import { startPostgres } from '../postgres.ts';
import { fastStages } from '../lib/fast-stages.ts';
import { interruption } from '../lib/interruption.ts';
import { runStages } from '../lib/stages.ts';
import { summarise } from '../lib/summary.ts';

const signal = interruption();
const starting = startPostgres({ ephemeral: true });
// Its failure is reported by the stage that needs it.
starting.catch(() => {});
const testEnv = async () => ({ PERIMETER_TEST_DATABASE_URL: (await starting).url });

const { text, failed } = summarise(await runStages(fastStages(testEnv, signal), signal));
await starting.then(
  (postgres) => postgres.stop(),
  () => {},
);
console.log(text);
process.exit(failed > 0 ? 1 : 0);
