import { expect, test } from 'vitest';
import { clientIp } from './client-ip.ts';

test('no two tests of a run share an address', () => {
  const seen = new Set<string>();
  for (let worker = 0; worker < 20; worker += 1)
    for (let count = 0; count < 4096; count += 1) seen.add(clientIp(worker, count));
  expect(seen.size).toBe(20 * 4096);
});

test('addresses stay inside 10.0.0.0/8', () => {
  for (const [worker, count] of [
    [0, 0],
    [1, 300],
    [4095, 4095],
  ] as const)
    expect(clientIp(worker, count)).toMatch(/^10(?:\.(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])){3}$/);
});

test('too many tests throw instead of sharing an address', () => {
  expect(() => clientIp(0, 4096)).toThrow(RangeError);
  expect(() => clientIp(4096, 0)).toThrow(RangeError);
});
