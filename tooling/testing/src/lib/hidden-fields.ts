const INPUT = /<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g;
const ENTITIES: Record<string, string> = {
  '&quot;': '"',
  '&#x27;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

/** The hidden fields that React wrote into the form with a field of this name; none when there is no such form. */
export function hiddenFields(html: string, field: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes(`name="${field}"`)) ?? '';
  const inputs = [...form.matchAll(INPUT)];
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [plain(name), plain(value)]));
}

function plain(text: string): string {
  return text.replace(/&(?:quot|#x27|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
