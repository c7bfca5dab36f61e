import { Lucia, TimeSpan } from 'lucia';
import type { Queryable } from '@repo/db/client';
import type { Audience } from '../session.ts';
import { createSessionAdapter } from './session-adapter.ts';

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaOn>;
  }
}

/** A session ends when it was idle for this long, and in any case after `absolute`. */
export const LIFETIME: Record<Audience, { idle: TimeSpan; absolute: TimeSpan }> = {
  web: { idle: new TimeSpan(30, 'd'), absolute: new TimeSpan(90, 'd') },
  admin: { idle: new TimeSpan(8, 'h'), absolute: new TimeSpan(7, 'd') },
};

/** The only place that constructs lucia. Cookies are ours: `createSessionCookie` would leak the public id only. */
export function luciaOn(db: Queryable, audience: Audience) {
  return new Lucia(createSessionAdapter(db, audience), {
    sessionExpiresIn: LIFETIME[audience].idle,
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });
}
