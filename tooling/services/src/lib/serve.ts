import { type Database } from './database.ts';
import { type Guarded } from './guarded.ts';
import { type AppName } from './apps.ts';

/** Something that runs for as long as people want it to. */
export interface Served {
  database: Database;
  apps: Record<AppName, Guarded>;
  /** Where jobs run in a process of their own. */
  worker?: Guarded;
}

/** Waits for the interruption (null) or for a part that ends by itself (a sentence that says which). */
export async function untilOver(served: Served, signal: AbortSignal): Promise<string | null> {
  const parts = { ...served.apps, ...(served.worker && { worker: served.worker }) };
  const deaths = Object.entries(parts).map(([part, guarded]) =>
    guarded.ended.then(() => `${part} has ended by itself; its last lines are above.`),
  );
  const over = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null));
  });
  const death = served.database.ended.then(() => 'The database has ended by itself.');
  return Promise.race([over, death, ...deaths]);
}

/** Says why, then stops apps and worker, then the database. `death`: see `untilOver`. */
export async function endAll(served: Partial<Served>, death: string | null): Promise<void> {
  if (death !== null) {
    console.error(`\n${death} Stopping the rest.`);
    process.exitCode = 1;
  }
  console.log('\nStopping the apps and the database ...');
  await stopAll(served);
  console.log('Stopped.');
}

/** Stops apps and worker first, then the database. */
export async function stopAll(served: Partial<Served>): Promise<void> {
  const parts = [...Object.values(served.apps ?? {}), ...(served.worker ? [served.worker] : [])];
  await Promise.all(parts.map((part) => part.stop()));
  await served.database?.stop();
}
