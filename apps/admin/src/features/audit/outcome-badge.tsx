import { Badge } from '@repo/ui/badge';

/** `done` or the code of a refusal. What we got wrong stands out from what callers got wrong. */
export function OutcomeBadge({ outcome }: { outcome: string }) {
  if (outcome === 'done') return <Badge tone="success">Done</Badge>;
  return <Badge tone={outcome === 'INTERNAL' ? 'danger' : 'warning'}>{outcome}</Badge>;
}
