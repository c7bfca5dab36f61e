import { constraintsOf } from '@repo/actions/constraints';
import { editPostSchema } from '@repo/actions/posts/schema';
import { PageHeader } from '@repo/ui/page-header';
import type { Metadata } from 'next';
import Link from 'next/link';
import { EditPostForm } from '@/features/posts/edit-post-form.tsx';
import { requireOwnPost } from '@/features/posts/require-own-post.ts';
import { getFormVisit } from '@/org-visit.ts';
import { page } from '@/page.ts';

export const metadata: Metadata = { title: 'Edit post' };

export default page(async function EditPostPage({
  params,
}: {
  params: Promise<{ org: string; id: string }>;
}) {
  const { org, id } = await params;
  const session = await getFormVisit(org, `/o/${org}/posts/${id}/edit`, 'author');
  const post = session && (await requireOwnPost(session, id));
  return (
    <>
      <PageHeader
        as={Link}
        title="Edit post"
        back={{ href: `/o/${org}/posts/${id}`, label: 'Post' }}
      />
      <EditPostForm org={org} id={id} constraints={constraintsOf(editPostSchema)} post={post} />
    </>
  );
});
