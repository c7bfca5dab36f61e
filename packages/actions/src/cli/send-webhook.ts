import { randomBytes } from 'node:crypto';
import { actionsEnv } from '../env.ts';
import { sendSample } from '../lib/webhooks/send-sample.ts';
import { sign, type Sender } from '../lib/webhooks/sign.ts';

/** Signs and sends a sample event: `send-webhook.ts <sender> <address of web>`. */
async function main([sender = '', web = '']: string[]): Promise<boolean> {
  if (!Object.hasOwn(sign, sender))
    throw new Error(`Usage: webhook:send ${Object.keys(sign).join(' | ')}`);
  const variable =
    `${sender.toUpperCase()}_WEBHOOK_SECRETS` as `${Uppercase<Sender>}_WEBHOOK_SECRETS`;
  const [secret] = actionsEnv({ ...process.env, APP_SECRET: '-'.repeat(32) })[variable];
  if (!secret) {
    const made = `whsec_${randomBytes(32).toString('base64')}`;
    throw new Error(
      `${variable} is not set. Put this line into .env, start web again, and send again:\n${variable}=${made}`,
    );
  }
  const url = `${web}/api/webhooks/${sender}`;
  console.log(`  to       ${url}`);
  return sendSample({ sender: sender as Sender, url, secret }, console.log).catch(
    (error: unknown) => {
      throw new Error(`${web} does not answer. Start it first: npx -y pnpm@12 dev`, {
        cause: error,
      });
    },
  );
}

try {
  if (!(await main(process.argv.slice(2)))) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
