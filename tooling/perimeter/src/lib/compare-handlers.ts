import { changed, finding, type Finding } from './finding.ts';
import type { Lock, LockedHandler } from './lock.ts';

/** What is different in the route handlers that accept writes, method by method. */
export function compareHandlers(lock: Lock, found: Lock): Finding[] {
  const [before, after] = [byMethod(lock.handlers), byMethod(found.handlers)];
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key): Finding[] => {
    const [old, now] = [before.get(key), after.get(key)];
    if (!old) return now ? [newHandler(found.app, key, now)] : [];
    if (!now) {
      const happened = `${key} (${old.file}) is no longer answered in ${found.app}.`;
      return [finding(found.app, 'REMOVED', key, { happened, before: runs(old) })];
    }
    return handlerChanges(found.app, key, old, now);
  });
}

function byMethod(handlers: readonly LockedHandler[]): Map<string, LockedHandler> {
  return new Map(
    handlers.flatMap((handler) =>
      handler.methods.map((method) => [`${method} ${handler.path}`, handler] as const),
    ),
  );
}

function newHandler(app: string, key: string, handler: LockedHandler): Finding {
  const happened = `${key} (${handler.file}) is answered in ${app} now, and ${runs(handler)}.`;
  const why =
    handler.action || handler.webhook
      ? {}
      : { why: 'No action guards it: what it checks is its own matter.' };
  return finding(app, 'NEW', key, { happened, after: runs(handler), ...why });
}

function handlerChanges(
  app: string,
  key: string,
  before: LockedHandler,
  after: LockedHandler,
): Finding[] {
  const changes: Finding[] = [];
  if (before.file !== after.file) {
    const files = { before: before.file, after: after.file };
    changes.push(changed(app, key, { property: 'file', ...files, weaker: null }));
  }
  if (before.action !== after.action) {
    const weaker = before.action ? 'The action that guarded it does so no longer.' : null;
    const actions = { before: before.action, after: after.action };
    changes.push(changed(app, key, { property: 'action', ...actions, weaker }));
  }
  const signed = { before: signedAs(before), after: signedAs(after) };
  if (signed.before !== signed.after) {
    const weaker = before.webhook
      ? 'What was believed by one signature is believed by another, or by none.'
      : null;
    changes.push(changed(app, key, { property: 'webhook', ...signed, weaker }));
  }
  return changes;
}

function signedAs({ webhook }: LockedHandler): string | null {
  return webhook ? `${webhook.provider} (${webhook.verify})` : null;
}

/** What guards a handler. */
export function runs(handler: LockedHandler): string {
  const { action, webhook } = handler;
  if (webhook) return `takes what is signed by ${signedAs(handler)}`;
  return action ? `runs ${action}` : 'runs no action';
}
