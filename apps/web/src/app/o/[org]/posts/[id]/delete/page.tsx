import { Alert } from '@repo/ui/alert';
import { ButtonLink } from '@repo/ui/button';
import { PageHeader } from '@repo/ui/page-header';
import type { Metadata } from 'next';
import Link from 'next/link';
import { DeleteForm } from '@/features/posts/post-actions.tsx';
import { requireOwnPost } from '@/features/posts/require-own-post.ts';
import { requireOrgVisit } from '@/org-visit.ts';
import { page } from '@/page.ts';

export const metadata: Metadata = { title: 'Delete post' };

export default page(async function DeletePostPage({
  params,
}: {
  params: Promise<{ org: string; id: string }>;
}) {
  const { org, id } = await params;
  const path = `/o/${org}/posts/${id}`;
  const session = await requireOrgVisit(org, `${path}/delete`, 'author');
  const post = await requireOwnPost(session, id);
  return (
    <>
      <PageHeader as={Link} title="Delete this post?" back={{ href: path, label: 'Post' }} />
      <Alert tone="warning" title={post.title}>
        It disappears for your team and from the public page. This cannot be undone.
      </Alert>
      <div className="mt-6 flex flex-wrap gap-3">
        <DeleteForm org={org} id={id} />
        <ButtonLink as={Link} href={path}>
          Keep it
        </ButtonLink>
      </div>
    </>
  );
});
