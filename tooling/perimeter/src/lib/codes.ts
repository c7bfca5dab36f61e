/** Errors are never locked; differences are, by `pnpm perimeter lock`; of the unreadable nothing can be said. */
export type Severity = 'error' | 'difference' | 'unreadable';

interface Meaning {
  severity: Severity;
  /** Why it matters, where the finding does not know better. */
  why: string;
  /** What to do. */
  todo: string;
}

const LOCK = 'Meant: run `pnpm perimeter lock` and commit the lock.';

/** What each code means; docs/perimeter.md has a section on each. */
export const CODES = {
  NEW: {
    severity: 'difference',
    why: 'Whoever knows how to call it can, whatever page is around it.',
    todo: `${LOCK} Not meant: take the import back; a Server Component that imports a file of actions exposes all of them.`,
  },
  REMOVED: {
    severity: 'difference',
    why: 'Tabs that are open during the deploy, and other callers, are refused.',
    todo: `${LOCK} Not meant: some page or route of this app has to import it again.`,
  },
  MOVED: {
    severity: 'difference',
    why: 'File and name make its address: tabs that are open during the deploy hold the old one and are refused, and the rotation window cannot map it.',
    todo: `${LOCK} Deploy it on its own, at a quiet hour: open forms keep their input and reload once. Not needed: move it back.`,
  },
  WEAKER: {
    severity: 'difference',
    why: 'It may let through what it refused before.',
    todo: `${LOCK} Not meant: put it back.`,
  },
  CHANGED: {
    severity: 'difference',
    why: 'It is as strict as before, as far as can be told; a reviewer should see it.',
    todo: LOCK,
  },
  NO_LOCK: {
    severity: 'difference',
    why: 'Without it nobody sees what the app exposes, and when that changes.',
    todo: 'Run `pnpm perimeter lock`, read what it wrote, and commit it.',
  },
  LOST_LOCK: {
    severity: 'difference',
    why: 'A lock that nothing is compared with is read as if it held.',
    todo: 'Delete the file, or bring the app back.',
  },
  RAW_EXPORT: {
    severity: 'error',
    why: 'It is a public POST endpoint that nothing guards: no access, no limit, no validation, no audit.',
    todo: "Declare it with `defineAction`, or move it to a file without 'use server'.",
  },
  INLINE_ACTION: {
    severity: 'error',
    why: 'It is a public POST endpoint without a guard, and its closure travels through the browser.',
    todo: 'Declare it with `defineAction` in an `actions.ts`; hand values over with `.bind(null, { ... })` and `bound`.',
  },
  INCOMPLETE: {
    severity: 'error',
    why: 'What is not declared is not guarded.',
    todo: 'Write the property; `anyone` and `unlimited` have to be written out.',
  },
  ACCESS_NOT_EXPOSED: {
    severity: 'error',
    why: 'The engine answers NOT_FOUND here, so somebody imported an action of another audience.',
    todo: 'Take the import back; one file of actions per audience. Meant: add the kind to `exposes` in `src/perimeter.ts` of the app.',
  },
  DUPLICATE_ID: {
    severity: 'error',
    why: 'They share their limit, and log and audit cannot tell them apart.',
    todo: 'Give one of them another id.',
  },
  BAD_KEY: {
    severity: 'error',
    why: 'Next takes any text, and fails when a form is sent or a tab of another build comes back.',
    todo: 'Make one with `openssl rand -base64 32`, set it where the app is built and where it runs, and build again.',
  },
  NO_KEY: {
    severity: 'error',
    why: 'Next then makes up a key for each build: every deploy breaks open tabs, and instances refuse each other.',
    todo: 'Set NEXT_SERVER_ACTIONS_ENCRYPTION_KEY from your store of secrets, and build again.',
  },
  UNREADABLE: {
    severity: 'error',
    why: 'What cannot be read cannot be compared, and counts as unguarded.',
    todo: 'Write it so that it can be read, as the sentence above says.',
  },
  NO_BUILD: {
    severity: 'unreadable',
    why: 'What an app exposes stands in its production build and nowhere else.',
    todo: 'Run `pnpm build`, then this again.',
  },
  NO_PERIMETER: {
    severity: 'unreadable',
    why: 'Each app says which kinds of access it may expose.',
    todo: 'Write `src/perimeter.ts` with `export const perimeter = { app, exposes, roles } as const`, and hand it to `startActions`.',
  },
  BAD_LOCK: {
    severity: 'unreadable',
    why: 'A merge may have left its marks in it.',
    todo: 'Run `pnpm perimeter lock`, and read the difference to the last commit.',
  },
} as const satisfies Record<string, Meaning>;

export type Code = keyof typeof CODES;
