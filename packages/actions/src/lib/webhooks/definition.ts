import type { Transaction } from '@repo/db/client';
import type { WebhookSecrets } from '../../env.ts';
import type { Reason } from './reasons.ts';

/** What came in, as far as a verifier may look at it. */
export interface Delivery {
  headers: Headers;
  /** The bytes as text: they are valid UTF-8, so that no two bodies have one text. */
  body: string;
  /** The accepted ones, newest first: more than one while a secret is changed. */
  secrets: readonly string[];
  /** Milliseconds since the epoch. */
  now: number;
}

/** Which event this is. */
export interface Identity {
  id: string;
  type: string;
  /** Digest of the body, from senders that sign neither id nor time. */
  fingerprint?: string;
}

/** How one sender signs. Wherever several may match, the comparison takes the same time for all. */
export interface Verifier {
  /** Named in the lock: a change of the way is a change of the perimeter. */
  name: string;
  /** Why this delivery is refused; null when the sender signed it, and just now where the sender signs the time. */
  verify(delivery: Delivery): Promise<Reason | null> | Reason | null;
  /** Reads id and type of a verified delivery; what is there may be anything. */
  identify(
    payload: Readonly<Record<string, unknown>>,
    delivery: Delivery,
  ): Record<keyof Identity, unknown>;
}

/** An event that has an effect. */
export interface AppliedEvent<Type extends string> {
  /** What the sender calls it. */
  id: string;
  type: Type;
  receivedAt: Date;
  /** What was sent, as the sender's own types say; validate what you read. */
  payload: Readonly<Record<string, unknown>>;
}

/** A declared sender of webhooks. */
export interface WebhookDefinition<Type extends string> {
  /** Lower case, as in the path: `stripe`. Names the rows, the log lines and the limit. */
  provider: string;
  /** The variable with the secrets, see `env.ts`. While it is unset, all is answered 503. */
  secrets: keyof WebhookSecrets;
  /** How the sender signs. */
  verify: Verifier;
  /** Types that have an effect. All others are accepted and kept as `recorded`, and so are these without `apply`. */
  events: readonly Type[];
  /**
   * The effect of one event, in the transaction that marks it applied: there once, however often the event comes.
   * Events come late and in any order: never overwrite what is newer. What it throws is tried again, with growing
   * pauses. A code instead of null gives the event up at once, until somebody replays it; nothing of it is kept then.
   */
  apply?: (call: {
    event: AppliedEvent<NoInfer<Type>>;
    tx: Transaction;
  }) => Promise<Uppercase<string> | null>;
}

/** A definition whose types no longer matter. */
// oxlint-disable-next-line typescript/no-explicit-any -- effects of all events are held in one type
export type AnyWebhookDefinition = WebhookDefinition<any>;

/** A declared webhook: the `POST` of a route handler. It never throws. */
export type Webhook = (request: Request) => Promise<Response>;
