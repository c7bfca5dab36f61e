import { expect, test } from 'vitest';
import { anyone } from '@repo/auth/access';
import { defineAction } from '../../define-action.ts';
import { z } from '../zod.ts';
import { withPorts } from '../ports.ts';
import { recordingPorts } from '../testing/recording-ports.ts';
import { reportRequestError, type FailedRequest } from './request-error.ts';

const SECRET = 'opens-a-door';

const request: FailedRequest = {
  path: `/reset/x?token=${SECRET}&again=${encodeURIComponent(`${SECRET} ä/&`)}`,
  method: 'GET',
  headers: { cookie: `a=1; session=${SECRET}-cookie`, authorization: `Bearer ${SECRET}-bearer` },
};
const context = { routePath: '/reset/[id]', routeType: 'render' };

async function report(error: unknown) {
  const options = { app: 'web', caller: async () => null, ip: '192.0.2.1', headers: {} } as const;
  const { ports, recorded } = recordingPorts(options, {});
  await withPorts(ports, async () => reportRequestError(error, request, context));
  return recorded.log;
}

test('one line with the digest that the page shows, the route and the error', async () => {
  const failed = Object.assign(new Error('no such table'), { digest: '1234567890' });
  const [line, ...more] = await report(failed);
  expect(more).toEqual([]);
  expect(line).toMatchObject({
    level: 50,
    app: 'web',
    errorId: '1234567890',
    route: '/reset/[id]',
    kind: 'render',
    method: 'GET',
    err: { message: 'no such table', stack: expect.stringContaining('    at ') },
  });
});

test('one error that fails several parts of a page is one line; another error is another', async () => {
  const failed = Object.assign(new Error('x'), { digest: '1' });
  expect(await report(failed)).toHaveLength(1);
  expect(await report(failed)).toHaveLength(0);
  expect(await report(Object.assign(new Error('x'), { digest: '1' }))).toHaveLength(1);
});

test.each([new Error('without one'), 'a text', null, undefined, { digest: 5 }])(
  'an error without a digest (%s) gets an id of its own',
  async (error) => {
    const [line] = await report(error);
    expect(line?.errorId).toMatch(/^[0-9a-f]{12}$/);
  },
);

test('nothing of the query, the cookies or the credentials is in it, also when the error quotes them', async () => {
  const quoted = `${request.path} ${SECRET} ä/& ${JSON.stringify(request.headers)}`;
  const failed = new Error(quoted, { cause: new Error(`deeper: ${quoted}`) });
  const [line] = await report(failed);
  expect(JSON.stringify(line)).not.toContain(SECRET);
  expect(JSON.stringify(line)).not.toContain('token=opens');
  expect(line).toMatchObject({ err: { cause: { message: expect.stringContaining('deeper') } } });
});

test('what an action answers itself is not reported twice', async () => {
  const action = defineAction({
    id: 't.own',
    access: anyone,
    rateLimit: 'unlimited',
    input: z.object({}),
    handler: () => Promise.reject(new Error('x')),
  });
  const options = { app: 'web', caller: async () => null, ip: '192.0.2.1', headers: {} } as const;
  const { ports, recorded } = recordingPorts(options, {
    audit: async () => {},
    transaction: (work) => work({} as never),
    database: () => ({}) as never,
  });
  await withPorts(ports, () => action({}));
  expect(recorded.log.map(({ msg }) => msg)).toEqual([
    'action failed unexpectedly',
    't.own INTERNAL',
  ]);
});
