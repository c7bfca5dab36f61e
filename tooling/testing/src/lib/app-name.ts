/** An app of this repository, by the name of its folder. */
export type AppName = string;

/** Where the browser tests find a running app; `boot-stack.ts` says it in the environment. */
export function appUrl(app: AppName): string {
  const variable = urlVariable(app);
  const url = process.env[variable];
  if (!url) {
    throw new Error(`${variable} is not set: does definePlaywright name ${app} among its apps?`);
  }
  return url;
}

/** The variable that holds the URL of an app. */
export function urlVariable(app: AppName): string {
  return `E2E_${app.toUpperCase()}_URL`;
}
