// How a form without JavaScript names its action: React's encoding, as Next's own handler reads it
// (docs/decisions/0020-rotation-window.md).
const ID = '$ACTION_ID_';
const REFERENCE = '$ACTION_REF_';
const DESCRIPTOR = /^\{"id":"([^"]*)"/;
const WIRE_ID = /^[0-9a-f]{42}$/;

const IN_BYTES = /name="\$ACTION_(?:ID_([^"]*)"|[^":]*:0"\r\n\r\n\{"id":"([^"]*)")/g;

/** Whether a name is one of React's own, not one of the form's. */
export function isActionField(name: string): boolean {
  return name.startsWith('$ACTION_');
}

/**
 * Everything in a body that looks like the id of an action, without reading the body as a form. Cheap, and only a
 * hint: what a user typed may look like one.
 */
export function idsInBytes(body: Buffer): string[] {
  if (!body.includes('$ACTION_')) return [];
  const ids = body.toString('latin1').matchAll(IN_BYTES);
  return Array.from(ids, ([, plain, described]) => plain ?? described ?? '');
}

/**
 * The ids that a form names its action by; null when it names none, or in a way that no form of ours does. Looks at each
 * field once: what is sent here may have thousands, and nobody has limited the sender yet.
 */
export function actionIds(form: FormData): string[] | null {
  const fields = Map.groupBy(form, ([name]) => name);
  const ids: (string | undefined)[] = [];
  for (const name of fields.keys()) {
    if (name.startsWith(ID)) ids.push(name.slice(ID.length));
    if (name.startsWith(REFERENCE)) ids.push(idIn(fields.get(descriptorOf(name))));
  }
  const valid = ids.filter((id) => id !== undefined && WIRE_ID.test(id)) as string[];
  return ids.length > 0 && valid.length === ids.length ? valid : null;
}

/** The id in what describes a reference, which a form holds once, as text. */
function idIn(described: readonly (readonly [string, string | File])[] = []): string | undefined {
  const [[, text] = [], ...more] = described;
  return typeof text === 'string' && more.length === 0 ? DESCRIPTOR.exec(text)?.[1] : undefined;
}

/** The same form with other ids; everything else in it stays, in its order. */
export function withIds(form: FormData, newId: (id: string) => string): FormData {
  const descriptors = new Set(
    [...form.keys()].filter((name) => name.startsWith(REFERENCE)).map(descriptorOf),
  );
  const renamed = new FormData();
  for (const [name, value] of form) {
    if (name.startsWith(ID)) renamed.append(`${ID}${newId(name.slice(ID.length))}`, value);
    else if (descriptors.has(name) && typeof value === 'string')
      renamed.append(
        name,
        value.replace(DESCRIPTOR, (_, id: string) => `{"id":"${newId(id)}"`),
      );
    else renamed.append(name, value);
  }
  return renamed;
}

function descriptorOf(reference: string): string {
  return `$ACTION_${reference.slice(REFERENCE.length)}:0`;
}
