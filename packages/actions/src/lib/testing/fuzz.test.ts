import { describe, expect, test } from 'vitest';
import { useTestDatabase } from '@repo/db/testing';
import { fuzz } from '../../testing.ts';
import { answering, refusing, writeARow } from './bad-action.ts';

await useTestDatabase();

const example = { title: 'A title' };
const refused = { ok: false, code: 'TAKEN', errors: { title: ['Taken.'] } };
const never = new Promise(() => {});

const patient = { timeout: 60_000 };

test('tells how often the action answered in which way, the example first', patient, async () => {
  expect(await fuzz(refusing({ handler: () => 1 }), { example, calls: 1 })).toEqual({ done: 1 });
  const report = await fuzz(refusing(), { example, calls: 80, seed: 1 });
  expect(report.TAKEN).toBeGreaterThan(5);
  expect(report.VALIDATION).toBeGreaterThan(5);
  expect(report).not.toHaveProperty('RATE_LIMITED');
});

test('lets an action change rows that says it is done', async () => {
  await fuzz(refusing({ handler: writeARow }), { example, calls: 5 });
});

describe('fails for an action that', patient, () => {
  test.each([
    [
      'throws past the wrapper',
      answering((_previous, form) => (form as FormData).has('x')),
      /^test\.refusing threw TypeError/,
    ],
    [
      'fails by surprise at some inputs',
      refusing({
        handler: ({ input: { title } }) => {
          decodeURIComponent(title);
        },
      }),
      'failed by surprise (INTERNAL): URI malformed',
    ],
    [
      'writes before it refuses',
      refusing({ authorize: () => writeARow().then(() => false) }),
      'changed rows of orgs',
    ],
    [
      'gives back a secret',
      answering((...sent) => {
        const form = sent.find((value) => value instanceof FormData);
        const typed = form?.get('password');
        return { ...refused, values: typeof typed === 'string' ? { password: typed } : {} };
      }),
      'gave back or logged what was typed into a secret field',
    ],
    [
      'merges what it is sent into a prototype',
      answering(() => {
        Object.assign(Object.prototype, { polluted: true });
        return refused;
      }),
      'added polluted to every object',
    ],
    [
      'answers with a code of its own',
      answering(() => ({ ...refused, code: 'TEAPOT' })),
      'answered TEAPOT, which is no declared code',
    ],
  ])('%s', async (_what, action, problem) => {
    await expect(fuzz(action, { example, calls: 300, seed: 1 })).rejects.toThrow(problem);
    expect({}).not.toHaveProperty('polluted');
  });

  test('never answers, and is called no more then', async () => {
    let calls = 0;
    const hanging = answering(() => ((calls += 1), never));
    await expect(fuzz(hanging, { timeoutMs: 50 })).rejects.toThrow(
      'test.refusing did not answer within 50 ms',
    );
    expect(calls).toBe(1);
  });
});

test(
  'a failure names the smallest input, and its seed and path repeat it at once',
  patient,
  async () => {
    const handler = ({ input: { title } }: { input: { title: string } }) => {
      if (title.includes('%')) throw new Error(`no percent: ${title}`);
    };
    const action = refusing({ handler });
    const failure = fuzz(action, { example, calls: 300, seed: 1 });
    const message = await failure.then(String, (error: Error) => error.message);
    expect(message).toMatch(/^test.refusing failed by surprise \(INTERNAL\): no percent: .*%/);
    const repeated =
      /\nwith (.*%.*)\nagain: fuzz\(action, \{ \.\.\., seed: (-?\d+), path: '([\d:]+)' \}\)$/;
    const [, input, seed, path] = repeated.exec(message) ?? [];
    let calls = 0;
    const counting = refusing({ handler: (call) => ((calls += 1), handler(call)) });
    const again = fuzz(counting, { example, seed: Number(seed), path });
    await expect(again).rejects.toThrow(`with ${input}`);
    expect(calls).toBeLessThan(10);
  },
);
