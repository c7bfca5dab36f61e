import { createTRPCClient, httpLink } from '@trpc/client';
import type { PostsRouter } from '../trpc/router.ts';

/** The product's client. */
export const client = createTRPCClient<PostsRouter>({ links: [httpLink({ url: '/api/trpc' })] });
