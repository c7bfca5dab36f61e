import { parseSync, Visitor, type StaticImport } from 'oxc-parser';

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** The door and the function by which a route handler runs an action: of the package, whatever its scope; of no file. */
const ADAPTER = { door: /^@[\w-]+\/actions\/route$/, name: 'runInRoute' };

/** An action as a route handler names it. */
export interface Reference {
  from: string;
  name: string;
}

/** The methods of a route handler that accept writes, each with the actions that it runs. */
export interface Route {
  methods: Map<string, Reference[]>;
  /** Methods that are functions of other files, as a declared webhook is. */
  given: Map<string, Reference>;
  /** Why something of it cannot be told; null when all is clear. */
  unclear: string | null;
}

interface Call {
  at: number;
  /** Null when it is not an imported action by its name. */
  action: Reference | null;
}

/** Reads the source of a route handler, without running it. */
export function readRoute(path: string, source: string): Route {
  const { program, module, errors } = parseSync(path, source);
  if (errors.length > 0)
    return { methods: new Map(), given: new Map(), unclear: 'it cannot be parsed' };
  if (module.staticExports.length === 0) {
    const unclear = 'it exports nothing that can be read: write `export async function POST`';
    return { methods: new Map(), given: new Map(), unclear };
  }
  const names = imported(module.staticImports);
  const calls: Call[] = [];
  new Visitor({
    CallExpression({ callee, arguments: [first], start }) {
      const called = callee.type === 'Identifier' ? names.get(callee.name) : undefined;
      if (called?.name !== ADAPTER.name || !ADAPTER.door.test(called.from)) return;
      const action = first?.type === 'Identifier' ? names.get(first.name) : undefined;
      calls.push({ at: start, action: action ?? null });
    },
  }).visit(program);

  const exports = module.staticExports.map(({ start, end, entries }) => ({
    methods: entries.flatMap(({ exportName, isType }) =>
      !isType && exportName.name && WRITES.has(exportName.name) ? [exportName.name] : [],
    ),
    everything: entries.some(({ exportName, isType }) => !isType && exportName.kind === 'None'),
    holds: ({ at }: Call) => start <= at && at < end,
  }));
  const outside = calls.filter((call) => !exports.some(({ holds }) => holds(call)));
  const methods = exports.flatMap(({ methods: own, holds }) => {
    const inside = calls.filter(holds);
    // What stands in a function that is not exported may be called by each of them.
    const actions = (inside.length > 0 ? inside : outside).flatMap(({ action }) => action ?? []);
    return own.map((method) => [method, actions] as const);
  });
  const given = new Map(
    module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ exportName, importName, localName, moduleRequest, isType }) => {
        const method = exportName.name;
        if (isType || !method || !WRITES.has(method)) return [];
        const from = moduleRequest?.value;
        const reference =
          from && importName.name
            ? { from, name: importName.name }
            : names.get(localName.name ?? '');
        return reference ? [[method, reference] as const] : [];
      }),
    ),
  );
  const isOpen = exports.some(({ everything }) => everything);
  if (isOpen)
    return {
      methods: new Map(methods),
      given,
      unclear: 'it exports all of another file: name its methods',
    };
  const unclear = calls.some(({ action }) => !action)
    ? 'it hands something to `runInRoute` that is no imported action: import the action and name it there'
    : null;
  return { methods: new Map(methods), given, unclear };
}

/** Imported names, by what the file calls them. */
function imported(imports: StaticImport[]): Map<string, Reference> {
  return new Map(
    imports.flatMap(({ moduleRequest, entries }) =>
      entries.flatMap(({ importName, localName, isType }) => {
        if (isType) return [];
        const name = importName.name ?? (`${importName.kind}` === 'Default' ? 'default' : '*');
        return [[localName.value, { from: moduleRequest.value, name }] as const];
      }),
    ),
  );
}
