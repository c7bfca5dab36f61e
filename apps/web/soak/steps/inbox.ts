import type { FreshDatabase } from '@repo/testing/fresh-database';
import type { Subscription } from './plan-deliveries.ts';

/** What became of an event. */
export interface KeptEvent {
  event: string;
  status: string;
  /** How often its effect was committed. */
  effects: number;
  /** How many jobs were done for it. */
  jobs: number;
}

/** Makes orgs, and gives their ids. */
export async function makeOrgs(database: FreshDatabase, amount: number): Promise<string[]> {
  const rows = await database.rows<{ id: string }>(
    `insert into orgs (slug, name) select 'soak-' || n, 'Soak ' || n from generate_series(1, ${amount}) n returning id`,
  );
  return rows.map(({ id }) => id);
}

/** Counts in the database itself, in the transaction of each effect. */
export async function watchEffects(database: FreshDatabase): Promise<void> {
  await database.rows(`
    create table soak_effects (webhook uuid not null, at timestamptz not null default clock_timestamp());
    create function soak_count_effect() returns trigger language plpgsql as $$
    begin insert into soak_effects (webhook) values (new.id); return null; end $$;
    create trigger soak_effect after update of status on webhook_events for each row
      when (new.status = 'applied') execute function soak_count_effect();`);
}

/** How many events still wait for their effect, or jobs for their end. */
export async function pending({ rows }: FreshDatabase): Promise<number> {
  const [found] = await rows<{ count: number }>(`
    select (select count(*) from webhook_events where status = 'received')::int +
           (select count(*) from pgboss.job where state in ('created', 'retry', 'active')
              and data ->> 'job' = 'webhooks.apply')::int as count`);
  return found?.count ?? 0;
}

/** All that is in the inbox. */
export async function kept({ rows }: FreshDatabase): Promise<KeptEvent[]> {
  const found = await rows<KeptEvent>(`
    with effects as (select webhook as id, count(*)::int as count from soak_effects group by 1),
      jobs as (select (data -> 'input' ->> 'id')::uuid as id, count(*)::int as count from pgboss.job
        where state = 'completed' and data ->> 'job' = 'webhooks.apply' group by 1)
    select provider || ' ' || event_id as event, status, coalesce(effects.count, 0) as effects,
      coalesce(jobs.count, 0) as jobs
    from webhook_events left join effects using (id) left join jobs using (id)`);
  return found.map((row) => ({ ...row }));
}

/** What the orgs' subscriptions are said to be. */
export async function subscriptions({ rows }: FreshDatabase): Promise<Subscription[]> {
  const found = await rows<Subscription>(`
    select id, org_id as "orgId", plan, extract(epoch from as_of)::int as "asOf"
    from subscriptions where id like 'sub\\_%\\_________-%' order by id collate "C"`);
  return found.map((row) => ({ ...row }));
}
