const page = (body: string) =>
  `<!doctype html><html lang="en"><title>Demo</title><script nonce="NONCE"></script><main><h1>Demo</h1>${body}</main></html>`;

/** The sign-in form as both apps label it. */
export function signInPage(error = '', email = '', password = ''): string {
  return page(`<form method="post" action="/sign-in">
    ${error && `<p role="alert">${error}</p>`}
    <label>Email <input name="email" type="email" value="${email}"></label>
    <label>Password <input name="password" type="password" value="${password}"></label>
    <button>Sign in</button></form>`);
}

/** Text that is safe inside HTML. */
export function escape(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** What the demo serves, by path. */
export const pages: Record<string, string> = {
  '/': page('<p>Nobody is signed in.</p>'),
  '/home': page('<form action="/sign-out" method="post"><button>Sign out</button></form>'),
  '/sign-in': signInPage(),
  '/console-error': page('<script nonce="NONCE">console.error("boom")</script>'),
  '/exception': page('<script nonce="NONCE">throw new Error("boom")</script>'),
  '/scripted': page(
    '<p>off</p><script nonce="NONCE">document.querySelector("p").textContent = "on"</script>',
  ),
  '/violation': page('<style>h1 { color: red }</style>'),
  '/inaccessible': page('<img src="/favicon.ico">'),
};
