import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formBytes } from './form-bytes.ts';

/** What a browser would send for this form. */
async function sentBytes(form: FormData): Promise<number> {
  return (await new Response(form).arrayBuffer()).byteLength;
}

function formOf(entries: readonly (readonly [string, string | File])[]): FormData {
  const form = new FormData();
  for (const [name, entry] of entries) form.append(name, entry);
  return form;
}

const name = fc.string({ unit: 'binary', maxLength: 30 });
const text = fc.string({ unit: 'binary', maxLength: 200 });
const entry = fc.oneof(
  text,
  fc.string({ unit: fc.constantFrom('\n', '\r', '\r\n', 'ä', '😀', 'x') }),
  fc.tuple(fc.uint8Array(), name).map(([bytes, name]) => new File([bytes], name)),
);

test('a form is never larger on its way than it was counted, and not much smaller', async () => {
  const forms = fc.array(fc.tuple(name, entry), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(forms, async (entries) => {
      const form = formOf(entries);
      const [counted, sent] = [formBytes(form), await sentBytes(form)];
      expect(sent).toBeLessThanOrEqual(counted);
      expect(counted - sent).toBeLessThan(1100 + entries.length * 900);
    }),
  );
});

test('text counts in bytes, files with their content', () => {
  const empty = formBytes(formOf([['a', '']]));
  expect(formBytes(formOf([['a', '😀'.repeat(1000)]]))).toBe(empty + 4000);
  expect(formBytes(formOf([['a', '\n'.repeat(1000)]]))).toBe(empty + 2000);
  expect(formBytes(formOf([['a', '\r\n'.repeat(1000)]]))).toBe(empty + 2000);
  expect(formBytes(formOf([['a', new File(['x'.repeat(1000)], '')]]))).toBe(empty + 1000);
});
