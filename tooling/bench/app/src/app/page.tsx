import { createByHand } from '../by-hand.ts';
import { createOurs } from '../ours.ts';
import { createSafely } from '../safe-action.ts';

export const dynamic = 'force-dynamic';

/** A page that could call all three, so that the build gives each its address. */
export default function Page() {
  const actions = [createOurs, createByHand, createSafely];
  return <p>{actions.length} actions</p>;
}
