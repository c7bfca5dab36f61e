import type { Mail } from '../enqueue-mail.ts';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** Programs that read mail take styles on the elements only, and not all of them take more than these. */
const STYLE = {
  page: 'margin:0;padding:24px 16px;background:#f4f4f5;font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif;font-size:16px;line-height:1.5;color:#18181b',
  card: 'max-width:480px;margin:0 auto;padding:32px;background:#ffffff;border:1px solid #e4e4e7;border-radius:12px',
  title: 'margin:0 0 16px;font-size:20px;line-height:1.3;font-weight:600',
  text: 'margin:0 0 16px',
  button:
    'display:inline-block;padding:12px 20px;background:#18181b;color:#ffffff;border-radius:8px;text-decoration:none;font-weight:600',
  small: 'margin:16px 0 0;font-size:14px;color:#52525b;word-break:break-word',
};

/** The two forms of a mail: plain text, and the same as HTML. Whatever is in it stays text. */
export function renderMail({ subject, above, link, below = [] }: Mail): {
  text: string;
  html: string;
} {
  const shown = link && `${link.label}:\n${link.url.href}`;
  const text = [...above, ...(shown ? [shown] : []), ...below].join('\n\n');
  const line = (style: string, content: string) => `<p style="${style}">${content}</p>`;
  const href = link && escape(link.url.href);
  const html = [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head>`,
    `<body style="${STYLE.page}"><div style="${STYLE.card}">`,
    `<h1 style="${STYLE.title}">${escape(subject)}</h1>`,
    ...above.map((paragraph) => line(STYLE.text, escape(paragraph))),
    ...(link
      ? [
          line(STYLE.text, `<a href="${href}" style="${STYLE.button}">${escape(link.label)}</a>`),
          line(STYLE.small, `Or open this address: ${href}`),
        ]
      : []),
    ...below.map((paragraph) => line(STYLE.small, escape(paragraph))),
    '</div></body></html>',
  ].join('\n');
  return { text: `${text}\n`, html };
}
