import { publishPost } from '@repo/actions/posts/actions';
import { unpublishPost } from '@repo/actions/posts/shared/actions';
import { ORG_FIELD } from '@repo/actions/result';
import { respond, runInRoute } from '@repo/actions/route';

interface Context {
  params: Promise<{ org: string; id: string }>;
}

async function inputOf({ params }: Context) {
  const { org, id } = await params;
  return { id, stay: true, [ORG_FIELD]: org };
}

/** Publishes a post: the action of the button, for scripts of this site's own pages. */
export async function PUT(_request: Request, context: Context): Promise<Response> {
  return respond(await runInRoute(publishPost, await inputOf(context)));
}

/** Takes a post back to draft. */
export async function DELETE(_request: Request, context: Context): Promise<Response> {
  return respond(await runInRoute(unpublishPost, await inputOf(context)));
}
