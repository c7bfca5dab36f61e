import { Alert } from '@repo/ui/alert';

interface NoticeProps {
  /** The word in the address's query: what has just been done. */
  done: string | undefined;
  /** What to say for each word; others say nothing. */
  texts: ReadonlyMap<string, string>;
}

/** Says what has just been done, after a redirect. Works without JavaScript: the word is in the address. */
export function Notice({ done, texts }: NoticeProps) {
  const text = done && texts.get(done);
  return text ? (
    <Alert tone="success" role="status" className="mb-6">
      {text}
    </Alert>
  ) : null;
}
