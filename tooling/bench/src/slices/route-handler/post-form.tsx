'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition, type FormEvent } from 'react';
import { Field } from '../shared/field.tsx';
import { textOf } from '../shared/text-of.ts';

type Errors = Partial<Record<'_form' | 'title' | 'slug' | 'body', string[]>>;

export function PostForm({ onSend }: { onSend: (title: string) => void }) {
  const router = useRouter();
  const [errors, setErrors] = useState<Errors>({});
  const [pending, start] = useTransition();

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    start(async () => {
      onSend(textOf(fields, 'title'));
      try {
        const response = await fetch('/api/posts', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(Object.fromEntries(fields)),
        });
        if (response.ok) {
          form.reset();
          router.refresh();
          setErrors({});
        } else {
          const answer = (await response.json()) as { errors: Errors };
          setErrors(answer.errors);
        }
      } catch {
        setErrors({ _form: ['No answer came back. Try again.'] });
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
