/** A form submit as a browser with JavaScript sends it. */
export interface FormPost {
  headers: Record<string, string>;
  body: string;
}

const BOUNDARY = '----bench';

/**
 * Encodes a call of `useActionState`: React writes the arguments into field 0 and the form's own fields behind it.
 * @param action the wire id of the action
 * @param origin of the page with the form
 */
export function formPost(
  action: string,
  origin: string,
  cookie: string,
  fields: Record<string, string>,
): FormPost {
  const parts = Object.entries(fields).map(([name, value]) => part(`_1_${name}`, value));
  parts.push(part('0', '[{"ok":false,"errors":{}},"$K1"]'));
  return {
    headers: {
      accept: 'text/x-component',
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      cookie,
      'next-action': action,
      origin,
      'sec-fetch-site': 'same-origin',
    },
    body: `${parts.join('')}--${BOUNDARY}--\r\n`,
  };
}

function part(name: string, value: string): string {
  return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
}
