/** The directives of a `Content-Security-Policy` header. */
export function parseContentSecurityPolicy(header: string): Map<string, string[]> {
  const directives = header.split(';').map((text) => text.trim().split(/\s+/));
  return new Map(directives.map(([name = '', ...sources]) => [name.toLowerCase(), sources]));
}

/** The nonce that a policy gives to scripts, or null. */
export function nonceOf(policy: Map<string, string[]>): string | null {
  for (const source of policy.get('script-src') ?? []) {
    const nonce = /^'nonce-(?<nonce>[A-Za-z0-9+/=_-]{22,})'$/.exec(source)?.groups?.nonce;
    if (nonce) return nonce;
  }
  return null;
}

/** The opening tags of all scripts of a page. */
export function scriptTags(html: string): string[] {
  return html.match(/<script\b[^>]*>/gi) ?? [];
}
