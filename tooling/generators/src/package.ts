import type { Generator } from './lib/generator.ts';
import { pascal, requireName } from './lib/names.ts';
import { Refusal } from './lib/plan.ts';
import { createFrom } from './lib/template.ts';

interface RootTurbo {
  boundaries: { tags: Record<string, { dependencies: { allow: string[] } }> };
}

/** `packages/<name>`: a door, a test, and a tag that lets it import nothing but tooling. */
export const workspacePackage: Generator = (plan, [given = '']) => {
  const form = /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,29}$/;
  const name = requireName(given, { what: 'name of a package', form, example: 'billing' });
  const folder = `packages/${name}`;
  if (plan.has(folder)) throw new Refusal(`${folder} is there already: nothing was changed.`);
  const { license } = JSON.parse(plan.read('package.json')) as { license: string };
  createFrom(plan, 'package', folder, { name, license, function: `describe${pascal(name)}` });
  plan.editJson<RootTurbo>('turbo.json', ({ boundaries: { tags } }) => {
    if (name in tags) throw new Refusal(`turbo.json has a tag "${name}" already: choose another.`);
    tags[name] = { dependencies: { allow: ['tooling'] } };
  });
  return [
    'pnpm install',
    `who may import it: boundaries.tags in turbo.json (apps may; add "${name}" for packages)`,
    `write packages/${name}/src/${name}.ts; one entry of "exports" per door`,
  ];
};
