import { z } from '../lib/zod.ts';

export const TOPICS = ['news', 'guide', 'release'] as const;

const slug = z
  .string()
  .trim()
  .toLowerCase()
  .max(80)
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'Use lower-case letters, digits and single hyphens, for example spring-release.',
  );

const summary = z.string().trim().min(1).max(300).nullable();

/** A new post. Without a slug, one is made from the title. */
export const createPostSchema = z.object({
  title: z.string().trim().min(1).max(200),
  slug: slug.optional(),
  topic: z.enum(TOPICS),
  summary: summary.default(null),
  body: z.string().trim().min(1).max(20_000),
});

/** A post by its id. */
export const postIdSchema = z.object({ id: z.uuid().toLowerCase() });

/** A post to publish or to take back. Who does it in a list stays there. */
export const publicationSchema = postIdSchema.extend({ stay: z.boolean().default(false) });

/** All of a post that can be edited; an empty summary clears it. */
export const editPostSchema = createPostSchema.extend({
  id: z.uuid().toLowerCase(),
  slug,
  summary,
});
