import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Postgres, startPostgres } from '../postgres.ts';
import { runCommand, SmallProject } from './testing.ts';

const project = new SmallProject();
let postgres: Postgres;

beforeAll(async () => {
  project.write(
    'packages/auth/src/cli/revoke-sessions.ts',
    "console.log('ended:', process.argv.slice(2), process.env.DATABASE_URL);",
  );
  postgres = await startPostgres({ ephemeral: true });
});
afterAll(async () => {
  project.remove();
  await postgres.stop();
});

async function sessions(...args: string[]): Promise<{ code: number | null; output: string }> {
  const command = runCommand(project.root, 'sessions', { DATABASE_URL: postgres.url }, args);
  return { code: await command.exitCode, output: command.output() };
}

test('ends everybody’s sessions, or one person’s, on DATABASE_URL', async () => {
  const all = await sessions('revoke', '--all', '--yes');
  expect(all).toMatchObject({
    code: 0,
    output: expect.stringContaining(`ended: [] ${postgres.url}`),
  });
  const one = await sessions('revoke', '--user', 'a@example.test', '--yes');
  expect(one.output).toContain("ended: [ 'a@example.test' ]");
});

test('does nothing where nobody can be asked and --yes is missing', async () => {
  const { code, output } = await sessions('revoke', '--all');
  expect(code).toBe(1);
  expect(output).toContain('End all sessions of everybody in all apps?');
  expect(output).toContain('--yes');
  expect(output).not.toContain('ended:');
});

test('does nothing when it is not said whose sessions', async () => {
  const unclear = [['revoke', '--yes'], ['revoke', '--user'], ['revoke', '--all', 'x'], ['--all']];
  const answers = await Promise.all(unclear.map((args) => sessions(...args)));
  for (const { code, output } of answers) {
    expect(code).toBe(1);
    expect(output).toContain('Usage: sessions revoke');
  }
});
