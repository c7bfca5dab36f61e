import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const package_ = fileURLToPath(new URL('..', import.meta.url));
/** Inside of the repository, so that its dependencies are found; git and all tools pass it over. */
export const fixture = join(package_, '.fixture');

/** A stand-in for `defineAction`: what the tool reads of it, and nothing else. */
const DEFINE = `export const defineAction = (definition) =>
  Object.assign(async () => {}, { [Symbol.for('perimeter.definition')]: definition });
`;

/** A file of actions of the fixture. */
export const POSTS = `'use server';
import { z } from 'zod';
import { defineAction } from '../../../../define.js';

export const createPost = defineAction({
  id: 'posts.create',
  access: { kind: 'staff', role: 'admin' },
  rateLimit: { max: 10, window: '1 m' },
  input: z.object({ title: z.string().max(200) }),
  authorize: () => true,
});
`;

const FILES = {
  'pnpm-workspace.yaml': 'packages:\n  - apps/*\n  - packages/*\n',
  'define.js': DEFINE,
  'packages/none/package.json': '{}',
  'apps/shop/package.json': '{ "name": "shop", "type": "module", "dependencies": { "next": "*" } }',
  'apps/shop/next.config.mjs': `export default {
  turbopack: { root: ${JSON.stringify(join(package_, '../..'))} },
};
`,
  'apps/shop/perimeter.ts': `export const perimeter = {
  app: 'shop',
  exposes: ['staff'],
  roles: { member: ['member', 'owner'], staff: ['moderator', 'admin'] },
} as const;
`,
  'apps/shop/app/posts/actions.js': POSTS,
  'apps/shop/app/members/actions.js': `'use server';
import { z } from 'zod';
import { defineAction } from '../../../../define.js';
import { secret } from './raw.js';

const anything = z.object({});
export const leaveOrg = defineAction({
  id: 'members.leave', access: { kind: 'member', role: 'member' }, rateLimit: 'unlimited', input: anything,
});
export const forgotten = defineAction({ id: 'members.forgotten', access: { kind: 'staff', role: 'admin' }, input: anything });
export const again = defineAction({
  id: 'members.leave', access: { kind: 'staff', role: 'admin' }, rateLimit: 'unlimited', input: anything,
});
export const archive = defineAction({
  id: 'members.archive', access: { kind: 'staff', role: 'admin' }, rateLimit: 'unlimited', input: anything,
});
export async function raw() { return secret; }
`,
  'apps/shop/app/members/raw.js': `export const secret = 1;\n`,
  'apps/shop/app/layout.js': `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  'apps/shop/app/page.js': `import { createPost } from './posts/actions.js';

export default function Page() {
  return <form action={createPost}><input name="title" /></form>;
}
`,
  // One import, and each export of that file is a public endpoint.
  'apps/shop/app/(team)/team/page.js': `import { leaveOrg } from '../../members/actions.js';

export default function Page() {
  async function inline() {
    'use server';
    await leaveOrg();
  }
  return <form action={inline} />;
}
`,
  'apps/shop/app/hook/route.js': `export async function POST() { return new Response(); }
export async function GET() { return new Response(); }
`,
  'apps/shop/app/signed/route.js': `export { signed as POST } from './webhook.js';\n`,
  'apps/shop/app/signed/webhook.js': `export const signed = Object.assign(
  async () => new Response(),
  { [Symbol.for('perimeter.definition')]: { provider: 'partner', verify: { name: 'partner-v1' } } },
);
`,
  // Of two files for one route, Next takes one: a reader must not be shown the other.
  'apps/shop/app/twice/route.js': `export function GET() { return new Response(); }\n`,
  'apps/shop/app/twice/route.jsx': `export function POST() { return new Response(); }\n`,
  'apps/shop/pages/form.js': `export function getServerSideProps({ req }) { return { props: { method: req.method } }; }
export default function Form({ method }) { return <p>{method}</p>; }
`,
  'apps/shop/pages/news.js': `export function getStaticProps() { return { props: {} }; }
export default function News() { return <p>News</p>; }
`,
  'apps/shop/app/robots.js': `export default function robots() { return { rules: [] }; }\n`,
};

/** Writes a file of the fixture. */
export function write(path: string, text: string): void {
  mkdirSync(dirname(join(fixture, path)), { recursive: true });
  writeFileSync(join(fixture, path), text);
}

/** Writes a small workspace with one app. */
export function writeFixture(): void {
  rmSync(fixture, { recursive: true, force: true });
  for (const [path, text] of Object.entries(FILES)) write(path, text);
}

/** Builds its app for production. */
export async function buildFixture(key: string): Promise<void> {
  const app = join(fixture, 'apps/shop');
  const next = createRequire(join(app, 'page.js')).resolve('next/dist/bin/next');
  const env = { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key, NEXT_TELEMETRY_DISABLED: '1' };
  const { code, output } = await run([next, 'build'], app, env);
  if (code !== 0) throw new Error(`The fixture does not build:\n${output}`);
}

/** Runs `pnpm perimeter` in the fixture. */
export function perimeter(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  return run([join(package_, 'src/cli/perimeter.ts'), ...args], fixture, env);
}

function run(
  args: string[],
  cwd: string,
  env: Record<string, string>,
): Promise<{ code: number; output: string }> {
  // That of a person's shell: these are not tests for what runs in there.
  const inherited = { ...process.env, NODE_ENV: undefined, VITEST: undefined };
  return new Promise((resolve) => {
    const options = { cwd, env: { ...inherited, NO_COLOR: '1', ...env } };
    const child = execFile(process.execPath, args, options, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? 1, output: `${stdout}${stderr}` }),
    );
  });
}
