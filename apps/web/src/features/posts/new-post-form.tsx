'use client';

import { createPost } from '@repo/actions/posts/actions';
import type { Constraints } from '@repo/actions/constraints';
import { KEY_FIELD, ORG_FIELD, useActionForm } from '@repo/actions/react';
import { FormFailure } from '@repo/next/form-failure';
import { SubmitButton } from '@repo/ui/submit-button';
import { PostFields, type PostField } from './post-fields.tsx';

interface NewPostFormProps {
  org: string;
  formKey: string;
  constraints: Constraints<PostField>;
}

export function NewPostForm({ org, formKey, constraints }: NewPostFormProps) {
  const form = useActionForm(createPost, { key: formKey });
  return (
    <form {...form.form} className="grid max-w-2xl gap-6">
      <FormFailure state={form.state} />
      <input type="hidden" name={ORG_FIELD} value={org} />
      <input type="hidden" name={KEY_FIELD} value={form.key} />
      <PostFields form={form} constraints={constraints} />
      <div>
        <SubmitButton pendingText="Saving…">Save draft</SubmitButton>
      </div>
    </form>
  );
}
