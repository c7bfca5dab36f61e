const perWorker = 4096;

/**
 * The address a browser test comes from: one of 10.0.0.0/8 for each pair of worker and test, so that
 * no test uses up the rate limit of another.
 *
 * @param worker - Playwright's `workerIndex`, which no two workers of a run share
 * @param count - how many tests this worker has begun before
 */
export function clientIp(worker: number, count: number): string {
  const number = worker * perWorker + count;
  if (count >= perWorker || number >= 2 ** 24)
    throw new RangeError(`No address left for test ${count} of worker ${worker}`);
  return `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;
}
