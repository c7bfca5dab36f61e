import { Lucia, TimeSpan } from 'lucia';
import { APPS } from '@repo/db/apps';
import type { Queryable } from '@repo/db/client';
import type { Audience } from '../session.ts';
import { createSessionAdapter } from './session-adapter.ts';

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaOn>;
  }
}

/** A session ends when it was idle for this long, and in any case after `absolute`. */
export function lifetimeOf(audience: Audience): { idle: TimeSpan; absolute: TimeSpan } {
  const { idleHours, absoluteDays } = APPS[audience].session;
  return { idle: new TimeSpan(idleHours, 'h'), absolute: new TimeSpan(absoluteDays, 'd') };
}

/** The only place that constructs lucia. Cookies are ours: `createSessionCookie` would leak the public id only. */
export function luciaOn(db: Queryable, audience: Audience) {
  return new Lucia(createSessionAdapter(db, audience), {
    sessionExpiresIn: lifetimeOf(audience).idle,
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });
}
