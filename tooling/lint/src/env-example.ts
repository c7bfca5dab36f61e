/** A variable as `.env.example` tells of it. */
export interface ExampleVariable {
  name: string;
  /** What it means. */
  says: string;
  /** What holds when it is blank. */
  standard: string;
  example: string;
  /** What the file itself sets. */
  value: string;
  /** Whether `.env` is the place to set it. */
  fromFile: boolean;
}

const VARIABLE =
  /^# (?<says>.+) Default: (?<standard>.+)\. Example: (?<example>\S+)\n(?<comment># )?(?<name>[A-Z][A-Z0-9_]*)=(?<value>.*)$/gm;

/** The variables of an example file: a line of comment, then `NAME=`, behind a `# ` when `.env` is not read for it. */
export function readExample(text: string): ExampleVariable[] {
  return [...text.matchAll(VARIABLE)].map(({ groups = {} }) => ({
    name: groups.name ?? '',
    says: groups.says ?? '',
    standard: groups.standard ?? '',
    example: groups.example ?? '',
    value: groups.value ?? '',
    fromFile: !groups.comment,
  }));
}

const EACH_APP = '${app.toUpperCase()}';
const READ = [
  // process.env.NAME, process.env['NAME']
  /\bprocess\.env(?:\.|\[')(?<names>[A-Z][A-Z0-9_]*)\b/g,
  // const { NAME, OTHER } = process.env
  /\bconst \{(?<names>[^}]+)\} = process\.env\b/g,
  // process.env[`${app.toUpperCase()}_NAME`]
  /(?<names>(?:[A-Z0-9]+_)?\$\{app\.toUpperCase\(\)\}_[A-Z_]+)/g,
  // const variable = 'NAME'; process.env[variable]
  /\bvariable = '(?<names>[A-Z][A-Z0-9_]*)'/g,
];
/** A schema's keys, and the names in a table of them. */
const IN_ENV_FILE = /^ {2}(?<key>[A-Z][A-Z0-9_]*):|name: '(?<name>[A-Z][A-Z0-9_]*)'/gm;

/**
 * The variables that a source file reads from the environment.
 *
 * @param apps - the apps of the repository: some variables exist once for each
 */
export function variablesIn(path: string, text: string, apps: string[]): string[] {
  const read = READ.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => (match.groups?.names ?? '').split(',')),
  ).map((name) => name.split(':')[0]?.trim() ?? '');
  const declared = path.endsWith('/env.ts')
    ? [...text.matchAll(IN_ENV_FILE)].map(({ groups }) => groups?.key ?? groups?.name ?? '')
    : [];
  return [...read, ...declared].flatMap((name) =>
    name.includes(EACH_APP)
      ? apps.map((app) => name.replace(EACH_APP, app.toUpperCase()))
      : name || [],
  );
}
