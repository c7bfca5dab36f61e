'use client';

import { isTRPCClientError } from '@trpc/client';
import { useRouter } from 'next/navigation';
import { useState, useTransition, type FormEvent } from 'react';
import { Field } from '../shared/field.tsx';
import { textOf } from '../shared/text-of.ts';
import { client } from '../shared/trpc-client.ts';
import type { PostsRouter } from './router.ts';

type Errors = Partial<Record<'_form' | 'title' | 'slug' | 'body', string[]>>;

export function PostForm({ onSend }: { onSend: (title: string) => void }) {
  const router = useRouter();
  const [errors, setErrors] = useState<Errors>({});
  const [pending, start] = useTransition();

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const read = (name: string) => textOf(data, name);
    start(async () => {
      onSend(read('title'));
      try {
        const input = { title: read('title'), slug: read('slug'), body: read('body') };
        await client.create.mutate(input);
        form.reset();
        router.refresh();
        setErrors({});
      } catch (error) {
        setErrors(errorsOf(error));
      }
    });
  }

  return (
    <form onSubmit={onSubmit}>
      {errors._form?.map((error) => (
        <p role="alert" key={error}>
          {error}
        </p>
      ))}
      <Field label="Title" name="title" errors={errors.title} />
      <Field label="Address" name="slug" errors={errors.slug} />
      <Field label="Text" name="body" errors={errors.body} />
      <button disabled={pending}>Save</button>
    </form>
  );
}

function errorsOf(error: unknown): Errors {
  if (!isTRPCClientError<PostsRouter>(error)) throw error;
  if (error.data?.fields) return error.data.fields;
  return error.data?.code === 'CONFLICT' ? { slug: [error.message] } : { _form: [error.message] };
}
