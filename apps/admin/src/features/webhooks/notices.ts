/** What an event's page says after an action, by the word in the address. */
export const WEBHOOK_NOTICES = new Map([
  ['replayed', 'The event waits for its effect again. A worker applies it within seconds.'],
]);
