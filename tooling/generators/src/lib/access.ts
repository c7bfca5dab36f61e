import { Refusal } from './plan.ts';

/** Who may call, as code, and how tests and pages meet it. */
export interface AccessCode {
  kind: string;
  /** `member('author')` */
  code: string;
  /** The function or constant that the code names. */
  name: string;
  /** Null: any of its kind. */
  role: string | null;
}

const ROLES: Record<string, readonly string[]> = {
  member: ['member', 'author', 'owner'],
  staff: ['moderator', 'admin'],
};

/** Reads `anyone`, `authenticated`, `member`, `member:owner`, `staff`, `staff:admin`. */
export function readAccess(text: string): AccessCode {
  const [kind = '', role = null] = text.split(':');
  const roles = ROLES[kind];
  const simple = ['anyone', 'authenticated'].includes(kind) && role === null;
  if (!simple && !(roles && (role === null || roles.includes(role)))) {
    throw new Refusal(
      `"${text}" is no access: write anyone, authenticated, member[:author|owner] or staff[:admin].`,
    );
  }
  const code = simple ? kind : `${kind}(${role ? `'${role}'` : ''})`;
  return { kind, code, name: kind, role };
}

/** Reads `10 per 1 m`. */
export function readLimit(text: string): string {
  const [, max, window] = /^([1-9]\d*) per ([1-9]\d* [smhd])$/.exec(text) ?? [];
  if (max && window) return `{ max: ${max}, window: '${window}' }`;
  throw new Refusal(`"${text}" is no limit: write it like "10 per 1 m" (s, m, h or d).`);
}
