import { definitionIn, isActionsFile } from '../definitions.mjs';

/** @typedef {import('../rule.d.ts').Node} Node */

const TYPES = ['TSTypeAliasDeclaration', 'TSInterfaceDeclaration', 'TSEnumDeclaration'];

/** @type {import('../rule.d.ts').Rule} */
export const exportsAreActions = {
  meta: {
    type: 'problem',
    docs: { description: 'A file of actions exports results of defineAction and nothing else' },
  },
  create(context) {
    return {
      Program(program) {
        if (!isActionsFile(program)) return;
        for (const node of program.body ?? []) {
          const message = node.type.includes('Export') && problemOf(program, node);
          if (message) context.report({ node, message });
        }
      },
    };
  },
};

/**
 * @param {Node} program
 * @param {Node} node an export
 */
function problemOf(program, node) {
  const { declaration, exportKind } = node;
  if (exportKind === 'type' || TYPES.includes(declaration?.type ?? ''))
    return 'A file of actions exports actions only, no types: next build refuses what is no async function. Move it to schema.ts, or to a file named after it, and give that a door in `exports` where others need it.';
  if (node.type === 'ExportNamedDeclaration' && declaration?.type === 'VariableDeclaration') {
    const other = (declaration.declarations ?? []).find(
      ({ init }) => !init || !definitionIn(program, init),
    );
    return other && madeOtherwise(`'${other.id?.name ?? 'this'}'`);
  }
  if (!declaration || node.type !== 'ExportNamedDeclaration')
    return 'An action has one name and is exported where it is declared: write `export const publishPost = defineAction({ … })`, no list, no default and no re-export.';
  return madeOtherwise(`'${declaration.id?.name ?? 'this'}'`);
}

/** @param {string} name */
function madeOtherwise(name) {
  return `${name} is a public endpoint without a guard: write it as \`export const … = defineAction({ id, access, rateLimit, input, handler })\`, with defineAction of '@repo/actions/define-action'. A schema, a constant or a function for others moves to a file beside this one.`;
}
