/** JSON with two spaces; what stood on one line in the text before stays on one. */
export function printJson(value: unknown, before: string, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inline = printInline(value);
  if (before.includes(inline)) return inline;
  const inner = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((item) => printJson(item, before, inner))
    : Object.entries(value).map(([key, item]) => `"${key}": ${printJson(item, before, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${inner}${items.join(`,\n${inner}`)}\n${indent}${close}`;
}

function printInline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printInline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `"${key}": ${printInline(item)}`);
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
}
