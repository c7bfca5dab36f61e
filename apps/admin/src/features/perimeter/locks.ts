import admin from '@repo/actions/locks/admin.json';
import web from '@repo/actions/locks/web.json';

/** How often something may be called. */
interface LockedLimit {
  max: number;
  window: string;
  onOutage: string;
}

/** An action that an app exposes, as `pnpm perimeter lock` has written it down. */
export interface LockedAction {
  id: string;
  file: string;
  access: string;
  rateLimit: LockedLimit | string;
  rateLimitAlso: LockedLimit | null;
  idempotent: boolean;
  authorize: boolean;
  timeout: string | null;
}

/** A route handler that accepts writes, and the action that it runs. */
export interface LockedHandler {
  path: string;
  methods: readonly string[];
  file: string;
  action: string | null;
  /** The sender, and how it signs, where it takes webhooks. */
  webhook?: { provider: string; verify: string };
}

/** The public surface of one app. */
export interface AppLock {
  app: string;
  exposes: readonly string[];
  actions: readonly LockedAction[];
  handlers: readonly LockedHandler[];
}

/** Those of all apps, as this build of admin found them: CI refuses a build that exposes something else. */
export const locks: readonly AppLock[] = [web, admin];
