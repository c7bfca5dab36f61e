import { expect, test } from 'vitest';
import { actionIds, idsInBytes, withIds } from './action-fields.ts';

const OLD = `7f${'a'.repeat(40)}`;
const NEW = `7f${'b'.repeat(40)}`;

function formOf(fields: [string, string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

/** A plain form, and one of `useActionState` with bound arguments, as React writes them. */
const plain = (id: string) =>
  formOf([
    [`$ACTION_ID_${id}`, ''],
    ['title', 'A title'],
  ]);
const bound = (id: string) =>
  formOf([
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`],
    ['$ACTION_1:1', '[{"id":"0198"},{"ok":false,"errors":{}}]'],
    ['$ACTION_KEY', 'k3b2a1'],
    ['title', 'A title'],
  ]);

const entries = (form: FormData) => [...form];
const bytesOf = async (form: FormData) => Buffer.from(await new Response(form).arrayBuffer());

test('both ways in which a form names its action are found, in the fields and in the bytes', async () => {
  for (const form of [plain(OLD), bound(OLD)]) {
    expect(actionIds(form)).toEqual([OLD]);
    expect(idsInBytes(await bytesOf(form))).toEqual([OLD]);
  }
});

test('a form of two actions, one of them on its button, names both', async () => {
  const form = bound(OLD);
  form.append(`$ACTION_ID_${NEW}`, '');
  expect(actionIds(form)).toEqual([OLD, NEW]);
  expect(idsInBytes(await bytesOf(form))).toEqual([OLD, NEW]);
});

test('only the id changes: every other field keeps its name, its value, its file and its place', () => {
  expect(entries(withIds(plain(OLD), () => NEW))).toEqual(entries(plain(NEW)));
  expect(entries(withIds(bound(OLD), () => NEW))).toEqual(entries(bound(NEW)));
  const file = new File(['x'], 'x.txt', { type: 'text/plain' });
  const form = bound(OLD);
  const typed = `name="$ACTION_ID_${OLD}" {"id":"${OLD}"}`;
  for (const value of [typed, 'a\r\nb', file]) form.append('body', value);
  form.append('$ACTION_2:0', `{"id":"${OLD}"}`);
  const renamed = withIds(form, () => NEW);
  expect(renamed.getAll('body')).toEqual([typed, 'a\r\nb', file]);
  expect(renamed.get('$ACTION_2:0')).toBe(`{"id":"${OLD}"}`);
});

test('a body without an action is seen at once, and one that only talks about actions is none', async () => {
  expect(idsInBytes(Buffer.from('title=x'))).toEqual([]);
  const form = formOf([['body', `name="$ACTION_ID_${OLD}"`]]);
  expect(idsInBytes(await bytesOf(form))).toEqual([OLD]);
  expect(actionIds(form)).toBeNull();
});

test('thousands of references cost one look at the fields, not one each', () => {
  const names = Array.from({ length: 1000 }, (_, at) => at);
  const form = formOf(
    names.flatMap((at): [string, string][] => [
      [`$ACTION_REF_${at}`, ''],
      [`$ACTION_${at}:0`, `{"id":"${OLD}"}`],
    ]),
  );
  let looks = 0;
  const counted = new Proxy(form, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      looks += 1;
      return method.bind(target) as unknown;
    },
  });
  expect(actionIds(counted)).toHaveLength(1000);
  expect(looks).toBeLessThan(5);
});

test.each<[string, [string, string | File][]]>([
  ['no descriptor', [['$ACTION_REF_1', '']]],
  ['an id of another length', [[`$ACTION_ID_${OLD}0`, '']]],
  ['an id in capitals', [[`$ACTION_ID_${OLD.toUpperCase()}`, '']]],
  [
    'two descriptors',
    [
      ['$ACTION_REF_1', ''],
      ['$ACTION_1:0', `{"id":"${OLD}"}`],
      ['$ACTION_1:0', `{"id":"${NEW}"}`],
    ],
  ],
  [
    'a file as its descriptor',
    [
      ['$ACTION_REF_1', ''],
      ['$ACTION_1:0', new File([`{"id":"${OLD}"}`], 'x')],
    ],
  ],
  [
    'a descriptor that hides its id',
    [
      ['$ACTION_REF_1', ''],
      ['$ACTION_1:0', `{"bound":null,"id":"${OLD}"}`],
    ],
  ],
])('a form with %s is left to Next, which refuses it', (_, fields) => {
  expect(actionIds(formOf(fields))).toBeNull();
});
