import { parseLock, printLock } from '@repo/perimeter/lock';
import type { Generator } from './lib/generator.ts';
import { insertAfter } from './lib/insert.ts';
import { pascal, requireName } from './lib/names.ts';
import { type Plan, Refusal } from './lib/plan.ts';
import { createFrom } from './lib/template.ts';

const APPS = 'packages/db/src/apps.json';
const CHANGESETS = '.changeset/config.json';
const PERIMETER_PAGE = 'apps/admin/src/features/perimeter/locks.ts';
/** The actions behind the pages of the template. */
const EXPOSED = ['account.signIn', 'account.signOut', 'preferences.setTheme'];

type Apps = Record<string, { port: number; session: object; signIns: string[] }>;

/** `apps/<name>`, and its place in the lists that know apps by name. */
export const app: Generator = (plan, [given = '']) => {
  const apps = JSON.parse(plan.read(APPS)) as Apps;
  const form = /^[a-z][a-z0-9]{1,29}$/;
  const reserved = [...Object.keys(apps), 'app', 'node', 'npm', 'pnpm', 'turbo', 'next'];
  const name = requireName(given, { what: 'name of an app', form, example: 'support', reserved });
  if (plan.has(`apps/${name}`)) throw new Refusal(`apps/${name} is there already: choose another.`);
  const port = Math.max(...Object.values(apps).map((known) => known.port)) + 1;
  const last = Object.keys(apps).at(-1) ?? '';
  const { license } = JSON.parse(plan.read('package.json')) as { license: string };
  const values = { name, NAME: name.toUpperCase(), Name: pascal(name), port: `${port}`, license };
  createFrom(plan, 'app', `apps/${name}`, values);
  plan.editJson<Apps>(APPS, (all) => {
    const session = { idleHours: 720, absoluteDays: 90 };
    all[name] = { port, session, signIns: ['author@example.test', 'member@example.test'] };
  });
  plan.editJson<{ scripts: Record<string, string> }>('package.json', (manifest) => {
    const script = [`dev:${name}`, `node tooling/services/src/cli/dev.ts ${name}`];
    const scripts = Object.entries(manifest.scripts);
    const at = scripts.findLastIndex(([other]) => other.startsWith('dev')) + 1;
    manifest.scripts = Object.fromEntries(scripts.toSpliced(at, 0, script as [string, string]));
  });
  // All workspaces carry one version.
  plan.editJson<{ fixed: string[][] }>(CHANGESETS, ({ fixed }) => fixed[0]?.push(name));
  describeVariables(plan, { name, port, last });
  lock(plan, name);
  return [
    'pnpm install',
    `pnpm dev:${name}   http://localhost:${port}, as author@example.test`,
    'pnpm build, pnpm perimeter check: the lock is in step; write it again as you add actions',
    `apps/${name}/README.md: what it is for; SECURITY and deployment: ${values.NAME}_URL`,
  ];
};

function describeVariables(plan: Plan, app: { name: string; port: number; last: string }): void {
  const { name, port } = app;
  const [variable, before] = [name.toUpperCase(), app.last.toUpperCase()];
  const local = `http://localhost:${port}`;
  const lines = [
    [
      `\n${before}_PORT=\n`,
      `# Port of ${name} on this machine. Default: ${port}. Example: ${port + 5}\n${variable}_PORT=\n`,
    ],
    [
      `\n${before}_URL=\n`,
      `# Public address of ${name}, a host of its own. Default: ${local}. Example: https://${name}.example.com\n${variable}_URL=\n`,
    ],
    [
      `\n# E2E_${before}_URL=\n`,
      `# A running ${name} for its browser tests. Default: its production build is started. Example: ${local}\n# E2E_${variable}_URL=\n`,
    ],
  ] as const;
  for (const [anchor, addition] of lines)
    plan.edit('.env.example', (text) => insertAfter(text, anchor, addition));
}

/** The lock of what the template exposes, as that of web has it, and its place among the doors. */
function lock(plan: Plan, name: string): void {
  const door = `./locks/${name}.json`;
  const web = parseLock(plan.read('packages/actions/locks/web.json'));
  const actions = web.actions.filter(({ id }) => EXPOSED.includes(id));
  plan.create(
    `packages/actions/locks/${name}.json`,
    printLock({ ...web, app: name, actions, handlers: [] }),
  );
  let last = '';
  plan.editJson<{ exports: Record<string, string> }>(
    'packages/actions/package.json',
    (manifest) => {
      last = Object.keys(manifest.exports).findLast((other) => other.startsWith('./locks/')) ?? '';
      manifest.exports[door] = door;
    },
  );
  plan.edit('packages/actions/src/define-action.test.ts', (text) =>
    insertAfter(text, `      "${last}",\n`, `      "${door}",\n`),
  );
  if (!plan.has(PERIMETER_PAGE)) return;
  plan.edit(PERIMETER_PAGE, (text) => {
    const known = "import web from '@repo/actions/locks/web.json';\n";
    const imported = insertAfter(text, known, known.replaceAll('web', name));
    const [list = 'AppLock[] = [web'] = /AppLock\[\] = \[[^\]]+/.exec(imported) ?? [];
    return insertAfter(imported, list, `, ${name}`);
  });
}
