/** The text without NUL, the one character that Postgres refuses: addresses may carry it as `%00`. */
export function storable(text: string): string {
  return text.replaceAll('\0', '');
}
