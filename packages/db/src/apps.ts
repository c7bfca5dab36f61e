import apps from './apps.json' with { type: 'json' };

/** An app of this repository: its folder in `apps`, and what sessions and audit events are marked with. */
export type AppName = keyof typeof apps;

/** What the apps differ in beyond their code. Commands and tests read the same file. */
export interface AppFacts {
  /** In development. */
  port: number;
  /** A session ends when it was idle for so long, and in any case after `absoluteDays`. */
  session: { idleHours: number; absoluteDays: number };
  /** Addresses of the sample data that may sign in there. */
  signIns: string[];
}

/** All apps. One more is one more entry, which `pnpm gen app` writes. */
export const APPS: Record<AppName, AppFacts> = apps;

/** Their names, in that order. */
export const APP_NAMES = Object.keys(APPS) as AppName[];
