import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { database } from '@repo/db/client';
import { webhookEvents } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { githubSha256, standardV1, stripeV1 } from '../../define-webhook.ts';
import { deliver, newSecret } from '../testing/deliver.ts';
import { sendSample } from './send-sample.ts';

await useTestDatabase();

const ways = { stripe: stripeV1, github: githubSha256, standard: standardV1 } as const;

test.each(['stripe', 'github', 'standard'] as const)(
  'a sample of %s is taken, once, by who has the secret; anybody else is told what refused it',
  async (sender) => {
    const [secret, lines] = [newSecret(), [] as string[]];
    const secrets = 'STRIPE_WEBHOOK_SECRETS' as const;
    const definition = { provider: sender, secrets, verify: ways[sender], events: [] };
    const server = createServer((request, response) => {
      const headers = new Headers(request.headers as Record<string, string>);
      void text(request)
        .then((body) => deliver(definition, { headers, body, secrets: [secret] }))
        .then(({ status }) => response.writeHead(status).end());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    try {
      expect(await sendSample({ sender, url, secret }, (line) => lines.push(line))).toBe(true);
      const kept = await database().select().from(webhookEvents);
      expect(kept.filter(({ provider }) => provider === sender)).toHaveLength(1);
      const other = { sender, url, secret: newSecret() };
      expect(await sendSample(other, (line) => lines.push(line))).toBe(false);
      expect(lines.join('\n')).toMatch(/sent +200 in \d+ ms[^]*again +200[^]*sent +400/);
      expect(lines.join('\n')).not.toContain(secret);
    } finally {
      server.close();
    }
  },
);
