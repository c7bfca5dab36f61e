import { setImmediate } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { anyone } from '@repo/auth/access';
import type { Session } from '@repo/auth/session';
import { createSession, validateSession } from '@repo/auth/sessions';
import { database } from '@repo/db/client';
import { getPost } from '@repo/db/queries/posts';
import { useTestDatabase } from '@repo/db/testing';
import { signIn } from './account/shared/actions.ts';
import { defineAction } from './define-action.ts';
import { currentPorts, withPorts, type Ports } from './lib/ports.ts';
import { respond, runInRoute, type RouteCache, type RouteOptions } from './lib/run-in-route.ts';
import { createCast } from './lib/testing/create-cast.ts';
import { recordingPorts } from './lib/testing/recording-ports.ts';
import { z } from './lib/zod.ts';
import { deletePost, publishPost } from './posts/actions.ts';
import { formData } from './testing.ts';

await useTestDatabase();

let cast: Awaited<ReturnType<typeof createCast>>;
let author: () => Promise<Session | null>;
beforeAll(async () => {
  cast = await createCast();
  const token = await createSession(database(), 'web', cast.people.author.id);
  author = () => validateSession('web', token);
});

const nobody = async () => null;
const anywhere = { origin: 'https://machine.example', 'sec-fetch-site': 'cross-site' };

/** A request of a route handler: who its cookie says, and what its headers say. */
async function inRoute<T>(
  work: (cache: RouteCache) => Promise<T>,
  { cookie = nobody, headers = {} }: { cookie?: Ports['caller']; headers?: Record<string, string> },
) {
  const options = { app: 'web', headers, ip: '192.0.2.9', caller: cookie } as const;
  const { ports, recorded } = recordingPorts(options, {});
  const stale: string[] = [];
  const cache = {
    invalidateTag: (tag: string) => void stale.push(`tag ${tag}`),
    invalidatePath: (path: string) => void stale.push(`path ${path}`),
    settle: async (tags: readonly string[]) => {
      await setImmediate();
      stale.push(`settled ${tags.join()}`);
    },
  };
  return { ...recorded, stale, answer: await withPorts(ports, () => work(cache)) };
}

const publish = (id: string, options: RouteOptions = {}) => {
  return (cache: RouteCache) =>
    runInRoute(cache, publishPost, { id, _org: cast.org.slug }, options);
};

test('a redirect becomes data, and the route’s own cache is told', async () => {
  const post = await cast.post();
  const { answer, stale, invalidations, audit } = await inRoute(publish(post.id), {
    cookie: author,
  });
  expect(answer).toEqual({
    result: { ok: true, data: { id: post.id }, errors: {} },
    location: `/o/${cast.org.slug}/posts/${post.id}?done=published`,
  });
  const tag = `posts-of:${cast.org.slug}`;
  expect([stale, invalidations]).toEqual([[`tag ${tag}`, `settled ${tag}`], []]);
  expect(audit).toMatchObject([{ action: 'posts.publish', outcome: 'done' }]);
});

describe('with the cookie of a session, a call has to come from our own pages', () => {
  test.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example' }],
    ['another site by Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }],
    ['nowhere', { origin: '' }],
  ])('not from %s', async (_name, headers) => {
    const post = await cast.post();
    const { answer } = await inRoute(publish(post.id), { cookie: author, headers });
    expect(answer.result).toMatchObject({ code: 'CROSS_ORIGIN' });
    expect((await getPost(cast.org.id, post.id))?.publishedAt).toBeNull();
  });
});

describe('with a caller of its own', () => {
  test('a call comes from anywhere, and passes all other steps', async () => {
    const [mine, foreign] = [await cast.post(), await cast.otherPost()];
    const options = { caller: author };
    const done = await inRoute(publish(mine.id, options), { headers: anywhere });
    expect(done.answer.result).toMatchObject({ ok: true });
    const refused = await inRoute(publish(foreign.id, options), { headers: anywhere });
    expect(refused.answer.result).toMatchObject({ code: 'NOT_FOUND' });
    const unknown = await inRoute(publish(mine.id, { caller: nobody }), { headers: anywhere });
    expect(unknown.answer.result).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('the cookie of a session counts for nothing: another site cannot lend it', async () => {
    const post = await cast.post();
    const request = { cookie: author, headers: anywhere };
    const { answer } = await inRoute(publish(post.id, { caller: nobody }), request);
    expect(answer.result).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('no cookie is set: another site cannot sign somebody in', async () => {
    const action = defineAction({
      id: 'test.setsCookie',
      access: anyone,
      rateLimit: { max: 10, window: '1 m' },
      input: z.object({}),
      handler: ({ afterCommit }) => afterCommit(({ cookies }) => cookies.set('session', 'x', {})),
    });
    const { answer, cookies, log } = await inRoute(
      (cache) => runInRoute(cache, action, {}, { caller: nobody }),
      { headers: anywhere },
    );
    expect([answer.result.ok, cookies]).toEqual([true, []]);
    expect(JSON.stringify(log)).toContain('sets no cookies');
  });

  test('what it throws is masked and logged', async () => {
    const caller = () => Promise.reject(new Error('the key store is out'));
    const { answer, log } = await inRoute(publish('x', { caller }), {});
    expect(answer.result).toMatchObject({ code: 'INTERNAL' });
    expect(JSON.stringify(answer)).not.toContain('key store');
    expect(JSON.stringify(log)).toContain('key store');
  });
});

test('a form may come with bound fields', async () => {
  const post = await cast.post();
  const bound = { id: post.id, _org: cast.org.slug };
  const { answer } = await inRoute(
    (cache) => runInRoute(cache, deletePost, formData({}), { bound }),
    { cookie: author },
  );
  expect(answer.result.ok).toBe(true);
  expect(await getPost(cast.org.id, post.id)).toBeNull();
});

test.each([undefined, null, 'text', 1, ['x'], new URLSearchParams('id=1')])(
  'the body %j is refused',
  async (body) => {
    const run = (cache: RouteCache) => runInRoute(cache, publishPost, body, {});
    const { answer } = await inRoute(run, { cookie: author });
    expect(answer.result).toMatchObject({ code: 'VALIDATION' });
  },
);

test('the ports of the route end with the call', async () => {
  const { ports } = recordingPorts(
    { app: 'web', headers: {}, ip: '192.0.2.9', caller: nobody },
    {},
  );
  await withPorts(ports, async () => {
    const cache = { ...ports, settle: async () => {} };
    await runInRoute(cache, signIn, {}, { caller: nobody });
    expect(currentPorts()).toBe(ports);
  });
});

describe('the answer as a response', () => {
  const respondTo = (code: string, more = {}) =>
    respond({ result: { ok: false, code, errors: {}, ...more } as never, location: null });

  test('has JSON, a status and no place in a cache', async () => {
    const result = { ok: true, data: { id: 1 }, errors: {} } as const;
    const response = respond({ result, location: '/x' });
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await response.json()).toEqual(result);
  });

  test.each([
    ['VALIDATION', 400],
    ['UNAUTHENTICATED', 401],
    ['CROSS_ORIGIN', 403],
    ['NOT_FOUND', 404],
    ['CONFLICT', 409],
    ['INTERNAL', 500],
    ['UNAVAILABLE', 503],
    ['SLUG_TAKEN', 422],
    ['constructor', 422],
  ])('says %s with %i', (code, status) => {
    expect(respondTo(code).status).toBe(status);
  });

  test('says how long to wait', () => {
    const { status, headers } = respondTo('RATE_LIMITED', { retryAfter: 7 });
    expect([status, headers.get('retry-after')]).toEqual([429, '7']);
  });
});
