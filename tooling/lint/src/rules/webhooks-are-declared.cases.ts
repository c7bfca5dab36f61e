import type { RuleCases } from '../rule-cases.ts';

const file = 'apps/web/src/app/api/webhooks/partner/route.ts';
const door = `export { partnerWebhook as POST } from '@repo/actions/webhooks/partner';`;

export const cases: RuleCases = {
  valid: [
    { file, code: door },
    { file, code: `${door}\nexport function GET() { return new Response('challenge'); }` },
    { file: 'apps/web/src/app/api/posts/route.ts', code: 'export async function POST() {}' },
    { file: 'apps/admin/src/app/(office)/webhooks/page.tsx', code: 'export const POST = 1;' },
    { file: 'apps/web/src/webhooks/kinds.ts', code: 'export const POST = 1;' },
  ],
  invalid: [
    {
      file,
      code: 'export async function POST() {}',
      says: "from '@repo/actions/webhooks/<sender>'",
    },
    { file, code: 'export const PUT = () => {};' },
    { file, code: `import { POST } from './handler.ts';\nexport { POST };` },
    { file, code: `export { replayWebhookEvent as POST } from '@repo/actions/webhooks/actions';` },
    { file: 'apps/web/src/app/webhook/partner/route.ts', code: 'export async function POST() {}' },
    {
      file: 'apps/web/src/app/api/partner/route.ts',
      code: door,
      says: 'app/api/webhooks/<sender>/route.ts',
    },
  ],
};
