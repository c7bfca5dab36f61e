import { and, count, desc, eq, gte, lt, ne, sql } from 'drizzle-orm';
import type { AppName } from '../apps.ts';
import { database } from '../client.ts';
import { contains } from '../lib/contains.ts';
import { PAGE_SIZE, pageOf, type Page } from '../lib/page.ts';
import { storable } from '../lib/storable.ts';
import { auditEvents, orgs, posts, users } from '../schema.ts';

export interface AuditFilter {
  /** Part of the actor's email address. */
  actor?: string | undefined;
  /** An action's id, for example `posts.create`. */
  action?: string | undefined;
  app?: AppName | undefined;
  /** `done`, `refused` (however), or the code of a refusal. */
  outcome?: string | undefined;
  /** The reference that a page shows, whole: also the id in the log. */
  errorId?: string | undefined;
  /** From this moment on. */
  from?: Date | undefined;
  /** Before this moment. */
  before?: Date | undefined;
  /** Counts from 1. */
  page?: number | undefined;
}

export type AuditListItem = typeof auditEvents.$inferSelect & {
  actor: string | null;
  org: string | null;
};

/** What was done and refused in both apps, newest first: for the back office only. */
export async function listAuditEvents(filter: AuditFilter = {}): Promise<Page<AuditListItem>> {
  const db = database();
  const where = and(
    filter.actor ? contains(users.email, filter.actor.trim()) : undefined,
    filter.action ? eq(auditEvents.action, storable(filter.action)) : undefined,
    filter.app ? eq(auditEvents.app, filter.app) : undefined,
    filter.outcome ? endedAs(filter.outcome) : undefined,
    filter.errorId ? eq(auditEvents.errorId, storable(filter.errorId.trim())) : undefined,
    filter.from ? gte(auditEvents.at, filter.from) : undefined,
    filter.before ? lt(auditEvents.at, filter.before) : undefined,
  );
  const [counted] = await db
    .select({ total: count() })
    .from(auditEvents)
    .leftJoin(users, eq(users.id, auditEvents.actorId))
    .where(where);
  const { offset, ...page } = pageOf(counted?.total ?? 0, filter.page ?? 1);
  const rows = await db
    .select({ event: auditEvents, actor: users.email, org: orgs.slug })
    .from(auditEvents)
    .leftJoin(users, eq(users.id, auditEvents.actorId))
    .leftJoin(orgs, eq(orgs.id, auditEvents.orgId))
    .where(where)
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(PAGE_SIZE)
    .offset(offset);
  return { ...page, rows: rows.map(({ event, actor, org }) => ({ ...event, actor, org })) };
}

function endedAs(outcome: string) {
  if (outcome === 'refused') return ne(auditEvents.outcome, 'done');
  return eq(auditEvents.outcome, storable(outcome));
}

/** The ids of all actions that have been called, in alphabetical order. */
export async function listAuditedActions(): Promise<string[]> {
  const rows = await database()
    .selectDistinct({ action: auditEvents.action })
    .from(auditEvents)
    .orderBy(auditEvents.action);
  return rows.map((row) => row.action);
}

/** Counts for the overview of the back office; the last two cover the past 24 hours. */
export async function getOverview() {
  const db = database();
  const recent = gte(auditEvents.at, sql`now() - interval '24 hours'`);
  const [people, disabled, teams, published, hidden, done, refused] = await Promise.all([
    db.$count(users),
    db.$count(users, sql`${users.disabledAt} is not null`),
    db.$count(orgs),
    db.$count(posts, sql`${posts.publishedAt} is not null and ${posts.hiddenAt} is null`),
    db.$count(posts, sql`${posts.hiddenAt} is not null`),
    db.$count(auditEvents, and(recent, endedAs('done'))),
    db.$count(auditEvents, and(recent, endedAs('refused'))),
  ]);
  return { people, disabled, teams, published, hidden, done, refused };
}
