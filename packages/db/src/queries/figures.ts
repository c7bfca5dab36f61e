import { count, desc, gte, sql } from 'drizzle-orm';
import type { AppName } from '../apps.ts';
import { database } from '../client.ts';
import { auditEvents, posts, users } from '../schema.ts';

/** How often calls of one action ended in one way. */
export interface OutcomeFigure {
  app: AppName;
  action: string;
  /** `done`, or the code of the refusal. */
  outcome: string;
  /** In the past 24 hours. */
  day: number;
  /** In the past 7 days. */
  week: number;
}

/** How calls ended in the past 7 days, by app and action, the most frequent first: for the back office only. */
export async function listOutcomeFigures(): Promise<OutcomeFigure[]> {
  const { app, action, outcome, at } = auditEvents;
  const day = sql`${at} >= now() - interval '24 hours'`;
  return database()
    .select({
      app,
      action,
      outcome,
      day: sql<number>`count(*) filter (where ${day})::int`,
      week: count(),
    })
    .from(auditEvents)
    .where(gte(at, sql`now() - interval '7 days'`))
    .groupBy(app, action, outcome)
    .orderBy(desc(count()), app, action, outcome);
}

/** What happened on one day, in UTC. */
export interface DailyFigures {
  /** `2026-11-23` */
  day: string;
  signUps: number;
  posts: number;
  refusals: number;
}

/**
 * Sign-ups, new posts and refused calls of the last days, today included, oldest first; days without any have zeros.
 * For the back office only.
 */
export async function listDailyFigures(days = 14): Promise<DailyFigures[]> {
  const today = sql`date_trunc('day', now(), 'UTC')`;
  // In hours, as days of the session's time zone may be shorter or longer. A query of its own is asked once, not per row.
  const start = sql`(select ${today} - make_interval(hours => ${24 * (days - 1)}))`;
  const dayOf = (at: typeof users.createdAt | typeof posts.createdAt | typeof auditEvents.at) =>
    sql`date_trunc('day', ${at}, 'UTC')`;
  const rows = await database().execute<DailyFigures & Record<string, unknown>>(sql`
    with events as (
      select ${dayOf(users.createdAt)} as day, 'sign-up' as kind
      from ${users} where ${users.createdAt} >= ${start}
      union all
      select ${dayOf(posts.createdAt)}, 'post' from ${posts} where ${posts.createdAt} >= ${start}
      union all
      select ${dayOf(auditEvents.at)}, 'refusal' from ${auditEvents}
      where ${auditEvents.at} >= ${start} and ${auditEvents.outcome} <> 'done'
    )
    select
      to_char(day at time zone 'UTC', 'YYYY-MM-DD') as day,
      count(*) filter (where kind = 'sign-up')::int as "signUps",
      count(*) filter (where kind = 'post')::int as posts,
      count(*) filter (where kind = 'refusal')::int as refusals
    from generate_series(${start}, ${today}, interval '1 day', 'UTC') as day
    left join events using (day)
    group by day order by day`);
  return [...rows];
}
