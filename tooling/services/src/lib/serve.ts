import { type Database } from './database.ts';
import { type Guarded } from './guarded.ts';
import { type AppName } from './ports.ts';

/** Something that runs for as long as people want it to. */
export interface Served {
  database: Database;
  apps: Partial<Record<AppName, Guarded>>;
  /** Where jobs run in a process of their own. */
  worker?: Guarded;
}

/** Waits for the interruption (true) or for a part that ends by itself (false, after saying which). */
export async function untilOver(served: Served, signal: AbortSignal): Promise<boolean> {
  const parts = { ...served.apps, ...(served.worker && { worker: served.worker }) };
  const deaths = Object.entries(parts).map(([part, guarded]) =>
    guarded.ended.then(() => `${part} has ended by itself; its last lines are above.`),
  );
  const over = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null));
  });
  const death = served.database.ended.then(() => 'The database has ended by itself.');
  const reason = await Promise.race([over, death, ...deaths]);
  if (reason !== null) console.error(`\n${reason} Stopping the rest.`);
  return reason === null;
}

/** Stops apps and worker first, then the database. */
export async function stopAll(served: Partial<Served>): Promise<void> {
  const parts = [...Object.values(served.apps ?? {}), ...(served.worker ? [served.worker] : [])];
  await Promise.all(parts.map((part) => part.stop()));
  await served.database?.stop();
}
