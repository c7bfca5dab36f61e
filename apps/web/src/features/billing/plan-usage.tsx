import { getOrgPlan } from '@repo/db/queries/subscriptions';
import { Alert } from '@repo/ui/alert';

/** An org's plan, and how much room it has left for posts. */
export async function PlanUsage({ orgId }: { orgId: string }) {
  const { name, posts, postQuota } = await getOrgPlan(orgId);
  const used = `${posts} of ${postQuota} posts`;
  if (posts >= postQuota) {
    return (
      <Alert tone="warning" title={`No room for another post: ${used} on the ${name} plan`}>
        Delete one, or ask an owner to choose a larger plan.
      </Alert>
    );
  }
  return (
    <p className="text-sm text-muted-foreground">
      {name} plan: {used}
    </p>
  );
}
