import { database } from '@repo/db/client';
import { insertPost } from '@repo/db/writes/posts';
import { z } from 'zod';
import { currentAuthor, isSameOrigin, recordAudit, underLimit } from '../shared/product.ts';
import { createPostSchema } from './schema.ts';

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return refuse(403, { _form: ['Reload the page.'] });
  const author = await currentAuthor();
  if (!author) return refuse(401, { _form: ['Sign in first.'] });
  if (!(await underLimit('posts.create', author)))
    return refuse(429, { _form: ['Try again in a minute.'] });
  const body: unknown = await request.json().catch(() => null);
  const parsed = createPostSchema.safeParse(body);
  if (!parsed.success) return refuse(400, z.flattenError(parsed.error).fieldErrors);
  const post = await database().transaction(async (tx) => {
    const { orgId, id: authorId } = author;
    const row = { ...parsed.data, orgId, authorId, topic: 'news' as const, summary: null };
    const made = await insertPost(tx, row);
    if (made) await recordAudit(tx, 'posts.create', author, made.id);
    return made;
  });
  if (!post) return refuse(409, { slug: ['This address is already used.'] });
  return Response.json({ id: post.id });
}

function refuse(status: number, errors: Record<string, string[] | undefined>): Response {
  return Response.json({ errors }, { status });
}
