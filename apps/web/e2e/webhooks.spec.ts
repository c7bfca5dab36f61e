import { createHmac, randomUUID } from 'node:crypto';
import { startStack, type Stack } from '@repo/services/stack';
import { expect, test } from '@repo/testing/fixtures';
import postgres from 'postgres';
import { postRaw } from './steps/post-raw.ts';

const [OLD, NEW] = [`whsec_${randomUUID()}`, `whsec_${randomUUID()}`];
const event = () => JSON.stringify({ id: `evt_${randomUUID()}`, type: 'invoice.paid', text: 'ä' });

function signed(body: string, secret: string, at = Date.now()): Record<string, string> {
  const time = Math.floor(at / 1000);
  const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  return { 'stripe-signature': `t=${time},v1=${signature}` };
}

test.describe('webhooks over HTTP, on the production build', { tag: '@no-js-only' }, () => {
  test.describe.configure({ mode: 'serial' });
  let stack: Stack;
  const url = (provider = 'stripe') => `${stack.web}/api/webhooks/${provider}`;
  /**
   * Of the deliveries of this event that were answered 200: how many were kept, and how many were
   * duplicates. Their lines can come after the answers: to be polled.
   */
  const kept = (body: string) => {
    const { id } = JSON.parse(body) as { id: string };
    const lines = stack.logs('web').filter((line) => line.includes(`"event":"${id}"`));
    return [true, false].map((is) => lines.filter((line) => line.includes(`"kept":${is}`)).length);
  };

  test.beforeAll(async () => {
    stack = await startStack({
      apps: ['web'],
      databaseUrl: process.env.E2E_DATABASE_URL ?? '',
      env: {
        APP_SECRET: 'a process of web that takes webhooks',
        TRUSTED_PROXIES: '127.0.0.1/32,::1/128',
        STRIPE_WEBHOOK_SECRETS: `${NEW},${OLD}`,
      },
    });
  });
  test.afterAll(() => stack?.stop());

  test('what is signed with either secret is kept, and of twenty twins one', async ({
    request,
  }) => {
    for (const secret of [OLD, NEW]) {
      const body = event();
      const headers = {
        ...signed(body, secret),
        'content-type': 'multipart/form-data; boundary=x',
      };
      const twins = Array.from({ length: 20 }, () => request.post(url(), { headers, data: body }));
      const answers = await Promise.all(twins);
      const said = answers.map(async (answer) => `${answer.status()}${await answer.text()}`);
      expect(new Set(await Promise.all(said))).toEqual(new Set(['200']));
      await expect.poll(() => kept(body)).toEqual([1, 19]);
    }
  });

  test('what has an effect is kept together with the job that applies it', async ({ request }) => {
    const body = JSON.stringify({ ...JSON.parse(event()), type: 'customer.subscription.updated' });
    const answer = await request.post(url(), { headers: signed(body, NEW), data: body });
    expect(answer.status()).toBe(200);
    await expect.poll(() => kept(body)).toEqual([1, 0]);
    const sql = postgres(process.env.E2E_DATABASE_URL ?? '', { max: 1 });
    const jobs = await sql`
      select data ->> 'job' as job from webhook_events
      join pgboss.job on data -> 'input' ->> 'id' = webhook_events.id::text where payload = ${body}`;
    await sql.end();
    expect([...jobs]).toEqual([{ job: 'webhooks.apply' }]);
  });

  test('what is not, is refused, says nothing and leaves nothing', async ({ request }) => {
    const body = event();
    const good = signed(body, NEW);
    const refused = [
      [400, 'stripe', {}, body],
      [400, 'stripe', signed(body, 'whsec_of_somebody_else'), body],
      [400, 'stripe', good, `${body} `],
      [400, 'stripe', signed(body, NEW, Date.now() - 301_000), body],
      [400, 'stripe', signed(body, NEW, Date.now() + 302_000), body],
      [415, 'stripe', { ...good, 'content-encoding': 'gzip' }, body],
      [413, 'stripe', good, 'x'.repeat(2 * 1024 ** 2)],
      [503, 'github', good, body],
    ] as const;
    for (const [status, provider, headers, data] of refused) {
      const answer = await request.post(url(provider), { headers, data });
      expect([answer.status(), await answer.text()]).toEqual([status, '']);
    }
    expect((await request.get(url())).status()).toBe(405);
    // No page either: what stands here has no content security policy.
    const nobody = [
      await request.get(url('nobody')),
      await request.post(url('a/b'), { data: body }),
      await request.post(url('%'), { data: body }),
    ];
    expect(nobody.map((answer) => answer.status())).toEqual([404, 405, 400]);
    for (const answer of nobody) expect(await answer.text()).toBe('');
    const log = () => stack.logs('web').join('\n');
    await expect.poll(log).toContain('"reason":"bad-signature"');
    expect(kept(body)).toEqual([0, 0]);
    expect(log()).not.toContain(good['stripe-signature'] ?? '');
  });

  test('a body in chunks is cut at the cap: no page waits for it', async ({ request }) => {
    // With pauses, in which the answer is read before a part meets the closed connection.
    const large = await postRaw(url(), {}, Array<string>(200).fill('x'.repeat(65_536)), 50);
    expect(large).toMatchObject({ status: 413 });
    expect((await request.get(`${stack.web}/readyz`)).status()).toBe(200);
  });
});
