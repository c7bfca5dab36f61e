import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { sessionCookie } from './cookie.ts';
import type { Audience, Session } from './session.ts';
import { validateSession } from './sessions.ts';

/** What pages of one app ask about their visitor. */
export interface SessionReader {
  /** Who is visiting, or null. One query per request, however often it is asked. */
  getSession: () => Promise<Session | null>;
  /** Who is visiting; sends everybody else to sign in, and back to `returnTo` afterwards. */
  requireSession: (returnTo: string) => Promise<Session>;
}

/** The session of an app's pages. Make it once per app, in a file of its own. */
export function createSessionReader(audience: Audience): SessionReader {
  const getSession = cache(async () => {
    const token = (await cookies()).get(sessionCookie(audience).name)?.value;
    return token ? validateSession(audience, token) : null;
  });
  return {
    getSession,
    async requireSession(returnTo) {
      return (await getSession()) ?? redirect(`/sign-in?next=${encodeURIComponent(returnTo)}`);
    },
  };
}
