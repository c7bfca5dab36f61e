import type { PostStatus } from '@repo/db/queries/posts';
import { Badge } from '@repo/ui/badge';

const LOOKS = {
  draft: { tone: 'neutral', label: 'Draft' },
  published: { tone: 'success', label: 'Published' },
  hidden: { tone: 'danger', label: 'Hidden by staff' },
} as const;

/** A post's state, as a coloured word. */
export function PostStatusBadge({ status }: { status: PostStatus }) {
  const { tone, label } = LOOKS[status];
  return <Badge tone={tone}>{label}</Badge>;
}
