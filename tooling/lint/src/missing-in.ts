/** What is read of a workspace; `files` are its README and its tests. */
export interface Workspace {
  folder: string;
  files: string[];
  manifest: {
    name?: string;
    version?: string;
    private?: boolean;
    license?: string;
    type?: string;
    scripts?: Record<string, string>;
  };
  turbo: { extends?: string[]; tags?: string[] } | null;
  tsconfig: { extends?: string | string[] } | null;
}

/** What the root declares: the tags of its `boundaries`, its licence. */
export interface Declared {
  tags: string[];
  license: string | undefined;
}

const everywhere = ['types', 'test'];
const inApps = ['build', 'e2e'];

/** Says what a workspace lacks, and how to add it. */
export function missingIn(workspace: Workspace, declared: Declared): string[] {
  return [
    ...missingInManifest(workspace, declared),
    ...missingScripts(workspace),
    ...missingTag(workspace, declared),
    ...missingFiles(workspace),
  ];
}

function missingInManifest({ manifest }: Workspace, { license }: Declared): string[] {
  const problems: string[] = [];
  if (!manifest.name) problems.push('package.json has no "name"');
  if (!manifest.version) problems.push('package.json has no "version": write "0.0.0"');
  if (manifest.private === undefined) problems.push('package.json does not say "private"');
  if (manifest.type !== 'module') problems.push('package.json has no "type": "module"');
  if (!manifest.license || manifest.license !== license)
    problems.push(`package.json has not the "license" of the root (${license})`);
  return problems;
}

function missingScripts({ folder, manifest, files }: Workspace): string[] {
  const wanted = folder.startsWith('apps/') ? [...everywhere, ...inApps] : everywhere;
  const problems = wanted
    .filter((name) => !manifest.scripts?.[name])
    .map((name) => `no script "${name}": turbo would skip this workspace in silence`);
  if (manifest.scripts?.test && !files.some((file) => /\.test\.tsx?$/.test(file)))
    problems.push('the script "test" has no test to run: add a *.test.ts');
  return problems;
}

function missingTag({ turbo }: Workspace, { tags }: Declared): string[] {
  const own = turbo?.tags ?? [];
  const [tag] = own;
  if (!turbo?.extends?.includes('//') || tag === undefined || own.length > 1)
    return ['turbo.json needs "extends": ["//"] and one tag: without it, boundaries let all pass'];
  if (tags.includes(tag)) return [];
  return [`the tag "${tag}" is not in boundaries.tags of the root turbo.json (${tags.join(', ')})`];
}

function missingFiles({ manifest, tsconfig, files }: Workspace): string[] {
  const problems: string[] = [];
  const bases = [tsconfig?.extends ?? []].flat();
  const isShared = manifest.name === '@repo/typescript';
  const shared = isShared ? './' : '@repo/typescript/';
  if (!bases.some((base) => base.startsWith(shared)))
    problems.push('tsconfig.json extends no base of @repo/typescript');
  if (!files.includes('README.md')) problems.push('no README.md: what, usage, options, limits');
  return problems;
}
