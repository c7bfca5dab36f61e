import { and, count, desc, eq, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import { database, type Queryable } from '../client.ts';
import { contains } from '../lib/contains.ts';
import { PAGE_SIZE, pageOf, type Page } from '../lib/page.ts';
import { isUuid } from '../lib/uuid.ts';
import { orgs, posts, users } from '../schema.ts';

export type Post = typeof posts.$inferSelect;
export type PostStatus = 'draft' | 'published' | 'hidden';
export type PostListItem = Post & { author: string; org: { slug: string; name: string } };

export interface PostFilter {
  /** Part of a title. */
  search?: string | undefined;
  status?: PostStatus | undefined;
  /** Counts from 1. */
  page?: number | undefined;
}

const STATUS: Record<PostStatus, SQL | undefined> = {
  draft: and(isNull(posts.publishedAt), isNull(posts.hiddenAt)),
  published: and(isNotNull(posts.publishedAt), isNull(posts.hiddenAt)),
  hidden: isNotNull(posts.hiddenAt),
};

/** Hidden by staff wins over published, published over draft. */
export function statusOf(post: Pick<Post, 'publishedAt' | 'hiddenAt'>): PostStatus {
  if (post.hiddenAt) return 'hidden';
  return post.publishedAt ? 'published' : 'draft';
}

async function listWhere(scope: SQL | undefined, filter: PostFilter): Promise<Page<PostListItem>> {
  const db = database();
  const search = filter.search?.trim();
  const where = and(
    scope,
    filter.status && STATUS[filter.status],
    search ? or(contains(posts.title, search), contains(posts.slug, search)) : undefined,
  );
  const [counted] = await db.select({ total: count() }).from(posts).where(where);
  const { offset, ...page } = pageOf(counted?.total ?? 0, filter.page ?? 1);
  const rows = await selectItems(db)
    .where(where)
    .orderBy(desc(posts.createdAt), desc(posts.id))
    .limit(PAGE_SIZE)
    .offset(offset);
  return { ...page, rows: rows.map(toItem) };
}

function selectItems(db: Queryable) {
  return db
    .select({ post: posts, author: users.name, org: { slug: orgs.slug, name: orgs.name } })
    .from(posts)
    .innerJoin(users, eq(users.id, posts.authorId))
    .innerJoin(orgs, eq(orgs.id, posts.orgId));
}

function toItem({
  post,
  author,
  org,
}: { post: Post } & Pick<PostListItem, 'author' | 'org'>): PostListItem {
  return { ...post, author, org };
}

/** An org's posts, newest first. */
export function listPosts(orgId: string, filter: PostFilter = {}): Promise<Page<PostListItem>> {
  return listWhere(eq(posts.orgId, orgId), filter);
}

/** The posts of all orgs, newest first: for the back office only. */
export function listPostsOfAllOrgs(filter: PostFilter = {}): Promise<Page<PostListItem>> {
  return listWhere(undefined, filter);
}

/** A post of this org, or null (also when it is another org's). */
export async function getPost(
  orgId: string,
  postId: string,
  db: Queryable = database(),
): Promise<Post | null> {
  if (!isUuid(postId)) return null;
  const [post] = await db
    .select()
    .from(posts)
    .where(and(eq(posts.orgId, orgId), eq(posts.id, postId)));
  return post ?? null;
}

/** A post of any org, or null: for the back office only. */
export async function getPostOfAnyOrg(
  postId: string,
  db: Queryable = database(),
): Promise<PostListItem | null> {
  if (!isUuid(postId)) return null;
  const [row] = await selectItems(db).where(eq(posts.id, postId));
  return row ? toItem(row) : null;
}

/** How many posts an org has in each state. */
export async function countPosts(orgId: string): Promise<Record<PostStatus, number>> {
  const db = database();
  const of = (status: PostStatus) => db.$count(posts, and(eq(posts.orgId, orgId), STATUS[status]));
  const [draft, published, hidden] = await Promise.all([
    of('draft'),
    of('published'),
    of('hidden'),
  ]);
  return { draft, published, hidden };
}
