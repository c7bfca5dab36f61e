import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { create, createHomes, dev, type NewUser, pnpm, statusOf } from './testing/new-user.ts';

const MINUTE = 60_000;

let homes: ReturnType<typeof createHomes>;
beforeAll(() => {
  homes = createHomes();
});
afterAll(() => homes.remove());

interface Set {
  title: string;
  node: 20 | 24;
  home: string;
  name: string;
  args: string[];
  ports: [number, number];
  heading: string;
  /** The script that has to pass. */
  script: 'test' | 'check' | null;
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
    script: 'test',
  },
  {
    title: 'another scope and other ports, in a path with spaces and unicode, on Node 24',
    node: 24,
    home: 'ein Ort für 製品',
    name: 'shop',
    args: ['--scope', '@a-team', '--title', 'Über uns', '--port', '4400'],
    ports: [4400, 4401],
    heading: 'Über uns',
    script: null,
  },
];

const took = (what: string, seconds: number) => console.log(`${what}: ${seconds.toFixed(1)} s`);

describe.each(SETS)('$title', ({ node, home, name, args, ports, heading, script }) => {
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

  test.runIf(script)(`\`pnpm ${script}\` passes in full`, { timeout: 20 * MINUTE }, async () => {
    const { output, seconds } = await pnpm(user, name, [script ?? '']);
    took(`pnpm ${script}`, seconds);
    expect(output.slice(-4000)).toMatch(/^[1-9]\d* passed, 0 failed(?:, \d+ skipped)?$/m);
    expect(statusOf(user, name)).toBe('');
  });
});
