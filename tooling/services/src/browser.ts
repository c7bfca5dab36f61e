import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { findProgram, isProgram } from './lib/find-program.ts';

/** A browser for tests: what `chromium.launch` takes. */
export interface Browser {
  executablePath: string;
  args: string[];
}

// A closed network stays quiet: no component updates, no sync, no field trials, no QUIC.
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];
// First the one without windows: its tabs cost a third of the processor time.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];
const PACKAGES = ['chromium-headless-shell', 'chromium'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const ADVICE =
  'Install Chromium or Chrome (Debian: `apt-get install chromium-headless-shell`; elsewhere: ' +
  '`npx -y playwright install chromium`), or set CHROMIUM_PATH to the program.';

/**
 * Finds a Chromium for tests: `CHROMIUM_PATH`, Playwright's own, the system's, else installs one.
 * Throws an Error that says what to do when none can be had.
 */
export async function findBrowser(): Promise<Browser> {
  const executablePath = named() ?? playwrightsOwn() ?? systems() ?? install();
  if (!executablePath) throw new Error(`No browser for the tests was found. ${ADVICE}`);
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath, args: [...QUIET, ...sandbox] };
}

function named(): string | null {
  const path = process.env.CHROMIUM_PATH?.trim();
  if (!path) return null;
  if (isProgram(path)) return path;
  throw new Error(`CHROMIUM_PATH is ${path}, which is no program that can be run. ${ADVICE}`);
}

function playwrightsOwn(): string | null {
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

function systems(): string | null {
  return findProgram(NAMES, APPLICATIONS);
}

function install(): string | null {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error("No browser was found: installing Debian's chromium (about a minute) ...");
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const options = { env, stdio: ['ignore', 2, 2] as ('ignore' | 2)[] };
    spawnSync('apt-get', ['update', '-q'], options);
    for (const name of PACKAGES) {
      const args = ['install', '-yq', '--no-install-recommends', name];
      if (spawnSync('apt-get', args, options).status === 0) break;
    }
    return systems();
  }
  console.error("No browser was found: downloading Playwright's chromium ...");
  const folder = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  try {
    execFileSync(process.execPath, [join(folder, 'cli.js'), 'install', 'chromium'], {
      stdio: ['ignore', 2, 2],
    });
  } catch {
    return null;
  }
  return playwrightsOwn();
}
