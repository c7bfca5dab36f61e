/** @typedef {import('./rule.d.ts').Node} Node */

const engine = /(?:^|\/)define-action(?:\.ts)?$/;

/**
 * Whether a file says 'use server' for everything that it exports.
 *
 * @param {Node} program
 */
export function isActionsFile(program) {
  return (program.body ?? []).some(({ directive }) => directive === 'use server');
}

/**
 * Visitors that call `check` for what each exported `defineAction(...)` of a file of actions is given.
 *
 * @param {(definition: Node, program: Node) => void} check
 * @returns {import('./rule.d.ts').Visitors}
 */
export function definitions(check) {
  return {
    Program(program) {
      if (!isActionsFile(program)) return;
      for (const { declaration } of program.body ?? []) {
        for (const { init } of declaration?.declarations ?? []) {
          const definition = init && definitionIn(program, init);
          if (definition) check(definition, program);
        }
      }
    },
  };
}

/**
 * What `defineAction`, the engine's and no other, is given by this call; null when the value was made in another way.
 *
 * @param {Node} program
 * @param {Node} value
 */
export function definitionIn(program, value) {
  const called = value.type === 'CallExpression' && value.callee?.name;
  if (!called || !importedAs(program, 'defineAction').includes(called)) return null;
  return value.arguments?.[0] ?? null;
}

/**
 * The names that an export of the engine's `define-action` has in a file.
 *
 * @param {Node} program
 * @param {string} name
 */
export function importedAs(program, name) {
  return (program.body ?? [])
    .filter(({ type, source }) => type === 'ImportDeclaration' && engine.test(textOf(source)))
    .flatMap(({ specifiers = [] }) => specifiers)
    .flatMap(({ imported, local }) => (imported?.name === name ? (local?.name ?? []) : []));
}

/**
 * The properties of a definition by name, as they are written; none when it is not written there.
 *
 * @param {Node} definition
 * @returns {Map<string, Node>}
 */
export function propertiesOf({ properties = [] }) {
  return new Map(properties.map((property) => [keyOf(property), property]));
}

/**
 * How a property is named: `a`, `'a'`, but nothing computed and no spread.
 *
 * @param {Node} property
 */
export function keyOf({ key, computed }) {
  return computed ? '' : (key?.name ?? textOf(key));
}

/**
 * What a literal says; empty for everything else.
 *
 * @param {Node | null | undefined} node
 */
export function textOf(node) {
  return typeof node?.value === 'string' ? node.value : '';
}

/**
 * A node and all nodes in it.
 *
 * @param {Node} node
 * @returns {Generator<Node, void>}
 */
export function* within(node) {
  yield node;
  for (const [name, inside] of Object.entries(node)) {
    if (name === 'parent') continue;
    for (const one of [inside].flat()) {
      if (typeof one?.type === 'string') yield* within(one);
    }
  }
}

/**
 * The name that a call goes by: `a` of `a()`, and of `b.a()`.
 *
 * @param {Node} call
 */
export function calledName({ callee }) {
  return callee?.name ?? callee?.property?.name ?? '';
}
