import { MAX_BODY_BYTES } from '../../body-limit.ts';
import type { Errors } from '../../result.ts';
import { parseFieldPath, shapeAt } from './field-path.ts';
import { readLeaf } from './read-leaf.ts';
import type { Shape } from './shape.ts';

const MAX_FIELDS = 1000;

interface Node {
  entries: FormDataEntryValue[];
  children: Map<string | number, Node> | null;
}

export type Decoded = { ok: true; value: unknown } | { ok: false; errors: Errors };

/**
 * Turns a form into the object that the schema describes. The shape leads: a name it does not know is dropped, so
 * neither a prototype key nor a huge index can reach an object.
 */
export function decodeForm(form: FormData, shape: Shape): Decoded {
  const root = collect(form, shape);
  if (!root) return { ok: false, errors: { _form: ['This form has more in it than we accept.'] } };
  const errors: Record<string, string[]> = {};
  const value = build(shape, root, '', errors);
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value };
}

function collect(form: FormData, shape: Shape): Node | null {
  const root = createNode();
  let fields = 0;
  let bytes = 0;
  for (const [name, entry] of form) {
    bytes += Buffer.byteLength(name) + (typeof entry === 'string' ? Buffer.byteLength(entry) : 0);
    if (++fields > MAX_FIELDS || bytes > MAX_BODY_BYTES) return null;
    place(root, shape, parseFieldPath(name), entry);
  }
  return root;
}

function createNode(): Node {
  return { entries: [], children: null };
}

function place(
  root: Node,
  rootShape: Shape,
  steps: (string | number)[] | null,
  entry: FormDataEntryValue,
): void {
  let node = root;
  let shape: Shape | null = rootShape;
  for (const step of steps ?? []) {
    shape = shapeAt(shape, step);
    if (!shape) return;
    node.children ??= new Map();
    let child = node.children.get(step);
    if (!child) node.children.set(step, (child = createNode()));
    node = child;
  }
  if (node !== root) node.entries.push(entry);
}

function build(
  shape: Shape,
  node: Node | undefined,
  path: string,
  errors: Record<string, string[]>,
): unknown {
  if (shape.kind === 'object') {
    if (!node && shape.optional) return undefined;
    const fields: [string, unknown][] = [];
    for (const [name, field] of shape.fields) {
      const child = node?.children?.get(name);
      const value = build(field, child, path ? `${path}.${name}` : name, errors);
      if (value !== undefined) fields.push([name, value]);
    }
    return Object.fromEntries(fields);
  }
  if (shape.kind === 'list') {
    if (!node && shape.optional) return undefined;
    const single = (node?.entries ?? []).map((entry) => ({
      entries: [entry],
      children: null,
    }));
    const indexed = [...(node?.children ?? [])]
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .map(([, child]) => child);
    const items = [...single, ...indexed].map((item, i) =>
      build(shape.item, item, `${path}.${i}`, errors),
    );
    // A file input that takes several and was left empty sends one file without name and content.
    return shape.item.kind === 'file' ? items.filter((item) => item != null) : items;
  }
  const entries = node?.entries ?? [];
  if (entries.length > 1) {
    errors[path] = ['This was sent more than once. Reload the page and try again.'];
    return undefined;
  }
  const read = readLeaf(shape, entries[0]);
  if ('error' in read) errors[path] = [read.error];
  return 'error' in read ? undefined : read.value;
}
