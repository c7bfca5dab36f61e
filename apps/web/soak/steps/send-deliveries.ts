import { setTimeout as sleep } from 'node:timers/promises';
import { sign, type Sender } from '@repo/actions/testing';
import type { SentEvent } from './plan-deliveries.ts';

/** Where events go, and how they are signed. */
export interface Receiver {
  url: string;
  secrets: Record<Sender, string>;
}

/** What senders saw. */
export interface Sending {
  /** How many deliveries have been answered with 200. */
  accepted: number;
  /** Attempts that were not, by what came instead. */
  refused: Record<string, number>;
  /** Milliseconds of each answer. */
  latencies: number[];
  done: Promise<void>;
}

const AT_ONCE = 16;
const PATIENCE_MS = 15_000;

/**
 * Sends deliveries, several at once. What is not answered with 200 in time is sent again a while later, as senders do,
 * signed anew.
 */
export function sendDeliveries(deliveries: readonly SentEvent[], receiver: Receiver): Sending {
  const waiting = [...deliveries];
  const sending: Sending = { accepted: 0, refused: {}, latencies: [], done: Promise.resolve() };
  const lane = async () => {
    for (let event = waiting.pop(); event; event = waiting.pop()) {
      for (let pause = 250; ; pause = Math.min(pause * 2, 4_000)) {
        const from = performance.now();
        const answer = await attempt(event, receiver);
        if (answer === '200') {
          sending.latencies.push(performance.now() - from);
          break;
        }
        sending.refused[answer] = (sending.refused[answer] ?? 0) + 1;
        await sleep(pause * (0.5 + Math.random()));
      }
      sending.accepted += 1;
    }
  };
  sending.done = Promise.all(Array.from({ length: AT_ONCE }, lane)).then(() => {});
  return sending;
}

async function attempt(event: SentEvent, { url, secrets }: Receiver): Promise<string> {
  const { sender, body, id, type } = event;
  const headers = await sign[sender]({ secret: secrets[sender], body, id, type, at: new Date() });
  try {
    const answer = await fetch(`${url}/api/webhooks/${sender}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await answer.arrayBuffer();
    return String(answer.status);
  } catch (error) {
    return (error as Error).name;
  }
}
