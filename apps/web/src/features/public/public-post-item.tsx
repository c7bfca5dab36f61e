import type { PublicOrg } from '@repo/db/queries/public-posts';
import { Day } from '@repo/next/day';
import { Badge } from '@repo/ui/badge';
import Link from 'next/link';

/** A published post in a list: the whole row leads to it. */
export function PublicPostItem({ org, post }: { org: string; post: PublicOrg['posts'][number] }) {
  return (
    <article className="relative grid gap-1.5 py-6">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.8125rem] text-muted-foreground">
        <Day date={post.publishedAt} />
        <span aria-hidden="true">·</span>
        {post.author}
        <Badge>{post.topic}</Badge>
      </p>
      <h2 className="text-lg font-semibold tracking-[-0.01em]">
        <Link
          href={`/p/${org}/${post.slug}`}
          className="after:absolute after:inset-0 hover:underline hover:underline-offset-4"
        >
          {post.title}
        </Link>
      </h2>
      {post.summary && <p className="text-pretty text-muted-foreground">{post.summary}</p>}
    </article>
  );
}
