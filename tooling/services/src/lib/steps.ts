const HEARTBEAT_MS = 10_000;

/** Seconds since `start` (milliseconds of `performance.now()`), for people. */
export function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** Runs one step of a start-up: says that it begins, that it still goes on, and how long it took. */
export async function step<T>(
  title: string,
  run: (progress: (text: string) => void) => Promise<T>,
): Promise<T> {
  const start = performance.now();
  const say = (text: string) => console.log(`  ${title.padEnd(12)}${text}`);
  say('...');
  const heartbeat = setInterval(() => say(`still going (${secondsSince(start)})`), HEARTBEAT_MS);
  try {
    const result = await run(say);
    say(`ready (${secondsSince(start)})`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}
