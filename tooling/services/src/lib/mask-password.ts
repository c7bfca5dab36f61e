/** The URL without its password, for messages. */
export function maskPassword(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return '(unreadable)';
  if (parsed.password) parsed.password = '***';
  for (const name of parsed.searchParams.keys()) {
    if (/pass/i.test(name)) parsed.searchParams.set(name, '***');
  }
  return parsed.href;
}
