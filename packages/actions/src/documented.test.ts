import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const readme = read('../README.md');
/** The doors of the engine; those of the subjects hold actions, which the list of actions pins. */
const doors = Object.entries(manifest.exports).filter(([door]) => !/^\.\/.+\/.+/.test(door));

/** The names that a file exports, types too. */
function exportsOf(source: string): string[] {
  const declared = source.matchAll(
    /^export (?:async )?(?:const|function|class|interface|type) (\w+)/gm,
  );
  const lists = source.matchAll(/^export (?:type )?\{([^}]*)\}/gm);
  const named = [...lists].flatMap(([, list = '']) => list.split(','));
  const names = [...[...declared].map(([, name = '']) => name), ...named];
  return names.map((name) => name.replace(/^\s*type\s/, '').trim()).filter(Boolean);
}

/** The rows of the README's table under a heading, by the name in backticks that they begin with. */
function rowsUnder(heading: string): Map<string, string[]> {
  const [, section = ''] = readme.split(`\n## ${heading}\n`);
  const [table = ''] = section.split('\n## ');
  const rows = [...table.matchAll(/^\| `([^`]+)` +(.*)\|$/gm)];
  const cells = (row: string) => row.split(/(?<!\\)\|/).map((cell) => cell.trim());
  return new Map(rows.map(([, name = '', row = '']) => [name, cells(row).slice(1)]));
}

test('what the doors of the engine export', () => {
  const exported = doors.map(([door, file]) => [door, exportsOf(read(`../${file}`)).join(' ')]);
  expect(Object.fromEntries(exported)).toMatchInlineSnapshot(`
    {
      "./body-limit": "MAX_BODY_BYTES",
      "./constraints": "constraintsOf Constraints FieldConstraints",
      "./define-action": "defineAction definitionOf ActionDefinition Action AfterCommit path tag Invalidation unlimited RateLimit",
      "./define-webhook": "defineWebhook webhookOf AppliedEvent Delivery Identity Verifier Webhook WebhookDefinition Reason githubSha256 standardV1 stripeV1",
      "./http-exchange": "HttpExchange captureHttpExchange httpExchange",
      "./idempotency-key": "idempotencyKey KEY_FIELD",
      "./next": "StartOptions startActions refuseStart reportRequestError",
      "./ports": "createLimiter memoryAlgorithm createLogger installPorts Ports",
      "./react": "useActionForm ActionForm ActionFormOptions idle KEY_FIELD ORG_FIELD State Values",
      "./redact": "redact",
      "./result": "BuiltInCode Errors Values Success Failure Idle Result State idle ORG_FIELD KEY_FIELD",
      "./route": "runInRoute respond RouteAnswer RouteOptions",
      "./secret-name": "SECRET_NAME",
      "./statements.json": "",
      "./testing": "call CallOptions CallReport createTestOrg createTestPost createTestUser TestOrg TestUser sign Sender Unsigned keyFor formData expectLimited LimitedOptions expectRefused RefusedOptions RefusedReport fuzz FuzzOptions FuzzReport",
    }
  `);
});

describe('the README', () => {
  test.each(doors)('has a row for %s that names all it exports', (door, file) => {
    const source = read(`../${file}`);
    expect(source).not.toMatch(/^export \*/m);
    const row = rowsUnder('Doors').get(door)?.join(' ') ?? 'none';
    expect(row).not.toBe('none');
    expect(exportsOf(source).filter((name) => !row.includes(`\`${name}\``))).toEqual([]);
  });

  test('has a row for each property of a definition, in its order: default, what, errors', () => {
    const [, declared = ''] = read('./lib/definition.ts').split(
      'export interface ActionDefinition<',
    );
    const [body = ''] = declared.split('\n}\n');
    const properties = [...body.matchAll(/^  (\w+)\??:/gm)].map(([, name]) => name);
    const rows = rowsUnder('Options of `defineAction`');
    expect(properties.length).toBeGreaterThan(10);
    expect([...rows.keys()]).toEqual(properties);
    for (const [name, cells] of rows)
      expect([name, cells.filter(Boolean).length]).toEqual([name, 3]);
  });

  test('has a row for each option of a call in a test', () => {
    const files = ['call-action', 'expect-refused', 'expect-limited', 'fuzz'];
    const sources = files.map((file) => read(`./lib/testing/${file}.ts`)).join('\n');
    const interfaces = [...sources.matchAll(/^export interface \w+Options\b[^]*?\n\}/gm)].join(
      '\n',
    );
    const options = [...interfaces.matchAll(/^  (\w+)\??:/gm)].map(([, name = '']) => name);
    expect(new Set(rowsUnder('Tests').keys())).toEqual(new Set(options));
  });

  test('names each built-in code', () => {
    const [, union = ''] = read('./result.ts').split('export type BuiltInCode =');
    const codes = [...(union.split(';')[0] ?? '').matchAll(/'(\w+)'/g)].map(
      ([, code = '']) => code,
    );
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => !readme.includes(code))).toEqual([]);
  });
});
