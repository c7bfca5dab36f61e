import { expect, test, vi } from 'vitest';
import { createNextConfig } from './config.ts';

async function headersOn(request: 'page' | 'action') {
  const rules = (await createNextConfig({ robots: 'index' }).headers?.()) ?? [];
  const matching = rules.filter(({ has = [] }) => request === 'action' || has.length === 0);
  return matching.flatMap(({ headers }) => headers.map(({ key }) => key));
}

test('answers of actions name the deployment, so that a tab of another one loads anew', async () => {
  vi.stubEnv('NEXT_DEPLOYMENT_ID', 'release-7');
  expect(createNextConfig({ robots: 'index' }).deploymentId).toBe('release-7');
  expect(await headersOn('action')).toContain('x-nextjs-deployment-id');
  expect(await headersOn('page')).not.toContain('x-nextjs-deployment-id');
});

test('without a name nothing is added: the id of the build decides', async () => {
  vi.stubEnv('NEXT_DEPLOYMENT_ID', '');
  expect(createNextConfig({ robots: 'index' }).deploymentId).toBeUndefined();
  expect(await headersOn('action')).toEqual(await headersOn('page'));
});

test('a name that Next would refuse is refused with an example', () => {
  vi.stubEnv('NEXT_DEPLOYMENT_ID', 'v1.2');
  expect(() => createNextConfig({ robots: 'index' })).toThrow('NEXT_DEPLOYMENT_ID must be');
});

test('a page of development is none in production', () => {
  const extensions = () => createNextConfig({ robots: 'index' }).pageExtensions;
  vi.stubEnv('NODE_ENV', 'development');
  expect(extensions()).toContain('dev.tsx');
  vi.stubEnv('NODE_ENV', 'production');
  expect(extensions()).toEqual(['tsx', 'ts']);
});

test('an encryption key that is none ends the build in one sentence, with no frames around it', () => {
  vi.stubEnv('NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', 'c2hvcnQ=');
  expect(() => createNextConfig({ robots: 'index' })).toThrow(
    expect.objectContaining({
      stack: expect.stringMatching(/^NEXT_SERVER_ACTIONS_ENCRYPTION_KEY holds 5 bytes[^\n]+$/),
    }),
  );
});
