import { covers, type Roles } from './access.ts';
import { compareFields } from './compare-fields.ts';
import type { PropertyChange } from './finding.ts';
import type { LockedAction, LockedLimit } from './lock.ts';
import { allowsMore, milliseconds } from './rate.ts';

type Limit = LockedLimit | 'unlimited' | null;

const limited = (before: Limit, after: Limit): string | null => {
  if (!before || before === 'unlimited') return null;
  if (!after || after === 'unlimited' || allowsMore(before, after))
    return 'One caller may do it more often, or more at once, than before.';
  return before.onOutage === 'closed' && after.onOutage === 'open'
    ? 'While the store of limits is out, nobody counts any more.'
    : null;
};

const dropped =
  (why: string) =>
  (before: readonly string[], after: readonly string[], { now }: Pair): string | null =>
    before.some((name) => !after.includes(name) && name in now.fields) ? why : null;

interface Pair {
  roles: Roles;
  now: LockedAction;
}
type Judge<K extends keyof LockedAction> = (
  before: LockedAction[K],
  after: LockedAction[K],
  pair: Pair,
) => string | null;

/** For each property: why a change is weaker, or null. docs/perimeter.md tells the order, and a test reads it there. */
const JUDGES: {
  [K in Exclude<keyof LockedAction, 'file' | 'export' | 'input' | 'fields'>]: Judge<K>;
} = {
  id: () => null,
  access: (before, after, { roles }) =>
    covers(before, after, roles) ? null : 'It lets in people whom it refused before.',
  rateLimit: limited,
  rateLimitAlso: limited,
  idempotent: (before) => (before ? 'A form that is sent twice has its effect twice.' : null),
  authorize: (before) => (before ? 'No rule about the very row is asked any more.' : null),
  timeout: (before, after) =>
    before && !(milliseconds(after ?? '') <= milliseconds(before))
      ? 'A call may hold a connection for longer.'
      : null,
  secrets: dropped('What is typed there may travel back to the page, and into the log.'),
  bound: dropped('A form may send this field by itself now.'),
  errors: () => null,
};

/** What is different about an action, apart from where it stands. */
export function compareAction(
  before: LockedAction,
  after: LockedAction,
  roles: Roles,
): PropertyChange[] {
  const pair = { roles, now: after };
  const changes = Object.entries(JUDGES).flatMap(([name, judge]) => {
    const property = name as keyof typeof JUDGES;
    const [old, now] = [before[property], after[property]];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    const weaker = (judge as Judge<typeof property>)(old, now, pair);
    return { property, before: old, after: now, weaker };
  });
  return [...changes, ...inputChanges(before, after)];
}

function inputChanges(before: LockedAction, after: LockedAction): PropertyChange[] {
  const changes = compareFields(before.fields, after.fields).map(({ isWeaker, ...change }) => ({
    ...change,
    weaker: isWeaker ? 'The handler may get input that was refused before.' : null,
  }));
  if (changes.length > 0 || before.input === after.input) return changes;
  const weaker = 'What it accepts has changed in a way that cannot be compared.';
  return [{ property: 'input', before: before.input, after: after.input, weaker }];
}
