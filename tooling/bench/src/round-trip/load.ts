import autocannon from 'autocannon';
import type { FormPost } from './form-post.ts';

/** What one turn under load was like. */
export interface Load {
  perSecond: number;
  /** Milliseconds of each answer. */
  latencies: number[];
}

export interface LoadOptions {
  url: string;
  connections: number;
  /** How many posts to send, all connections together. */
  amount: number;
  /** Makes the next post. */
  next: () => FormPost;
}

/**
 * Sends posts as fast as they are answered.
 * @throws Error when one is not answered with 200
 */
export function putUnderLoad({ url, connections, amount, next }: LoadOptions): Promise<Load> {
  return new Promise((resolve, reject) => {
    const latencies: number[] = [];
    let last = 0;
    const start = performance.now();
    const instance = autocannon(
      {
        url,
        connections,
        amount,
        method: 'POST',
        sampleInt: 20,
        requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
      },
      (error, result) => {
        if (error) return reject(error as Error);
        const lost = result.errors + result.non2xx;
        if (lost > 0) reject(new Error(`${lost} of ${amount} posts were not answered with 200`));
        else resolve({ perSecond: (amount * 1000) / (last - start), latencies });
      },
    );
    instance.on('response', (_client, _status, _bytes, ms) => {
      last = performance.now();
      latencies.push(ms);
    });
  });
}
