/** The store did not answer in time. */
class LimitTimeoutError extends Error {
  override name = 'LimitTimeoutError';
  readonly code = 'ETIMEDOUT';
}

/**
 * The answer, if it comes within so many milliseconds; 0 waits for ever. A process that was too busy to look reads
 * what has arrived meanwhile before it gives up: its own slowness is no outage.
 * @throws LimitTimeoutError
 */
export async function answerWithin<T>(ms: number, answer: Promise<T>): Promise<T> {
  if (ms === 0) return answer;
  const late = Promise.withResolvers<never>();
  const giveUp = () => late.reject(new LimitTimeoutError(`No answer within ${ms} ms`));
  const timer = setTimeout(() => setImmediate(giveUp), ms);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
