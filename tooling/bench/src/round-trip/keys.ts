import { randomUUID } from 'node:crypto';
import type { NextKey } from './posts.ts';
import type { Way } from './ways.ts';

/** Keys for the forms: ours are made and signed by the server, which a page does; the others take any. */
export interface Keys {
  next: NextKey;
  /** Fetches as many more for a way, so that a turn does not wait for them. */
  fetch: (way: Way, count: number) => Promise<void>;
}

/** @param url of the server of ours */
export function createKeys(url: string): Keys {
  let signed: string[] = [];
  return {
    next: (way) => (way === 'ours' ? (signed.pop() ?? missing()) : randomUUID()),
    async fetch(way, count) {
      if (way !== 'ours') return;
      const answer = await fetch(`${url}/keys?count=${count}`);
      signed = (await answer.json()) as string[];
    },
  };
}

function missing(): never {
  throw new Error('More posts were made than keys were fetched');
}
