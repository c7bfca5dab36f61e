import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeChoices } from './lib/choices.mjs';
import { create, createHomes, dev, git, type NewUser, pnpm, statusOf } from './testing/new-user.ts';

const MINUTE = 60_000;

let homes: ReturnType<typeof createHomes>;
beforeAll(() => {
  homes = createHomes();
});
afterAll(() => homes.remove());

const PASSED = /^[1-9]\d* passed, 0 failed(?:, \d+ skipped)?$/m;
const portOf = (name: string) => completeChoices({ name }).port;

interface Set {
  title: string;
  node: 20 | 24;
  home: string;
  name: string;
  args: string[];
  ports: number[];
  heading: string;
  /** What the generators add before anything runs. */
  grows: string[][];
  /** The commands that have to pass, one after the other, and how they end. */
  commands: [command: string, ending: RegExp][];
}

const SETS: Set[] = [
  {
    title: 'the defaults on Node 20',
    node: 20,
    home: 'empty',
    name: 'my-product',
    args: [],
    ports: [3500, 3501],
    heading: 'My Product',
    grows: [],
    commands: [['test', PASSED]],
  },
  {
    title: 'another scope and other ports, in a path with spaces and unicode, on Node 24',
    node: 24,
    home: 'ein Ort für 製品',
    name: 'shop',
    args: ['--scope', '@a-team', '--title', 'Über uns', '--port', '4400'],
    ports: [4400, 4401],
    heading: 'Über uns',
    grows: [],
    commands: [],
  },
  {
    title: 'without the sample, grown by the generators, on Node 24',
    node: 24,
    home: 'minimal',
    name: 'acme-shop',
    args: ['--minimal', '--scope', '@acme'],
    ports: [0, 1, 2].map((app) => portOf('acme-shop') + app),
    heading: 'Acme Shop',
    grows: [
      ['app', 'support'],
      ['package', 'billing'],
      ['action', 'projects', 'create', 'web', 'member:author', '10 per 1 m'],
      ['action', 'account', 'archive', 'web', 'authenticated', '5 per 1 h'],
      ['action', 'moderation', 'warnUser', 'admin', 'staff', '10 per 1 m'],
      ['action', 'feedback', 'send', 'support', 'anyone', '10 per 1 h'],
      ['action', 'profile', 'change', 'support', 'authenticated', '10 per 1 h'],
    ],
    commands: [
      ['build', /Tasks: .*successful/],
      ['check', PASSED],
    ],
  },
];

const took = (what: string, seconds: number) => console.log(`${what}: ${seconds.toFixed(1)} s`);

describe.each(SETS)('$title', ({ node, home, name, args, ports, heading, grows, commands }) => {
  let user: NewUser;
  const expectPass = async (command: string[], ending: RegExp) => {
    const { code, output, seconds } = await pnpm(user, name, command);
    took(`pnpm ${command.join(' ')}`, seconds);
    expect(output.slice(-4000)).toMatch(ending);
    expect(code).toBe(0);
  };

  test('makes and installs a product whose git status is clean', async () => {
    user = homes.move(home, node);
    const start = performance.now();
    const output = await create(user, [name, '--yes', ...args]);
    expect(output).toContain('a repository with the first commit');
    expect(output).toContain(`\n  cd ${name}\n  npx -y pnpm@12 dev\n`);
    took(
      `made (${/\((\d+\.\d) s\)/.exec(output)?.[1]} s) and installed`,
      (performance.now() - start) / 1000,
    );
    expect(statusOf(user, name)).toBe('');
  });

  test.runIf(grows.length > 0)('each generator writes, with nothing to fill in', async () => {
    // Before: what is generated may use what nothing else does.
    await expectPass(['lint:unused'], /knip/);
    for (const words of grows) await expectPass(['gen', ...words], /^Next:$/m);
    await expectPass(['install'], /Done in/);
    git(user, name, 'add', '--all');
    git(user, name, 'commit', '--quiet', '--message', 'feat: what the generators write');
  });

  test('`pnpm dev` answers on the port of each app, with the name of the product', async () => {
    const start = performance.now();
    const running = await dev(user, name);
    took('dev ready', (performance.now() - start) / 1000);
    try {
      for (const port of ports) {
        const page = await fetch(`http://localhost:${port}/sign-in`);
        expect(page.status).toBe(200);
        expect(await page.text()).toContain(heading);
      }
    } finally {
      await running.stop();
    }
    await expect(fetch(`http://localhost:${ports[0]}`)).rejects.toThrow('fetch failed');
    expect(statusOf(user, name)).toBe('');
  });

  test.runIf(commands.length > 0)('what a team runs passes', { timeout: 20 * MINUTE }, async () => {
    for (const [command, ending] of commands) await expectPass([command], ending);
    expect(statusOf(user, name)).toBe('');
  });

  test.runIf(grows.length > 0)('the builds expose what was generated, and no more', async () => {
    await expectPass(['perimeter', 'lock'], /perimeter: /);
    const changes = git(user, name, 'diff').matchAll(/^([-+]) +"id": "(.+)",$/gm);
    expect([...changes].map(([, sign, id]) => `${sign}${id}`).toSorted()).toEqual([
      '+account.archive',
      '+feedback.send',
      '+moderation.warnUser',
      '+profile.change',
      '+projects.create',
    ]);
    await expectPass(['perimeter', 'check'], /in step with its locks/);
  });

  test.runIf(grows.length > 0)('the new app holds, with JavaScript and without', async () => {
    await expectPass(['--filter', 'support', 'exec', 'playwright', 'test'], /[1-9]\d* passed/);
  });
});
