import { type AccessCode, readAccess, readLimit } from './lib/access.ts';
import { actionNames, type ActionNames } from './lib/action-names.ts';
import { pageOf } from './lib/action-page.ts';
import type { Generator } from './lib/generator.ts';
import { addImport, insertBefore, insertSorted } from './lib/insert.ts';
import { type Plan, Refusal } from './lib/plan.ts';
import { fillTemplate, type Values } from './lib/template.ts';

const PINNED = 'packages/actions/src/define-action.test.ts';

/** A schema, an action, its test, its form and a page, which work as they are. */
export const action: Generator = (
  plan,
  [subject = '', verb = '', app = '', who = '', often = ''],
) => {
  const names = actionNames(subject, verb);
  const access = readAccess(who);
  const limit = readLimit(often);
  const page = pageOf(plan, app, access, names);
  const folder = `packages/actions/src/${subject}`;
  const idempotent = verb === 'create';
  const values: Values = {
    ...names,
    access: access.code,
    accessName: access.name,
    limit,
    idempotent: idempotent ? 'idempotent: true,' : '',
    ...testValues(access, app, names),
  };
  if (plan.read(PINNED).includes(`"${names.id}": "`))
    throw new Refusal(`There is an action ${names.id} already: nothing was changed.`);
  writeDefinition(plan, folder, values, names);
  const test = plan.has(`${folder}/actions.test.ts`) ? `${names.file}.test.ts` : 'actions.test.ts';
  plan.create(`${folder}/${test}`, fillTemplate('action/actions.test.ts', values));
  const form = `${page.feature}/${names.file}-form.tsx`;
  plan.create(
    form,
    fillTemplate(`action/form${page.org ? '-of-org' : ''}.tsx`, formValues(values, idempotent)),
  );
  plan.create(
    `${page.folder}/page.tsx`,
    fillTemplate(`action/${page.template}`, {
      ...values,
      ...page.values,
      ...pageValues(idempotent, names),
    }),
  );
  pin(plan, subject, names, { access, limit, idempotent });
  return [
    `${folder}/actions.ts: what it does; then who may touch which row (authorize), what it invalidates`,
    `${folder}/schema.ts: what comes in; the form follows it`,
    'packages/actions/src/callers.test.ts: a row, as for every action that belongs to an org or to staff',
    'pnpm build, pnpm perimeter lock: commit the lock with the action',
  ];
};

function writeDefinition(plan: Plan, folder: string, values: Values, names: ActionNames): void {
  const [file, schema] = [`${folder}/actions.ts`, `${folder}/schema.ts`];
  if (!plan.has(file)) plan.create(file, "'use server';\n\n");
  if (!plan.has(schema)) plan.create(schema, '');
  plan.edit(file, (text) => {
    const imports: [string, string][] = [
      [values.accessName ?? '', '@repo/auth/access'],
      ['defineAction', '../define-action.ts'],
      [`${names.function}Schema`, './schema.ts'],
    ];
    // The directive stays first.
    const [, body = ''] = text.split("'use server';\n");
    const imported = imports.reduce(
      (all, [name, from]) => addImport(all, name, from),
      body.trimStart(),
    );
    return `'use server';\n\n${imported}\n${fillTemplate('action/definition.ts', values)}`;
  });
  plan.edit(schema, (text) => {
    const imported = addImport(text, 'z', '../lib/zod.ts');
    return `${imported}\n${fillTemplate('action/schema.ts', values)}`;
  });
}

/** The lists that show a reviewer what exists: the doors of the package, and the actions with their guards. */
function pin(
  plan: Plan,
  subject: string,
  names: ActionNames,
  guards: { access: AccessCode; limit: string; idempotent: boolean },
): void {
  const doors = ['actions', 'schema'].map((file) => `./${subject}/${file}`);
  const isNew = (door: string) => !plan.read('packages/actions/package.json').includes(`"${door}"`);
  for (const door of doors.filter(isNew)) {
    let next = '';
    plan.editJson<{ exports: Record<string, string> }>(
      'packages/actions/package.json',
      (manifest) => {
        const entries = Object.entries(manifest.exports);
        const at = entries.findIndex(([other]) => other.startsWith('./locks/'));
        next = entries[at]?.[0] ?? '';
        const entry: [string, string] = [door, door.replace('./', './src/').concat('.ts')];
        manifest.exports = Object.fromEntries(entries.toSpliced(at, 0, entry));
      },
    );
    plan.edit(PINNED, (text) => insertBefore(text, `      "${next}",\n`, `      "${door}",\n`));
  }
  const { kind, role } = guards.access;
  const least = { member: 'member', staff: 'moderator' }[kind];
  const access = least ? { kind, role: role ?? least } : { kind };
  const [, max = '', window = ''] = /max: (\d+), window: '(.+)'/.exec(guards.limit) ?? [];
  const shown = [access, { max: Number(max), window }, guards.idempotent && { idempotent: true }]
    .filter(Boolean)
    .map((guard) => JSON.stringify(guard));
  const line = `      "${names.id}": "${[`${subject}/actions.ts`, names.function, ...shown].join(' ')}",`;
  plan.edit(PINNED, (text) =>
    insertSorted(text, '  expect(declared).toMatchInlineSnapshot(`\n    {\n', line),
  );
}

function testValues({ kind, role }: AccessCode, app: string, names: ActionNames): Values {
  const inside =
    {
      member: `{ org, role: '${role ?? 'member'}' }`,
      staff: `{ staffRole: '${role ?? 'moderator'}' }`,
    }[kind] ?? '';
  const org = kind === 'member';
  return {
    app,
    insider: kind === 'anyone' ? 'null' : `await createTestUser(${inside})`,
    orgLine: org ? 'const org = await createTestOrg();' : '',
    orgOption: org ? 'org, ' : '',
    testImports: [
      'call',
      ...(org ? ['createTestOrg'] : []),
      ...(kind === 'anyone' ? [] : ['createTestUser']),
      'expectRefused',
      'formData',
    ].join(', '),
    strangers: kind === 'anyone' ? '' : fillTemplate('action/strangers.test.ts', names),
  };
}

function formValues(values: Values, idempotent: boolean): Values {
  return {
    ...values,
    keyImport: idempotent ? 'KEY_FIELD, ' : '',
    keyProp: idempotent ? 'formKey: string;' : '',
    keyArgument: idempotent ? 'formKey, ' : '',
    keyOption: idempotent ? ', { key: formKey }' : '',
    keyName: idempotent ? 'key, ' : '',
    keyInput: idempotent ? '<input type="hidden" name={KEY_FIELD} value={key} />' : '',
  };
}

function pageValues(idempotent: boolean, { id }: ActionNames): Values {
  return {
    keyPageImport: idempotent
      ? "import { idempotencyKey } from '@repo/actions/idempotency-key';"
      : '',
    keyPageProp: idempotent ? `formKey={idempotencyKey('${id}')}` : '',
  };
}
