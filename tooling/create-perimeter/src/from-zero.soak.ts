import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeChoices } from './lib/choices.mjs';
import { create, createHomes, dev, type NewUser, pnpm, statusOf } from './testing/new-user.ts';

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
  ports: [number, number];
  heading: string;
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
    commands: [],
  },
  {
    title: 'without the sample, on Node 24',
    node: 24,
    home: 'minimal',
    name: 'acme-shop',
    args: ['--minimal', '--scope', '@acme'],
    ports: [portOf('acme-shop'), portOf('acme-shop') + 1],
    heading: 'Acme Shop',
    commands: [
      ['check', PASSED],
      ['build', /Tasks: .*successful/],
      ['perimeter check', /perimeter: /],
    ],
  },
];

const took = (what: string, seconds: number) => console.log(`${what}: ${seconds.toFixed(1)} s`);

describe.each(SETS)('$title', ({ node, home, name, args, ports, heading, commands }) => {
  let user: NewUser;

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

  test('`pnpm dev` answers on both ports, with the name of the product', async () => {
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
    for (const [command, ending] of commands) {
      const { code, output, seconds } = await pnpm(user, name, command.split(' '));
      took(`pnpm ${command}`, seconds);
      expect(output.slice(-4000)).toMatch(ending);
      expect(code).toBe(0);
    }
    expect(statusOf(user, name)).toBe('');
  });
});
