import { KEY_FIELD, ORG_FIELD } from '@repo/actions/result';

/** A client over plain HTTP: keeps its cookies, and follows no redirect. */
export class Visitor {
  #cookies = new Map<string, string>();
  #base: string;
  readonly #address: string;

  /** @param address what the proxy in front says of where the client is */
  constructor(base: string, address: string) {
    this.#base = base;
    this.#address = address;
  }

  /** The same client, asking another address from now on: cookies hold for a host, whatever the port. */
  at(base: string): this {
    this.#base = base;
    return this;
  }

  /** Opens a page. */
  page(path: string): Promise<Response> {
    return this.#send(path);
  }

  /** The first form of a page that has a field or a button with this text. */
  async form(path: string, has: string): Promise<Form> {
    const html = await (await this.page(path)).text();
    const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? [];
    const form = forms.find((text) => text.includes(has));
    if (!form) throw new Error(`${path} has no form with "${has}"`);
    const inputs = form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g);
    const hidden = Array.from(inputs, ([, name = '', value = '']) => [plain(name), plain(value)]);
    return new Form(path, Object.fromEntries(hidden) as Record<string, string>);
  }

  /** Submits it as a browser without JavaScript does. */
  async post({ path, hidden }: Form, typed: Record<string, string>): Promise<Response> {
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...hidden, ...typed })) body.append(name, value);
    return this.#send(path, { method: 'POST', body });
  }

  /** Calls its action as Next's client does, with an object. */
  async call(form: Form, typed: Record<string, string>): Promise<Response> {
    const { [ORG_FIELD]: org, [KEY_FIELD]: key } = form.hidden;
    const body = JSON.stringify([{ [ORG_FIELD]: org, [KEY_FIELD]: key, ...typed }]);
    const headers = { 'next-action': form.action, 'content-type': 'text/plain;charset=UTF-8' };
    return this.#send(form.path, { method: 'POST', body, headers });
  }

  /** Signs in, and keeps the session. */
  async signIn(email: string, password: string): Promise<void> {
    const form = await this.form('/sign-in', 'name="password"');
    const { status } = await this.post(form, { email, password });
    if (status !== 303) throw new Error(`Signing in as ${email} ended with ${status}`);
  }

  async #send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = {
      origin: new URL(this.#base).origin,
      'x-forwarded-for': this.#address,
      cookie: Array.from(this.#cookies, ([name, value]) => `${name}=${value}`).join('; '),
      ...(init.headers as Record<string, string>),
    };
    const response = await fetch(`${this.#base}${path}`, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.#cookies.set(name, value);
    }
    return response;
  }
}

/** A form as a page wrote it: its hidden fields, and with them the id of its action. */
export class Form {
  readonly path: string;
  readonly hidden: Record<string, string>;
  readonly action: string;

  constructor(path: string, hidden: Record<string, string>) {
    this.path = path;
    this.hidden = hidden;
    this.action = /[0-9a-f]{42}/.exec(JSON.stringify(hidden))?.[0] ?? '';
  }
}

function plain(html: string): string {
  return html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
}
