'use client';

import { useOptimistic } from 'react';
import { PostForm } from './post-form.tsx';

interface Item {
  id: string;
  title: string;
}

export function PostList({ org, posts }: { org: string; posts: Item[] }) {
  const [shown, add] = useOptimistic(posts, (current, title: string) => [
    { id: 'new', title },
    ...current,
  ]);
  return (
    <>
      <PostForm org={org} onSend={add} />
      <ul>
        {shown.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </>
  );
}
