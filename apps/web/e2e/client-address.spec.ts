import { expect, test } from '@repo/testing/fixtures';
import { startReverseProxy } from '@repo/testing/reverse-proxy';
import { request as send, type IncomingMessage } from 'node:http';

interface Sent {
  url: string;
  fields: Record<string, string>;
  /** The address of this machine that the request comes from. */
  client: string;
  headers: Record<string, string>;
}

/** Posts a form as a browser without JavaScript does, from an address of its own. */
async function postForm({ url, fields, client, headers }: Sent): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const body = new Response(form);
  const type = { 'content-type': body.headers.get('content-type') ?? '' };
  const bytes = Buffer.from(await body.arrayBuffer());
  const answer = await new Promise<IncomingMessage>((done, failed) => {
    const options = { method: 'POST', localAddress: client, headers: { ...headers, ...type } };
    send(url, options, done).on('error', failed).end(bytes);
  });
  return (await answer.toArray()).join('');
}

test(
  'behind a real proxy each client has its own limit, whatever it writes into X-Forwarded-For',
  { tag: '@no-js-only' },
  async ({ web, ip }) => {
    const proxy = await startReverseProxy({ target: web.url });
    try {
      await web.goto('/sign-in');
      const form = web.page.locator('form').filter({ has: web.page.getByLabel('Password') });
      const hidden = await form.locator('input[type=hidden]').all();
      const fields: Record<string, string> = { email: 'nobody@example.test', password: 'wrong' };
      for (const input of hidden)
        fields[(await input.getAttribute('name')) ?? ''] = await input.inputValue();

      // Addresses of the loopback that no other test comes from.
      const clients = ip.split('.').slice(2).join('.');
      const signIn = (client: string, claims: string) =>
        postForm({
          url: `${proxy.url}/sign-in`,
          fields,
          client,
          headers: { origin: proxy.url, 'x-forwarded-for': claims, 'x-real-ip': claims },
        });
      const answers: string[] = [];
      // Where one window ends and the next begins, one or two more may pass.
      for (let i = 0; i < 15; i += 1)
        answers.push(await signIn(`127.1.${clients}`, `198.51.100.${i}`));
      expect(answers.slice(0, 10).every((html) => html.includes('do not belong together'))).toBe(
        true,
      );
      expect(answers.at(-1), 'after more than ten of one client').toContain('That was too often.');
      const other = await signIn(`127.2.${clients}`, `127.1.${clients}`);
      expect(other, 'another client that claims to be the first').toContain(
        'do not belong together',
      );
    } finally {
      await proxy.stop();
    }
  },
);
