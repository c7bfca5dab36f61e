'use client';

import { deletePost, publishPost } from '@repo/actions/posts/actions';
import { unpublishPost } from '@repo/actions/posts/shared/actions';
import { ORG_FIELD, useActionForm } from '@repo/actions/react';
import { SubmitButton } from '@repo/ui/submit-button';
import { FormFailure } from '@repo/next/form-failure';

interface PostActionProps {
  org: string;
  id: string;
}

export function PublishForm({ org, id }: PostActionProps) {
  const { state, form } = useActionForm(publishPost);
  return (
    <form {...form}>
      <FormFailure state={state} />
      <input type="hidden" name={ORG_FIELD} value={org} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton pendingText="Publishing…">Publish</SubmitButton>
    </form>
  );
}

export function UnpublishForm({ org, id }: PostActionProps) {
  const { state, form } = useActionForm(unpublishPost);
  return (
    <form {...form}>
      <FormFailure state={state} />
      <input type="hidden" name={ORG_FIELD} value={org} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="secondary" pendingText="Taking it back…">
        Unpublish
      </SubmitButton>
    </form>
  );
}

export function DeleteForm({ org, id }: PostActionProps) {
  const { state, form } = useActionForm(deletePost);
  return (
    <form {...form}>
      <FormFailure state={state} />
      <input type="hidden" name={ORG_FIELD} value={org} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="danger" pendingText="Deleting…">
        Delete for good
      </SubmitButton>
    </form>
  );
}
