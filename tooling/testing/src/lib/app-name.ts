/** The apps of this repository. */
export type AppName = 'web' | 'admin';

/** Where the browser tests find a running app; `boot-stack.ts` says it in the environment. */
export function appUrl(app: AppName): string {
  const variable = urlVariable(app);
  const url = process.env[variable];
  if (!url) throw new Error(`${variable} is not set: does the config use definePlaywright?`);
  return url;
}

/** The variable that holds the URL of an app. */
export function urlVariable(app: AppName): 'E2E_WEB_URL' | 'E2E_ADMIN_URL' {
  return app === 'web' ? 'E2E_WEB_URL' : 'E2E_ADMIN_URL';
}
