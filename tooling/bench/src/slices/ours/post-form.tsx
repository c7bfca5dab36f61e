'use client';

import { ORG_FIELD, useActionForm } from '@repo/actions/react';
import { Field } from '../shared/field.tsx';
import { textOf } from '../shared/text-of.ts';
import { createPost } from './actions.ts';

interface PostFormProps {
  org: string;
  onSend: (title: string) => void;
}

export function PostForm({ org, onSend }: PostFormProps) {
  const { state, form, pending, value } = useActionForm(createPost, {
    optimistic: (fields) => onSend(textOf(fields, 'title')),
  });
  return (
    <form {...form}>
      {state.errors._form && <p role="alert">{state.errors._form}</p>}
      <input type="hidden" name={ORG_FIELD} value={org} />
      <Field label="Title" name="title" errors={state.errors.title} defaultValue={value('title')} />
      <Field label="Address" name="slug" errors={state.errors.slug} defaultValue={value('slug')} />
      <Field label="Text" name="body" errors={state.errors.body} defaultValue={value('body')} />
      <button disabled={pending}>Save</button>
    </form>
  );
}
