import { statusOf, type Post } from '@repo/db/queries/posts';
import { Badge } from '@repo/ui/badge';

const LOOKS = {
  draft: { tone: 'neutral', label: 'Draft' },
  published: { tone: 'success', label: 'Published' },
  hidden: { tone: 'danger', label: 'Hidden by staff' },
} as const;

/** A post's state, as a coloured word. */
export function PostStatusBadge({ post }: { post: Pick<Post, 'publishedAt' | 'hiddenAt'> }) {
  const { tone, label } = LOOKS[statusOf(post)];
  return <Badge tone={tone}>{label}</Badge>;
}
