/** What a person's page says after an action, by the word in the address. */
export const USER_NOTICES = new Map([
  ['disabled', 'The account is disabled. All sessions have ended, in both apps.'],
  ['enabled', 'The account is enabled. The person can sign in again.'],
]);
