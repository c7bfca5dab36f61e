'use client';

import { createPost } from '@repo/actions/posts/actions';
import { ORG_FIELD, useActionForm } from '@repo/actions/react';
import { FormFailure } from '@repo/next/form-failure';
import { SubmitButton } from '@repo/ui/submit-button';
import { PostFields } from './post-fields.tsx';

export function NewPostForm({ org }: { org: string }) {
  const form = useActionForm(createPost);
  return (
    <form {...form.form} className="grid max-w-2xl gap-6">
      <FormFailure state={form.state} />
      <input type="hidden" name={ORG_FIELD} value={org} />
      <PostFields form={form} />
      <div>
        <SubmitButton pendingText="Saving…">Save draft</SubmitButton>
      </div>
    </form>
  );
}
