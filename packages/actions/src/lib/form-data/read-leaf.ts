import type { Shape } from './shape.ts';

type Leaf = Exclude<Shape, { kind: 'list' | 'object' }>;

/** Reads one entry as the schema wants it. What cannot be read is passed on as it is: validation names the problem. */
export function readLeaf(
  leaf: Leaf,
  entry: FormDataEntryValue | undefined,
): { value: unknown } | { error: string } {
  if (leaf.kind === 'file') return { value: readFile(leaf, entry) };
  if (typeof entry === 'object') return { error: 'Text is expected here, not a file.' };
  if (leaf.kind === 'boolean') return { value: readBoolean(entry) };
  if (entry === undefined) return { value: undefined };
  if (leaf.nullable || leaf.optional || leaf.kind === 'number') {
    if (entry.trim() === '') return { value: leaf.nullable ? null : undefined };
  }
  if (leaf.kind === 'number') return { value: readNumber(entry) };
  return { value: entry.replaceAll('\r\n', '\n') };
}

/** A file input that was left empty sends a file without name and content. */
function readFile(leaf: Leaf, entry: FormDataEntryValue | undefined): unknown {
  const empty =
    entry === undefined ||
    entry === '' ||
    (entry instanceof File && entry.size === 0 && entry.name === '');
  if (!empty) return entry;
  return leaf.nullable ? null : undefined;
}

/** An unchecked checkbox sends nothing. */
function readBoolean(entry: string | undefined): unknown {
  if (entry === 'on' || entry === 'true' || entry === '1') return true;
  if (entry === undefined || entry === 'false' || entry === '0' || entry === '') return false;
  return entry;
}

function readNumber(entry: string): unknown {
  const number = Number(entry);
  return Number.isFinite(number) ? number : entry;
}
