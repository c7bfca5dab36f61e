import { expect, test } from 'vitest';
import { hiddenFields } from './hidden-fields.ts';

const html = `<form class="a"><input type="hidden" name="theme" value="dark"/></form>
<form><input type="hidden" name="$ACTION_REF_1"/><input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;a&amp;quot;&quot;}"/><input name="password"/></form>`;

test('reads the hidden fields of the form that has the field, as a browser would send them', () => {
  expect(hiddenFields(html, 'password')).toEqual({
    $ACTION_REF_1: '',
    '$ACTION_1:0': '{"id":"a&quot;"}',
  });
});

test('gives none where no form has the field', () => {
  expect(hiddenFields(html, 'email')).toEqual({});
});
