/** What the pages of posts say after an action, by the word in the address. */
export const POST_NOTICES = new Map([
  ['created', 'The draft is saved. Publish it when it is ready.'],
  ['saved', 'Your changes are saved.'],
  ['published', 'Published. Anyone can read it now.'],
  ['unpublished', 'Taken back. It is a draft again.'],
  ['deleted', 'The post is deleted.'],
]);
