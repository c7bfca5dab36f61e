/** Who may call, as a definition states it. */
export interface Access {
  kind: string;
  role?: string;
  options?: readonly Access[];
}

/** For each kind with roles: from least to most. */
export type Roles = Readonly<Record<string, readonly string[]>>;

/** `member(author)`, `anyOf(member(author), staff(moderator))`. */
export function accessText(access: Access): string {
  const [only = '', ...more] = leavesOf(access).map(leafText);
  return access.kind === 'anyOf' && (more.length > 0 || !only)
    ? `anyOf(${[only, ...more].join(', ')})`
    : only;
}

/** The kinds of access that would let somebody in. */
export function kindsIn(text: string): string[] {
  return optionsIn(text).map((option) => option.split('(', 1)[0] ?? option);
}

function leavesOf(access: Access): Access[] {
  return access.kind === 'anyOf' ? (access.options ?? []).flatMap(leavesOf) : [access];
}

function leafText({ kind, role, ...rest }: Access): string {
  if (Object.keys(rest).length > 0) return `${kind}(${JSON.stringify({ role, ...rest })})`;
  return role === undefined ? kind : `${kind}(${role})`;
}

/** Whether everybody whom `inner` lets in is let in by `outer`, too. What cannot be told is no. */
export function covers(outer: string, inner: string, roles: Roles): boolean {
  const options = optionsIn(outer);
  return optionsIn(inner).every((one) => options.some((other) => coversOne(other, one, roles)));
}

function optionsIn(text: string): string[] {
  return /^anyOf\((?<options>.*)\)$/.exec(text)?.groups?.options?.split(', ') ?? [text];
}

function coversOne(outer: string, inner: string, roles: Roles): boolean {
  if (outer === inner || outer === 'anyone') return true;
  const [wide, narrow] = [partsOf(outer), partsOf(inner)];
  if (wide.kind === 'authenticated') return narrow.kind in roles;
  const order = roles[wide.kind] ?? [];
  if (wide.kind !== narrow.kind || !order.includes(wide.role)) return false;
  return order.indexOf(wide.role) <= order.indexOf(narrow.role);
}

function partsOf(text: string): { kind: string; role: string } {
  const { kind = text, role = '' } = /^(?<kind>\w+)\((?<role>\w+)\)$/.exec(text)?.groups ?? {};
  return { kind, role };
}
