import { startPostgres } from '../postgres.ts';
import { interruption } from './interruption.ts';
import { runStages, type Stage } from './stages.ts';
import { summarise } from './summary.ts';

/** Environment of the stages that test; asked for when they begin. */
export type TestEnv = () => Promise<Record<string, string>>;

/**
 * Runs stages, prints their summary and ends the process. Tests share one Postgres: the server that
 * `PERIMETER_TEST_DATABASE_URL` names, else an ephemeral one.
 */
export async function runAndReport(
  stagesOf: (testEnv: TestEnv, signal: AbortSignal) => Stage[],
): Promise<never> {
  const signal = interruption();
  const given = process.env.PERIMETER_TEST_DATABASE_URL;
  const starting = given
    ? Promise.resolve({ url: given, stop: async () => {} })
    : startPostgres({ ephemeral: true });
  // Its failure is reported by the stage that needs it.
  starting.catch(() => {});
  const testEnv = async () => ({ PERIMETER_TEST_DATABASE_URL: (await starting).url });

  const { text, failed } = summarise(await runStages(stagesOf(testEnv, signal), signal));
  await starting.then(
    (postgres) => postgres.stop(),
    () => {},
  );
  console.log(text);
  process.exit(failed > 0 ? 1 : 0);
}
