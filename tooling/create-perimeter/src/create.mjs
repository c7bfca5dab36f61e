import { basename, relative, resolve } from 'node:path';
import { ask, STANDARD_FOLDER } from './lib/ask.mjs';
import { completeChoices } from './lib/choices.mjs';
import { firstCommit } from './lib/first-commit.mjs';
import { install, PNPM } from './lib/install.mjs';
import { makeInPlace, requireFreePlace } from './lib/place.mjs';
import { problemOf } from './lib/problems.mjs';
import { describe } from './lib/describe.mjs';
import { dependenciesOf, readTemplate } from './lib/template.mjs';
import { UsageError } from './lib/usage-error.mjs';
import { writeSecrets } from './lib/write-secrets.mjs';
import { renderTemplate } from './render.mjs';

/** @import { readArguments } from './lib/arguments.mjs' */
/** @import { Said } from './lib/ask.mjs' */

/**
 * Makes a product as the command line and the answers say.
 *
 * @param {ReturnType<typeof readArguments>} options
 * @param {{ templateDir: string, signal: AbortSignal }} context
 * @returns {Promise<number>} the exit code
 */
export async function create(options, { templateDir, signal }) {
  const template = await readTemplate(templateDir);
  const dependencies = dependenciesOf(template);
  const { folder, scope, sample } = await said(options, dependencies, signal);
  const target = resolve(folder);
  const name = basename(target).normalize('NFC');
  const choices = completeChoices({
    name,
    scope,
    sample,
    title: options.title,
    port: options.port,
  });
  const problem = problemOf(choices, dependencies);
  if (problem) throw new UsageError(problem);
  requireFreePlace(target);
  if (options.dryRun) {
    console.log(describe({ choices, target, options, files: template.files.length }));
    return 0;
  }

  const start = performance.now();
  let repository = 'none, as --no-git says';
  await makeInPlace(target, signal, async (partial) => {
    await renderTemplate(templateDir, choices, partial, { signal });
    await writeSecrets(partial);
    if (!options.git) return;
    const message = `Start from the Perimeter starter kit ${template.kit}`;
    repository = await firstCommit(partial, { target, message, signal });
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`\n${choices.title} is in ${target} (${seconds} s)\n  git  ${repository}`);

  const installed = !options.install || (await install(target, signal));
  const place = relative(process.cwd(), target) || '.';
  const path = /^[\w./-]+$/.test(place) ? place : `"${place}"`;
  console.log(`\nNext:\n\n  cd ${path}\n  ${PNPM} dev\n`);
  return installed ? 0 : 1;
}

/**
 * @param {ReturnType<typeof readArguments>} options
 * @param {readonly string[]} dependencies
 * @param {AbortSignal} signal
 * @returns {Promise<Said & { folder: string }>}
 */
async function said(options, dependencies, signal) {
  const { folder, scope, sample, yes, dryRun } = options;
  if (yes || dryRun) return { folder: folder ?? STANDARD_FOLDER, scope, sample };
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new UsageError(
      'There is no terminal to ask in. Add --yes to take the defaults: create-perimeter my-product --yes.',
    );
  const answered = await ask({ folder, scope, sample }, { dependencies, signal });
  return { ...answered, folder: answered.folder ?? '' };
}
