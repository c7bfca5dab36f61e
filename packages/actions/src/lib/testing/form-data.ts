/** A form with these fields; a list gives the field several times. */
export function formData(
  fields: Record<string, string | Blob | readonly (string | Blob)[]>,
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const entry of [value].flat()) form.append(name, entry as string);
  }
  return form;
}
