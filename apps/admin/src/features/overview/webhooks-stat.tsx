import type { WebhookHealth } from '@repo/db/queries/webhook-events';
import { Stat } from '@repo/ui/stat';
import { TextLink } from '@repo/ui/text-link';
import Link from 'next/link';

/** Events of all senders in a day, and whether some of them need somebody. */
export function WebhooksStat({ senders }: { senders: readonly WebhookHealth[] }) {
  const sum = (key: 'lastDay' | 'waiting' | 'failed') =>
    senders.reduce((total, sender) => total + sender[key], 0);
  return (
    <Stat
      label="Webhooks in 24 hours"
      value={sum('lastDay')}
      hint={
        <TextLink as={Link} href="/webhooks">
          {sum('waiting')} waiting, {sum('failed')} failed
        </TextLink>
      }
    />
  );
}
