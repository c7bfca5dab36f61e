import { constraintsOf } from '@repo/actions/constraints';
import { idempotencyKey } from '@repo/actions/idempotency-key';
import { createPostSchema } from '@repo/actions/posts/schema';
import { PageHeader } from '@repo/ui/page-header';
import type { Metadata } from 'next';
import Link from 'next/link';
import { NewPostForm } from '@/features/posts/new-post-form.tsx';
import { getFormVisit } from '@/org-visit.ts';
import { page } from '@/page.ts';

export const metadata: Metadata = { title: 'New post' };

export default page(async function NewPostPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  await getFormVisit(org, `/o/${org}/posts/new`, 'author');
  return (
    <>
      <PageHeader as={Link} title="New post" back={{ href: `/o/${org}/posts`, label: 'Posts' }} />
      <NewPostForm
        org={org}
        formKey={idempotencyKey('posts.create')}
        constraints={constraintsOf(createPostSchema)}
      />
    </>
  );
});
