'use client';

import type { InferSafeActionFnResult } from 'next-safe-action';
import type { FormEvent } from 'react';
import type { z } from 'zod';
import { Field } from '../shared/field.tsx';
import { textOf } from '../shared/text-of.ts';
import type { createPost } from './actions.ts';
import type { createPostSchema } from './schema.ts';

interface PostFormProps {
  result: InferSafeActionFnResult<typeof createPost>;
  pending: boolean;
  send: (fields: z.input<typeof createPostSchema>) => void;
}

export function PostForm({ result, pending, send }: PostFormProps) {
  const errors = result.validationErrors;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (name: string) => textOf(form, name);
    send({ title: read('title'), slug: read('slug'), body: read('body') });
  }

  return (
    <form onSubmit={onSubmit}>
      {result.serverError && <p role="alert">{result.serverError}</p>}
      <Field label="Title" name="title" errors={errors?.title?._errors} />
      <Field label="Address" name="slug" errors={errors?.slug?._errors} />
      <Field label="Text" name="body" errors={errors?.body?._errors} />
      <button disabled={pending}>Save</button>
    </form>
  );
}
