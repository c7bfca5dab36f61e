'use client';

import { deletePost, publishPost } from '@repo/actions/posts/actions';
import { unpublishPost } from '@repo/actions/posts/shared/actions';
import { ORG_FIELD } from '@repo/actions/react';
import { ActionButton } from '@repo/next/action-button';

interface PostActionProps {
  org: string;
  id: string;
}

export function PublishForm({ org, id }: PostActionProps) {
  return (
    <ActionButton
      action={publishPost.bind(null, { id, [ORG_FIELD]: org })}
      variant="primary"
      pendingText="Publishing…"
    >
      Publish
    </ActionButton>
  );
}

export function UnpublishForm({ org, id }: PostActionProps) {
  return (
    <ActionButton
      action={unpublishPost.bind(null, { id, [ORG_FIELD]: org })}
      variant="secondary"
      pendingText="Taking it back…"
    >
      Unpublish
    </ActionButton>
  );
}

export function DeleteForm({ org, id }: PostActionProps) {
  return (
    <ActionButton
      action={deletePost.bind(null, { id, [ORG_FIELD]: org })}
      variant="danger"
      pendingText="Deleting…"
    >
      Delete for good
    </ActionButton>
  );
}
