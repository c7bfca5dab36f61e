import type { TestUser } from './create-people.ts';
import { createTestOrg, createTestPost, createTestUser } from './create-people.ts';

/** Everybody that a table of callers asks for, in two orgs. */
export async function createCast() {
  const [org, otherOrg] = [
    await createTestOrg({ plan: 'business' }),
    await createTestOrg({ plan: 'business' }),
  ];
  const author = await createTestUser({ org, role: 'author' });
  const otherAuthor = await createTestUser({ org: otherOrg, role: 'author' });
  const people = {
    anonymous: null,
    'somebody of no org': await createTestUser(),
    member: await createTestUser({ org, role: 'member' }),
    author,
    'another author': await createTestUser({ org, role: 'author' }),
    owner: await createTestUser({ org, role: 'owner' }),
    "another org's author": otherAuthor,
    "another org's owner": await createTestUser({ org: otherOrg, role: 'owner' }),
    'staff moderator': await createTestUser({ staffRole: 'moderator' }),
    'staff admin': await createTestUser({ staffRole: 'admin' }),
    'disabled author': await createTestUser({ org, role: 'author', disabled: true }),
    'disabled staff': await createTestUser({ staffRole: 'admin', disabled: true }),
  } satisfies Record<string, TestUser | null>;
  return {
    org,
    otherOrg,
    people,
    /** A post of `author`; published if wanted. */
    post: (values: Parameters<typeof createTestPost>[2] = {}) =>
      createTestPost(org, author, values),
    otherPost: () => createTestPost(otherOrg, otherAuthor),
  };
}

export type Caller = keyof Awaited<ReturnType<typeof createCast>>['people'];
