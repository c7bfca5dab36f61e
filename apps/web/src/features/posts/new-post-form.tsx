'use client';

import { createPost } from '@repo/actions/posts/actions';
import type { Constraints } from '@repo/actions/constraints';
import { ORG_FIELD, useActionForm } from '@repo/actions/react';
import { FormFailure } from '@repo/next/form-failure';
import { SubmitButton } from '@repo/ui/submit-button';
import { PostFields, type PostField } from './post-fields.tsx';

interface NewPostFormProps {
  org: string;
  constraints: Constraints<PostField>;
}

export function NewPostForm({ org, constraints }: NewPostFormProps) {
  const form = useActionForm(createPost);
  return (
    <form {...form.form} className="grid max-w-2xl gap-6">
      <FormFailure state={form.state} />
      <input type="hidden" name={ORG_FIELD} value={org} />
      <PostFields form={form} constraints={constraints} />
      <div>
        <SubmitButton pendingText="Saving…">Save draft</SubmitButton>
      </div>
    </form>
  );
}
