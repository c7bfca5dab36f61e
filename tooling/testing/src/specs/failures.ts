import { startStack } from '@repo/services/stack';
import { startCollector } from '../lib/collector.ts';
import { expect, test } from '../fixtures.ts';
import { halfDatabase } from '../lib/half-database.ts';

/** What differs between the apps. */
export interface FailureSpecsOptions {
  /** The address of a page that reads the database. */
  path: string;
  /** What Next calls its route. */
  route: string;
  /** The name of the cookie without which it would not read. */
  cookie?: string;
}

const SECRET = 'opens-a-door';

type Line = Record<string, unknown> & { err?: { message?: string; cause?: { code?: string } } };

/** What an operator finds of something that failed: in the log, and at a collector of OpenTelemetry. */
export function failureSpecs({ path, route, cookie }: FailureSpecsOptions): void {
  test(
    'what fails is found again: one id on the page, in the log and in the trace, and no secret in any of them',
    { tag: '@js-only' },
    async ({ app, page, context, request, allowErrors }) => {
      // It starts a process of its own.
      test.setTimeout(120_000);
      // The page that fails, and the icon that its bare document does not name.
      allowErrors(/status of 500|React error #441|Server Components render|favicon/);
      const collector = await startCollector();
      const database = await halfDatabase(process.env.E2E_DATABASE_URL ?? '');
      const stack = await startStack({
        apps: [app],
        databaseUrl: database.url,
        env: {
          APP_SECRET: 'a web process that is watched, in a browser test',
          OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        },
      });
      const url = stack.urls[app] ?? '';
      try {
        // An action that fails.
        await page.goto(`${url}/sign-in?next=${SECRET}`);
        await page.getByLabel('Email').fill(`${SECRET}@example.test`);
        await page.getByLabel('Password').fill(`${SECRET}-password`);
        await page.getByRole('button', { name: 'Sign in' }).click();
        const failed = await page.getByRole('alert').locator('code').innerText();
        // A page that fails.
        const token = `${'a'.repeat(22)}.${SECRET.padEnd(43, 'b')}`;
        if (cookie) await context.addCookies([{ name: cookie, value: token, url }]);
        await page.goto(`${url}${path}?search=${SECRET}`);
        const digest = await page.locator('main code, body code').first().innerText();
        // A call that Next refuses.
        const refused = await request.post(`${url}/sign-in?next=${SECRET}`, {
          multipart: { $ACTION_ID_00: '', password: SECRET },
          headers: { origin: 'https://evil.example', cookie: `session=${SECRET}` },
        });
        expect(refused.status()).toBe(500);

        await stack.stop();
        const output = stack.logs(app).join('\n');
        const lines = stack
          .logs(app)
          .filter((line) => line.startsWith('{'))
          .map((line) => JSON.parse(line) as Line);
        const spans = collector.spans();

        expect(lines.filter(({ errorId }) => errorId === failed)).toMatchObject([
          { msg: 'action failed unexpectedly', err: { cause: { code: '42P01' } } },
          { msg: 'refusal not audited' },
          { msg: 'account.signIn INTERNAL', outcome: 'INTERNAL' },
        ]);
        const own = spans.find(({ attributes }) => attributes['perimeter.error_id'] === failed);
        expect(own).toMatchObject({
          service: app,
          name: 'account.signIn',
          status: { code: 2 },
          attributes: { 'perimeter.outcome': 'INTERNAL', 'error.type': 'INTERNAL' },
        });
        expect(lines.find(({ errorId }) => errorId === failed)?.trace_id).toBe(own?.traceId);
        const parent = spans.find(({ spanId }) => spanId === own?.parentSpanId);
        expect(parent?.name, 'it lies in the request').toBe('POST /sign-in');
        expect(collector.counts('perimeter.action.calls')).toEqual({
          [`account.signIn ${app} INTERNAL`]: 1,
        });

        const outside = lines.filter(({ msg }) => msg === 'request failed outside of an action');
        expect(outside.filter(({ errorId }) => errorId === digest)).toMatchObject([
          { kind: 'render', route, method: 'GET', err: { cause: { code: '42P01' } } },
        ]);
        expect(
          outside.filter(({ err }) => err?.message === 'Invalid Server Actions request.'),
        ).toMatchObject([{ errorId: expect.any(String), route: '/sign-in/page', method: 'POST' }]);

        expect(output).not.toContain(SECRET);
        expect(collector.received()).not.toContain(SECRET);
      } finally {
        await stack.stop();
        await database.drop();
        collector.stop();
      }
    },
  );
}
