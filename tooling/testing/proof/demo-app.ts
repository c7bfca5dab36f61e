import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { escape, pages, signInPage } from './demo-pages.ts';

/** Ways in which the demo is broken on purpose, for the shared specs to find. */
export type Defect = 'echoes the password' | 'reuses the nonce' | 'stays open' | 'is down';

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=()',
};

/** A few pages without any framework that keep to the contract of the apps. */
export async function startDemo(defects: Defect[] = []): Promise<{ url: string; stop(): void }> {
  const broken = (defect: Defect) => defects.includes(defect);
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://demo').pathname;
    const signedIn = request.headers.cookie?.includes('demo=1') || broken('stays open');
    const nonce = broken('reuses the nonce') ? 'A'.repeat(24) : randomBytes(16).toString('base64');
    const send = (status: number, body: string, more: Record<string, string> = {}) => {
      response.writeHead(status, { ...headers, ...policy(nonce), ...more });
      response.end(body.replaceAll('NONCE', nonce));
    };
    const redirect = (to: string, cookie?: string) =>
      send(303, '', { location: to, ...(cookie && { 'set-cookie': cookie }) });
    const json = { 'content-type': 'application/json', 'cache-control': 'no-store' };

    if (path === '/healthz') return send(broken('is down') ? 503 : 200, '{"ok":true}', json);
    if (path === '/readyz') return send(200, '{"ok":true}', json);
    if (path === '/favicon.ico') return send(204, '');
    if (path === '/ip') return send(200, String(request.headers['x-forwarded-for']));
    if (path === '/sign-out') return redirect('/', broken('stays open') ? '' : 'demo=0; Path=/');
    if (path === '/home' && !signedIn) return redirect('/sign-in');
    if (path === '/sign-in' && request.method === 'POST') {
      const { email = '', password = '' } = await readForm(request);
      if (password === 'perimeter-dev-only') return redirect('/home', 'demo=1; Path=/');
      const echo = broken('echoes the password') ? escape(password) : '';
      return send(200, signInPage('No such sign-in.', escape(email), echo));
    }
    const page = pages[path];
    return send(page ? 200 : 404, page ?? pages['/'] ?? '');
  }

  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}

/** Both ways in which browsers send forms. */
async function readForm(request: IncomingMessage): Promise<Record<string, string>> {
  const contentType = request.headers['content-type'] ?? '';
  const body = await buffer(request);
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
  const texts = [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return Object.fromEntries(texts);
}

function policy(nonce: string): Record<string, string> {
  const rules = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return { 'content-security-policy': rules.join('; ') };
}
