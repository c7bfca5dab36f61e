import { Alert } from '@repo/ui/alert';

const TEXTS = new Map([
  ['created', 'The draft is saved. Publish it when it is ready.'],
  ['saved', 'Your changes are saved.'],
  ['published', 'Published. Anyone can read it now.'],
  ['unpublished', 'Taken back. It is a draft again.'],
  ['deleted', 'The post is deleted.'],
]);

/** Says what has just been done, after a redirect. Without JavaScript too: the word is in the address. */
export function Notice({ done }: { done: string | undefined }) {
  const text = done && TEXTS.get(done);
  return text ? (
    <Alert tone="success" role="status" className="mb-6">
      {text}
    </Alert>
  ) : null;
}
