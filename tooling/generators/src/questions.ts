/** What is asked, in the order of the arguments. */
export interface Question {
  name: string;
  message: string;
  /** What holds when nothing is answered. */
  standard?: string;
}

/** What can be generated, and what has to be known for it. No code: `turbo gen` bundles this file. */
export const questions: Record<string, { description: string; questions: readonly Question[] }> = {
  app: {
    description: 'An app: apps/<name>, with sign-in, a form, tests, and its place in all lists',
    questions: [
      { name: 'name', message: 'Name of the app, one lower-case word such as "support":' },
    ],
  },
  action: {
    description: 'An action: schema, definition, test, form and page',
    questions: [
      { name: 'subject', message: 'Its subject, a plural such as "projects":' },
      { name: 'verb', message: 'What it does, such as "rename":' },
      { name: 'app', message: 'The app that gets the form:', standard: 'web' },
      {
        name: 'access',
        message: 'Who may call: anyone, authenticated, member[:role] or staff[:role]?',
      },
      { name: 'limit', message: 'How often, such as "10 per 1 m"?' },
    ],
  },
  package: {
    description: 'A package: packages/<name>, with a door, a test and a tag',
    questions: [{ name: 'name', message: 'Name of the package, such as "billing":' }],
  },
};
