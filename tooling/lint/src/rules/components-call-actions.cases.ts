import type { RuleCases } from '../rule-cases.ts';

const file = 'apps/web/src/features/posts/like-button.tsx';
const send = (options: string, path = `'/api/posts/1/like'`) =>
  `export const like = () => fetch(${path}, ${options});`;

export const cases: RuleCases = {
  valid: [
    { file, code: `export const read = () => fetch('/api/posts');` },
    { file, code: send(`{ method: 'GET' }`) },
    { file, code: send(`{ method: 'POST' }`, `'https://api.example.test/charges'`) },
    { file, code: send(`{ method: 'POST' }`, `'//api.example.test/charges'`) },
    { file, code: send(`{ method: 'POST' }`, 'address') },
    { file, code: `export const like = () => client.fetch('/api/x', { method: 'POST' });` },
    { file: 'apps/web/src/app/api/x/route.ts', code: send(`{ method: 'POST' }`) },
    { file: 'apps/web/src/features/posts/like.test.tsx', code: send(`{ method: 'POST' }`) },
    { file: 'apps/web/e2e/posts.spec.ts', code: send(`{ method: 'POST' }`) },
    { file: 'apps/web/src/service-worker.ts', code: send(`{ method: 'POST' }`) },
  ],
  invalid: [
    { file, code: send(`{ method: 'POST' }`), says: 'useActionForm' },
    { file, code: send(`{ body, 'method': 'delete' }`), says: 'packages/actions/src/<subject>' },
    { file, code: send(`{ method: 'PUT' }`, '`/api/posts/${id}`') },
    { file, code: send(`{ method: 'PATCH' }`, `'/o/northwind/posts'`) },
    { file, code: `export const like = () => window.fetch('/api/x', { method: 'POST' });` },
    { file, code: `export const left = () => navigator.sendBeacon('/api/left', body);` },
    {
      file: 'apps/web/src/features/posts/use-like.ts',
      code: `'use client';\n${send(`{ method: 'POST' }`)}`,
    },
    { file: 'packages/next/src/like-button.tsx', code: send(`{ method: 'POST' }`) },
  ],
};
