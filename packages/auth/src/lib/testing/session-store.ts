import { database } from '@repo/db/client';
import type { Audience } from '../../session.ts';
import { createSession, endSession, endSessionsOf, validateSession } from '../../sessions.ts';

/** What any session store has to do, whatever it is made of. */
export interface SessionStore {
  /** @returns the token for the cookie */
  create(userId: string): Promise<string>;
  validate(token: string): Promise<{ id: string; expiresAt: Date; user: { id: string } } | null>;
  /** Ends one session, by its public id. */
  end(id: string): Promise<void>;
  /** Ends all sessions of a person, in both apps. */
  endAllOf(userId: string): Promise<void>;
}

/** The store that the apps use, on lucia. */
export function luciaStore(audience: Audience): SessionStore {
  return {
    create: (userId) => createSession(database(), audience, userId),
    validate: (token) => validateSession(audience, token),
    end: (id) => endSession(database(), audience, id),
    endAllOf: (userId) => endSessionsOf(database(), userId),
  };
}
