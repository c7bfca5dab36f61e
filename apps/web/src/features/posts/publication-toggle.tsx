'use client';

import { publishPost } from '@repo/actions/posts/actions';
import { unpublishPost } from '@repo/actions/posts/shared/actions';
import { ORG_FIELD, useActionForm } from '@repo/actions/react';
import { FormFailure } from '@repo/next/form-failure';
import { PostStatusBadge } from '@repo/next/post-status-badge';
import { SubmitButton } from '@repo/ui/submit-button';
import { useOptimistic } from 'react';

interface PublicationToggleProps {
  org: string;
  post: { id: string; title: string; published: boolean };
}

/**
 * A post's status and the button that turns it. With JavaScript the status turns at the click, and back again when the
 * server refuses.
 */
export function PublicationToggle({ org, post }: PublicationToggleProps) {
  const [published, setPublished] = useOptimistic(post.published);
  const fields = { id: post.id, stay: true, [ORG_FIELD]: org };
  const { state, form } = useActionForm<unknown, string, string>(
    post.published ? unpublishPost.bind(null, fields) : publishPost.bind(null, fields),
    { optimistic: () => setPublished(!post.published) },
  );
  const verb = published ? 'Unpublish' : 'Publish';
  return (
    <form {...form} className="flex flex-wrap items-center gap-2">
      <PostStatusBadge status={published ? 'published' : 'draft'} />
      <SubmitButton
        variant="quiet"
        size="sm"
        pendingText={verb}
        aria-label={`${verb} ${post.title}`}
      >
        {verb}
      </SubmitButton>
      <FormFailure state={state} />
    </form>
  );
}
