import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Limiter } from '../limit/limiter.ts';
import type { Logger } from '../ports.ts';
import { logOutage } from './log-outage.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** A store that is out, and what the log has of it. */
function store() {
  const lines: object[] = [];
  const logger = { warn: (fields) => void lines.push(fields) } as Pick<Logger, 'warn'> as Logger;
  const ports = { limiter: {} as Limiter, logger };
  const meet = (action: string) =>
    logOutage(ports, { action, onOutage: 'open' }, new Error('Failed query\nparams: a key'));
  return { lines, meet };
}

test('an outage is one line a minute, which says how many calls met it', () => {
  const { lines, meet } = store();
  for (let call = 0; call < 1000; call += 1) meet('a.b');
  expect(lines).toMatchObject([{ action: 'a.b', onOutage: 'open', calls: 1 }]);
  vi.advanceTimersByTime(59_999);
  meet('a.c');
  expect(lines).toHaveLength(1);
  vi.advanceTimersByTime(1);
  meet('a.d');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatchObject({ action: 'a.d', calls: 1001 });
});

test('the line has the reason, without the parameters of a query', () => {
  const { lines, meet } = store();
  meet('a.b');
  expect(lines).toMatchObject([{ err: { message: 'Failed query' } }]);
  expect(JSON.stringify(lines)).not.toContain('a key');
});

test('each store has its own line', () => {
  const [one, two] = [store(), store()];
  one.meet('a.b');
  two.meet('a.b');
  expect([one.lines.length, two.lines.length]).toEqual([1, 1]);
});
