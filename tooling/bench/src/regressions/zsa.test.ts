import { forbidden, notFound, unstable_rethrow } from 'next/navigation';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createServerAction } from 'zsa';
import { defineAction } from '@repo/actions/define-action';
import { call } from '@repo/actions/testing';
import { anyone } from '@repo/auth/access';
import { useTestDatabase } from '@repo/db/testing';

await useTestDatabase();

const common = {
  access: anyone,
  rateLimit: { max: 100, window: '1 m' },
  input: z.object({}),
} as const;

describe('the text of an exception never reaches the browser', () => {
  const leak = (): never => {
    throw new Error('connect postgresql://app:hunter2@10.0.0.7 failed');
  };

  test('ours says that something went wrong, with the id of the log line', async () => {
    const action = defineAction({ ...common, id: 'regressions.leak', handler: leak });
    const { result, log } = await call(action, {});
    expect(result).toMatchObject({ ok: false, code: 'INTERNAL', errorId: expect.any(String) });
    expect(JSON.stringify(result)).not.toMatch(/postgresql|hunter2|connect/);
    const { errorId } = result as { errorId?: string };
    expect(log[0]).toMatchObject({ errorId, err: { message: expect.stringContaining('connect') } });
  });

  test('zsa sends it', async () => {
    const [, error] = await createServerAction().handler(leak)();
    expect(error?.message).toContain('hunter2');
  });
});

describe.each([
  ['notFound', notFound],
  ['forbidden', forbidden],
])('%s() stops a call and reaches the framework', (name, stop) => {
  // Without this experiment `forbidden()` throws an error that says how to switch it on.
  beforeEach(() => void vi.stubEnv('__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS', 'true'));
  const leave = (): never => stop();
  const digest = expect.stringMatching(/^NEXT_HTTP_ERROR_FALLBACK;40[34]$/);

  test('ours throws it on', async () => {
    const action = defineAction({ ...common, id: `regressions.${name}`, handler: leave });
    const left = call(action, {}, { fakes: { rethrowControlFlow: unstable_rethrow } });
    await expect(left).rejects.toMatchObject({ digest });
  });

  test('zsa makes an error value of it', async () => {
    const [data, error] = await createServerAction().handler(leave)();
    expect(data).toBeNull();
    expect(error).toMatchObject({ code: 'ERROR' });
  });
});

describe('a call that timed out changes nothing for the next one', () => {
  test('ours answers the next one', async () => {
    let wait = 4_000;
    const action = defineAction({
      ...common,
      id: 'regressions.timeout',
      timeout: '2 s',
      handler: () => new Promise<string>((resolve) => setTimeout(resolve, wait, 'done')),
    });
    expect((await call(action, {})).result).toMatchObject({ ok: false, code: 'TIMEOUT' });
    wait = 0;
    for (let calls = 0; calls < 3; calls += 1)
      expect((await call(action, {})).result).toMatchObject({ ok: true, data: 'done' });
  });

  test('zsa answers TIMEOUT for ever after', async () => {
    let wait = 60;
    const action = createServerAction()
      .timeout(30)
      .handler(() => new Promise((resolve) => setTimeout(resolve, wait, 'done')));
    expect((await action(undefined as never))[1]).toMatchObject({ code: 'TIMEOUT' });
    wait = 0;
    for (let call = 0; call < 3; call += 1)
      expect((await action(undefined as never))[1]).toMatchObject({ code: 'TIMEOUT' });
  });
});
