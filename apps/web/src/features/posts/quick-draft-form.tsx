'use client';

import { createPost } from '@repo/actions/posts/actions';
import { KEY_FIELD, ORG_FIELD } from '@repo/actions/react';
import { FormError } from '@repo/ui/form-error';
import { Input } from '@repo/ui/input';
import { SubmitButton } from '@repo/ui/submit-button';
import { Textarea } from '@repo/ui/textarea';
import { useActionState } from 'react';

/** The smallest form that an action needs: React's own hook, and an error below each field. */
export function QuickDraftForm({ org, formKey }: { org: string; formKey: string }) {
  const [state, formAction] = useActionState(createPost, { ok: false, errors: {} });
  return (
    <form action={formAction} className="grid gap-4">
      <FormError errors={state.errors?._form} />
      <input type="hidden" name={ORG_FIELD} value={org} />
      <input type="hidden" name={KEY_FIELD} value={state.nextKey ?? formKey} />
      <input type="hidden" name="topic" value="news" />
      <Input
        label="Title"
        name="title"
        defaultValue={state.values?.title}
        errors={state.errors?.title}
      />
      <Textarea
        label="Text"
        name="body"
        rows={3}
        defaultValue={state.values?.body}
        errors={state.errors?.body}
      />
      <div>
        <SubmitButton variant="secondary" pendingText="Saving…">
          Save draft
        </SubmitButton>
      </div>
    </form>
  );
}
