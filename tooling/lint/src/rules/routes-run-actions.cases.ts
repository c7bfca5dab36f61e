import type { RuleCases } from '../rule-cases.ts';

const file = 'apps/web/src/app/api/posts/route.ts';
const head = `import { likePost } from '@repo/actions/posts/actions';\nimport { respond, runInRoute } from '@repo/actions/route';\n`;
const run = 'respond(await runInRoute(likePost, {}))';

export const cases: RuleCases = {
  valid: [
    { file, code: `${head}export async function POST() { return ${run}; }` },
    { file, code: `${head}export const DELETE = async () => ${run};` },
    { file, code: `${head}async function like() { return ${run}; }` },
    {
      file,
      code: `import { listPosts } from '@repo/db/queries/posts';\nexport const GET = async () => Response.json(await listPosts());`,
    },
    {
      file: 'apps/web/src/features/posts/like.ts',
      code: `${head}export const GET = () => likePost({});`,
    },
  ],
  invalid: [
    {
      file,
      code: `${head}export async function POST() { await likePost({}); }`,
      says: 'runInRoute(likePost, input)',
    },
    {
      file,
      code: `${head}export async function GET() { return ${run}; }`,
      says: 'POST, PUT, PATCH or DELETE',
    },
    { file, code: `${head}export const GET = async () => ${run};` },
    { file, code: `${head}export const HEAD = async () => ${run};` },
    {
      file: 'apps/admin/src/app/route.ts',
      code: `${head}export async function GET() { return ${run}; }`,
    },
  ],
};
