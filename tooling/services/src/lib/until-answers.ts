import { setTimeout as sleep } from 'node:timers/promises';

const ONE_REQUEST_MS = 60_000;

/** Waits until `url` answers over HTTP and `accept` likes the status; gives that status. */
export async function untilAnswers(
  url: string,
  accept: (status: number) => boolean,
  signal: AbortSignal,
): Promise<number> {
  for (;;) {
    signal.throwIfAborted();
    try {
      const request = AbortSignal.any([signal, AbortSignal.timeout(ONE_REQUEST_MS)]);
      const response = await fetch(url, { redirect: 'manual', signal: request });
      await response.body?.cancel();
      if (accept(response.status)) return response.status;
    } catch {
      // Not listening yet.
    }
    await sleep(100);
  }
}
