/** A boundary, a header and two line breaks around each field, and what React writes around the form. */
const AROUND_A_FIELD = 200;
const AROUND_A_FORM = 1024;

/** How much a form takes when it is sent: rather a little too much than too little. */
export function formBytes(form: FormData): number {
  let bytes = AROUND_A_FORM;
  for (const [name, entry] of form) {
    const size = typeof entry === 'string' ? textBytes(entry) : entry.size + nameBytes(entry.name);
    bytes += AROUND_A_FIELD + nameBytes(name) + size;
  }
  return bytes;
}

/** Quotes and line breaks of a name are sent as `%22`. */
function nameBytes(name: string): number {
  return textBytes(name) * 3;
}

/** In UTF-8; a line break is sent as two characters. */
function textBytes(text: string): number {
  return new Blob([text]).size + (text.match(/(?<!\r)\n|\r(?!\n)/g)?.length ?? 0);
}
