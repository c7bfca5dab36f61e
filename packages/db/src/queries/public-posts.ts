import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { database } from '../client.ts';
import { isSlug } from '../lib/slug.ts';
import { orgs, posts, users } from '../schema.ts';

/** What anyone may read of a post. Times are ISO 8601 text, so that a cache can keep it. */
export interface PublicPost {
  slug: string;
  title: string;
  topic: string;
  summary: string | null;
  body: string;
  author: string;
  publishedAt: string;
}

/** An org's public face: its name and its published posts, newest first. */
export interface PublicOrg {
  name: string;
  posts: Omit<PublicPost, 'body'>[];
}

const visible = and(isNotNull(posts.publishedAt), isNull(posts.hiddenAt));

const columns = {
  slug: posts.slug,
  title: posts.title,
  topic: posts.topic,
  summary: posts.summary,
  author: users.name,
  publishedAt: posts.publishedAt,
};

function withTime<Row extends { publishedAt: Date | null }>(row: Row) {
  return { ...row, publishedAt: row.publishedAt?.toISOString() ?? '' };
}

/** An org with its published posts (the newest 100), or null when there is no such org. */
export async function getPublicOrg(orgSlug: string): Promise<PublicOrg | null> {
  if (!isSlug(orgSlug)) return null;
  const db = database();
  const [org] = await db.select().from(orgs).where(eq(orgs.slug, orgSlug));
  if (!org) return null;
  const rows = await db
    .select(columns)
    .from(posts)
    .innerJoin(users, eq(users.id, posts.authorId))
    .where(and(eq(posts.orgId, org.id), visible))
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(100);
  return { name: org.name, posts: rows.map(withTime) };
}

/** A published post, or null when it does not exist, is a draft or was hidden. */
export async function getPublicPost(orgSlug: string, postSlug: string): Promise<PublicPost | null> {
  if (!isSlug(orgSlug) || !isSlug(postSlug)) return null;
  const [row] = await database()
    .select({ ...columns, body: posts.body })
    .from(posts)
    .innerJoin(orgs, eq(orgs.id, posts.orgId))
    .innerJoin(users, eq(users.id, posts.authorId))
    .where(and(eq(orgs.slug, orgSlug), eq(posts.slug, postSlug), visible));
  return row ? withTime(row) : null;
}
