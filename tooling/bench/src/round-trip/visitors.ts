import { createTestOrg, createTestUser } from '@repo/actions/testing';
import { createSession } from '@repo/auth/sessions';
import { database } from '@repo/db/client';

/** Somebody who is signed in and writes in an org of their own. */
export interface Visitor {
  cookie: string;
  org: string;
}

/** People who have nothing in common: no row that one of them locks is in the way of another. */
export function createVisitors(count: number): Promise<Visitor[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      // With room for all that a run posts; how many there are is counted at each post, as for any org.
      const org = await createTestOrg({ plan: 'business' });
      const user = await createTestUser({ org, role: 'author' });
      const token = await createSession(database(), 'web', user.id);
      return { cookie: `session=${token}`, org: org.slug };
    }),
  );
}
