import { expect, test } from 'vitest';
import { auditFilter, readAuditQuery } from './audit-query.ts';

test('times are minutes in UTC, and the last minute is included', () => {
  const query = readAuditQuery({ from: '2026-03-01T08:00', to: '2026-03-01T08:05' });
  expect(auditFilter(query)).toMatchObject({
    from: new Date('2026-03-01T08:00:00Z'),
    before: new Date('2026-03-01T08:06:00Z'),
  });
});

test.each(['yesterday', '2026-13-01T08:00', '2026-03-01', '2026-03-01T08:00:00+02:00', ''])(
  'a time such as "%s" filters nothing',
  (text) => {
    expect(readAuditQuery({ from: text, to: text })).toMatchObject({
      from: undefined,
      to: undefined,
    });
  },
);

test('a repeated parameter counts once', () => {
  expect(readAuditQuery({ actor: ['a@example.test', 'b@example.test'] }).actor).toBe(
    'a@example.test',
  );
});

test('app, outcome and reference narrow the list; an app that is none filters nothing', () => {
  const query = readAuditQuery({ app: 'web', outcome: 'FORBIDDEN', reference: ' 517a97be3401 ' });
  expect(auditFilter(query)).toMatchObject({
    app: 'web',
    outcome: 'FORBIDDEN',
    errorId: '517a97be3401',
  });
  expect(readAuditQuery({ app: 'api' }).app).toBeUndefined();
});
