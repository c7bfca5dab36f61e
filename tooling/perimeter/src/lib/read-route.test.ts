import { expect, test } from 'vitest';
import { readRoute } from './read-route.ts';

const ADAPTER = `import { runInRoute, respond } from '@repo/actions/route';
import { createPost, editPost as edit } from '@repo/actions/posts/actions';\n`;

function read(source: string): { methods: Record<string, string[]>; unclear: string | null } {
  const { methods, unclear } = readRoute('route.ts', source);
  const named = [...methods].map(([method, actions]) => [method, actions.map(({ name }) => name)]);
  return { methods: Object.fromEntries(named) as Record<string, string[]>, unclear };
}

test.each([
  ['a function', 'export async function POST(request: Request): Promise<Response> {}', ['POST']],
  ['a constant', 'export const PUT = async (request: Request) => {};', ['PUT']],
  ['several at once', 'export const { PATCH, DELETE } = handlers;', ['PATCH', 'DELETE']],
  ['a name from elsewhere', `export { GET, hook as POST } from './hook.ts';`, ['POST']],
  ['a list', 'const hook = () => {}; export { hook as POST, hook as PUT };', ['POST', 'PUT']],
])('%s is a handler that accepts writes', (_what, source, methods) => {
  expect(read(source)).toEqual({
    methods: Object.fromEntries(methods.map((method) => [method, []])),
    unclear: null,
  });
});

test.each([
  ['reads', 'export async function GET() {} export const HEAD = GET; export const OPTIONS = GET;'],
  ['types', 'export type POST = () => void; export interface PUT {}'],
  ['words in text', `// export const POST\nexport const dynamic = 'export const POST = 1;';`],
])('%s are none', (_what, source) => {
  expect(read(source)).toEqual({ methods: {}, unclear: null });
});

test('each method has the action that it runs', () => {
  const source = `${ADAPTER}
    export async function POST(r: Request) { return respond(await runInRoute(createPost, await r.json())); }
    export const PUT = async (r: Request) => respond(await runInRoute(edit, {}));
    export function DELETE() { return new Response(); }`;
  const methods = { POST: ['createPost'], PUT: ['editPost'], DELETE: [] };
  expect(read(source)).toEqual({ methods, unclear: null });
});

test('what a function beside them runs, all of them may run', () => {
  const source = `${ADAPTER}
    const run = (input: object) => runInRoute(createPost, input);
    export const POST = () => run({}), PUT = () => run({});`;
  expect(read(source).methods).toEqual({ POST: ['createPost'], PUT: ['createPost'] });
});

test.each(['./mine.ts', '../actions/route.ts', '@/actions/route.ts', 'actions/route'])(
  'another function with the name of the adapter is none: of %s',
  (file) => {
    const source = `import { runInRoute } from '${file}';
    import { createPost } from '@repo/actions/posts/actions';
    export const POST = () => runInRoute(createPost, {});`;
    expect(read(source).methods).toEqual({ POST: [] });
  },
);

test.each([
  ['all of another file', `export * from './hook.ts';`, 'name its methods'],
  [
    'an action that is chosen later',
    `${ADAPTER} export const POST = () => runInRoute(list[0], {});`,
    'no imported action',
  ],
  ['a handler of CommonJS', `exports.POST = async () => new Response();`, 'exports nothing'],
  ['all of them at once', `module.exports = { POST: async () => {} };`, 'exports nothing'],
  ['what cannot be parsed', 'export const POST = ;', 'cannot be parsed'],
])('%s is said to be unclear', (_what, source, sentence) => {
  expect(read(source).unclear).toContain(sentence);
});

test.each([
  ['from there at once', `export { hook as POST } from './hook.ts';`],
  ['by import', `import { hook } from './hook.ts'; export { hook as POST };`],
])('a method that another file gives %s leads to it', (_how, source) => {
  expect([...readRoute('route.ts', source).given]).toEqual([
    ['POST', { from: './hook.ts', name: 'hook' }],
  ]);
});

test('a method that this file writes is given by none', () => {
  const source = `import { hook } from './hook.ts'; export const POST = () => hook();`;
  expect([...readRoute('route.ts', source).given]).toEqual([]);
});
