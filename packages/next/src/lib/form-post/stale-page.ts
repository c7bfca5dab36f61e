import { KEY_FIELD, ORG_FIELD } from '@repo/actions/result';
import { SECRET_NAME } from '@repo/actions/secret-name';
import { randomBytes } from 'node:crypto';
import { isActionField } from './action-fields.ts';

const MAX_SHOWN = 200;

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 40rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.125rem; margin-top: 2rem; }
label { display: block; margin-top: 1rem; font-weight: 600; }
textarea { display: block; box-sizing: border-box; width: 100%; margin-top: .25rem; padding: .5rem; font: inherit; }
`;

/** What the page is made from. */
export interface StalePage {
  /** The path with its query that the form was posted to: of the page that it stands on. */
  path: string;
  form: FormData;
  /** Whether a page of ours sent the form. What another site made up is not shown as the user's. */
  own: boolean;
}

/**
 * The answer to a form without JavaScript whose action this build does not have: what happened, what was typed for
 * copying (never secrets, never files), and the way back. It executes nothing, and needs no file of the build.
 */
export function stalePage({ path, form, own }: StalePage): Response {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const typed = own ? typedFields(form) : [];
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>This form is out of date</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>This form is out of date</h1>
<p>The site was updated after you opened the page, and what you sent no longer fits. Nothing was saved.</p>
<p>${typed.length > 0 ? 'Copy what you typed from below, then ' : ''}<a href="${escaped(ownPath(path))}">open the page again</a> and submit the form there.</p>
${typed.length > 0 ? `<h2>What you typed</h2>\n<p>Passwords and files are not kept.</p>\n${typed.join('\n')}` : ''}
</main>
</body>
</html>
`;
  return new Response(html, {
    status: 409,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
    },
  });
}

function typedFields(form: FormData): string[] {
  const texts = [...form].filter((field): field is [string, string] => {
    const [name, value] = field;
    return typeof value === 'string' && value.trim() !== '' && isShown(name);
  });
  return texts.slice(0, MAX_SHOWN).map(([name, text], at) => {
    const rows = Math.min(12, text.split('\n').length);
    // The first line break in a textarea is not part of its text.
    const area = `<textarea id="typed-${at}" rows="${rows}" readonly>\n${escaped(text)}</textarea>`;
    return `<label for="typed-${at}">${escaped(name)}</label>${area}`;
  });
}

function isShown(name: string): boolean {
  return (
    !isActionField(name) && name !== ORG_FIELD && name !== KEY_FIELD && !SECRET_NAME.test(name)
  );
}

/** A path of ours: two slashes at the beginning would name another host. */
function ownPath(path: string): string {
  return path.replace(/^[/\\]*/, '/');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
