'use client';

import { useOptimisticAction } from 'next-safe-action/hooks';
import { createPost } from './actions.ts';
import { PostForm } from './post-form.tsx';

interface Item {
  id: string;
  title: string;
}

export function PostList({ posts }: { posts: Item[] }) {
  const { execute, result, optimisticState, isPending } = useOptimisticAction(createPost, {
    currentState: posts,
    updateFn: (current, { title }) => [{ id: 'new', title }, ...current],
  });
  return (
    <>
      <PostForm result={result} pending={isPending} send={execute} />
      <ul>
        {optimisticState.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </>
  );
}
