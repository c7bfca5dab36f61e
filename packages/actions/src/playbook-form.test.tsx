import { useActionState } from 'react';
import { useFormStatus } from 'react-dom';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, expectTypeOf, test } from 'vitest';
import { createPost } from './posts/actions.ts';
import { setTheme } from './preferences/actions.ts';
import { idle, useActionForm } from './react.ts';

function SubmitButton() {
  const { pending } = useFormStatus();
  return <button disabled={pending}>{pending ? 'Saving…' : 'Save'}</button>;
}

/** As the playbook writes it: nothing but React's own hooks. */
function PlaybookForm() {
  const [state, formAction] = useActionState(createPost, { ok: false, errors: {} });
  return (
    <form action={formAction}>
      <input name="title" defaultValue={state.values?.title} />
      {state.errors?.title?.[0] && <p>{state.errors.title[0]}</p>}
      {state.errors?._form?.[0] && <p>{state.errors._form[0]}</p>}
      <SubmitButton />
    </form>
  );
}

function HookForm() {
  const { state, form, value, pending } = useActionForm(createPost);
  expectTypeOf(state.ok).toEqualTypeOf<boolean>();
  expectTypeOf(state.ok ? undefined : state.code).toExtend<string | undefined>();
  // @ts-expect-error -- no such field
  const other = () => value('other');
  return (
    <form {...form} data-other={typeof other}>
      <input name="title" defaultValue={value('title', 'start')} />
      <button disabled={pending}>Save</button>
    </form>
  );
}

function IdleForm() {
  const [state, formAction] = useActionState(createPost, idle);
  return <form action={formAction}>{state.ok ? state.data.id : state.code}</form>;
}

function PlainForm() {
  return <form action={setTheme} />;
}

test("the playbook's own form compiles and shows no error before it was sent", () => {
  const html = renderToStaticMarkup(<PlaybookForm />);
  expect(html).toContain('name="title"');
  expect(html).toContain('<button>Save</button>');
  expect(html).not.toContain('<p>');
});

test('the hook starts with the values of the page', () => {
  expect(renderToStaticMarkup(<HookForm />)).toContain('value="start"');
});

test('idle is an initial state, and an action is the action of a plain form', () => {
  expect(renderToStaticMarkup(<IdleForm />)).toMatch(/^<form[^>]*><\/form>/);
  expect(renderToStaticMarkup(<PlainForm />)).toMatch(/^<form/);
});
