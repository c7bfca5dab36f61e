import type { AnyWebhookDefinition } from './definition.ts';

/** What is to be done about events of this type; null when there is nothing. */
export function effectOf(
  definition: AnyWebhookDefinition | undefined,
  type: string,
): AnyWebhookDefinition['apply'] | null {
  return definition?.events.includes(type) ? definition.apply : null;
}
