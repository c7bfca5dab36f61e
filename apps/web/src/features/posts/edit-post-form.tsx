'use client';

import { editPost } from '@repo/actions/posts/actions';
import type { Constraints } from '@repo/actions/constraints';
import { ORG_FIELD, useActionForm } from '@repo/actions/react';
import { FormFailure } from '@repo/next/form-failure';
import { SubmitButton } from '@repo/ui/submit-button';
import { PostFields, type PostField } from './post-fields.tsx';

interface EditPostFormProps {
  org: string;
  id: string;
  constraints: Constraints<PostField>;
  /** Null when the session ended meanwhile: the fields then hold what was typed. */
  post: { title: string; slug: string; topic: string; summary: string | null; body: string } | null;
}

export function EditPostForm({ org, id, constraints, post }: EditPostFormProps) {
  const form = useActionForm(editPost);
  return (
    <form {...form.form} className="grid max-w-2xl gap-6">
      <FormFailure state={form.state} />
      <input type="hidden" name={ORG_FIELD} value={org} />
      <input type="hidden" name="id" value={id} />
      <PostFields form={form} constraints={constraints} start={post ?? { slug: '' }} />
      <div>
        <SubmitButton pendingText="Saving…">Save changes</SubmitButton>
      </div>
    </form>
  );
}
