import type { AccessCode } from './access.ts';
import type { ActionNames } from './action-names.ts';
import { type Plan, Refusal } from './plan.ts';
import type { Values } from './template.ts';

/** Where the form and its page go, and which template the page is made of. */
export interface ActionPage {
  feature: string;
  folder: string;
  template: string;
  /** Whether the address names an org. */
  org: boolean;
  values: Values;
}

/** A page for the people that the action is for. Throws a Refusal when the app has no such people. */
export function pageOf(
  plan: Plan,
  app: string,
  access: AccessCode,
  names: ActionNames,
): ActionPage {
  const source = `apps/${app}/src`;
  if (!plan.has(`${source}/perimeter.ts`)) throw new Refusal(`There is no app "${app}" in apps.`);
  const feature = `${source}/features/${names.subject}`;
  const path = `${names.subject}/${names.verbPath}`;
  const { kind, role } = access;
  if (!plan.read(`${source}/perimeter.ts`).includes(`'${kind}'`))
    throw new Refusal(`${app} does not expose "${kind}": see apps/${app}/src/perimeter.ts.`);
  const guarded = { path: `/${path}`, role: role ? `, '${role}'` : '' };
  if (kind === 'member') {
    require(plan, `${source}/org-visit.ts`, kind);
    const folder = `${source}/app/o/[org]/${path}`;
    return { feature, folder, template: 'page-of-org.tsx', org: true, values: guarded };
  }
  if (kind === 'staff') {
    require(plan, `${source}/staff-visit.ts`, kind);
    const folder = `${source}/app/(office)/${path}`;
    return { feature, folder, template: 'page-of-staff.tsx', org: false, values: guarded };
  }
  const template = kind === 'anyone' ? 'page-of-anyone.tsx' : 'page-of-session.tsx';
  return { feature, folder: `${source}/app/${path}`, template, org: false, values: guarded };
}

function require(plan: Plan, path: string, kind: string): void {
  if (plan.has(path)) return;
  throw new Refusal(`There is no ${path}, so no page here can ask for "${kind}": write it first.`);
}
