import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { Checkbox } from './checkbox.tsx';
import { Field } from './field.tsx';
import { Input } from './input.tsx';
import { Select } from './select.tsx';
import { Textarea } from './textarea.tsx';

const words = {
  name: 'title',
  label: 'Title',
  description: 'As readers see it.',
  errors: ['Too long.', 'Taken.'],
};
const controls = {
  Input: <Input {...words} />,
  Textarea: <Textarea {...words} />,
  Select: <Select {...words} options={[{ value: 'a', label: 'A' }]} />,
  Checkbox: <Checkbox {...words} />,
};

test.each(Object.entries(controls))(
  '%s is tied to its label, description and errors',
  (_, node) => {
    const html = renderToStaticMarkup(node);
    expect(html).toContain('for="title"');
    expect(html).toMatch(/<(input|textarea|select)[^>]* id="title"/u);
    expect(html).toContain('aria-describedby="title-error title-description"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toMatch(/id="title-description"[^>]*>As readers see it\./u);
    expect(html).toMatch(/id="title-error".*Too long\..*Taken\./u);
  },
);

test.each([undefined, []])(
  'without errors (%j) a control is not marked and points at nothing',
  (errors) => {
    const html = renderToStaticMarkup(<Input name="title" label="Title" errors={errors} />);
    expect(html).not.toContain('aria-invalid=');
    expect(html).not.toContain('aria-describedby');
    expect(html).not.toContain('title-error');
  },
);

test('an id of its own keeps two fields of one name apart', () => {
  const html = renderToStaticMarkup(<Input {...words} id="second" />);
  expect(html).toContain('for="second"');
  expect(html).toContain('id="second-error"');
  expect(html).toContain('name="title"');
});

test('a hidden label is still a label', () => {
  const html = renderToStaticMarkup(<Input name="q" label="Search" hideLabel />);
  expect(html).toMatch(/<label for="q" class="sr-only">Search<\/label>/u);
});

test('the attributes of a control cannot be overruled by accident', () => {
  const html = renderToStaticMarkup(
    <Input {...words} aria-describedby="elsewhere" aria-invalid={false} />,
  );
  expect(html).toContain('aria-describedby="title-error title-description"');
  expect(html).toContain('aria-invalid="true"');
});

test('Field wires a control of any kind', () => {
  const html = renderToStaticMarkup(
    <Field {...words}>{(control) => <input type="color" {...control} />}</Field>,
  );
  expect(html).toMatch(/<input type="color" id="title" aria-describedby="title-error/u);
});
