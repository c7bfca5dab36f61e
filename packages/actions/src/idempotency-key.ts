import { currentPorts } from './lib/ports.ts';

export { KEY_FIELD } from './result.ts';

/**
 * A new key for a form of an idempotent action: made by the page, on the server, and sent along in the hidden field
 * `KEY_FIELD`. It can be used for 24 hours, for this action only.
 *
 * @param action - the action's id, such as `posts.create`
 */
export function idempotencyKey(action: string): string {
  return currentPorts().keys.issue(action);
}
