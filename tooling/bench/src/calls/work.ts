import type { Session } from '@repo/auth/session';

/** What all contenders do besides their own work: the same three checks, on memory. */
const session: Session = {
  id: 's1',
  audience: 'web',
  expiresAt: new Date(8.64e15),
  user: { id: 'u1', email: 'author@example.test', name: 'Author', staffRole: null },
  memberships: [{ org: { id: 'o1', slug: 'acme', name: 'Acme' }, role: 'author' }],
};
const sessions = new Map([['token', session]]);
const counts = new Map<string, number>();

/** Who is calling. */
export async function findSession(): Promise<Session | null> {
  return sessions.get('token') ?? null;
}

/** Not too often: a counter per caller. */
export async function countCall(caller: string): Promise<boolean> {
  const count = (counts.get(caller) ?? 0) + 1;
  counts.set(caller, count);
  return count < Number.MAX_SAFE_INTEGER;
}

/** Rules about this row. */
export function mayWrite({ memberships }: Session): boolean {
  return memberships.some(({ role }) => role === 'author');
}

/** The effect. */
export async function save({ title }: { title: string }): Promise<{ id: string; title: string }> {
  return { id: 'p1', title };
}

/** What is sent. */
export const VALID = { title: 'A first post', body: 'Hello from the bench.' };
export const INVALID = { title: '', body: 'Hello from the bench.' };
