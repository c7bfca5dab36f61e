import { statusOf, type Post, type PostStatus } from '@repo/db/queries/posts';
import { Card } from '@repo/ui/card';
import { HideButton, RestoreButton, UnpublishButton } from './post-actions.tsx';

const TEXTS: Record<PostStatus, string> = {
  published:
    'Anyone can read this post. Hidden, it is off the public pages until staff restore it. Unpublished, it is a draft that its author can publish again.',
  draft:
    'Only the team can read this draft. Hidden, it stays off the public pages even when its author publishes it.',
  hidden:
    'Nobody outside the team can read this post. Restored, it is again what its author made it: published, or a draft.',
};

/** What staff can do with a post, and what it means. */
export function ModerationCard({ post }: { post: Post }) {
  const status = statusOf(post);
  return (
    <Card title="Moderation" description={TEXTS[status]}>
      <div className="flex flex-wrap items-start gap-2">
        {status === 'hidden' ? <RestoreButton id={post.id} /> : <HideButton id={post.id} />}
        {status === 'published' && <UnpublishButton id={post.id} />}
      </div>
    </Card>
  );
}
