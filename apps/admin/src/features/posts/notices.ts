/** What a post's page says after an action, by the word in the address. */
export const POST_NOTICES = new Map([
  ['hidden', 'The post is hidden. It is off the public pages now.'],
  ['restored', 'The post is restored, as its author left it.'],
  ['unpublished', 'The post is a draft again. Its author can publish it.'],
]);
