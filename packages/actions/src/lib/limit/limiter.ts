/** A span of time as `@upstash/ratelimit` writes it: `'10 s'`, `'1 m'`, `'1 h'`. */
export type Window = `${number} ${'s' | 'm' | 'h' | 'd'}`;

export interface RateLimit {
  /** Calls that one caller may make within the window. */
  max: number;
  window: Window;
  /** What happens while the store of the limits does not answer. Default: `open`. Use `closed` for credentials. */
  onOutage?: 'open' | 'closed';
}

/** No limit. Has to be written out. */
export const unlimited = 'unlimited';

export interface LimitDecision {
  allowed: boolean;
  /** Seconds until a call can be allowed again. */
  retryAfter: number;
}

/** Where limits are counted. */
export interface Limiter {
  /**
   * Counts one call.
   * @param action id of the action: each has its own buckets
   * @param caller who is counted, as `user:…` or `ip:…`; stored as an HMAC only
   * @throws when the store does not answer
   */
  limit(action: string, caller: string, rate: RateLimit): Promise<LimitDecision>;
}
