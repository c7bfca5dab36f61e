import type { ActionForm } from '@repo/actions/react';
import { Input } from '@repo/ui/input';
import { Select } from '@repo/ui/select';
import { Textarea } from '@repo/ui/textarea';

type PostField = 'title' | 'slug' | 'topic' | 'summary' | 'body';

const TOPICS = [
  { value: '', label: 'Choose a topic', disabled: true },
  { value: 'news', label: 'News' },
  { value: 'guide', label: 'Guide' },
  { value: 'release', label: 'Release' },
];

interface PostFieldsProps {
  form: Pick<ActionForm<unknown, string, PostField>, 'value'> & {
    state: { errors: Partial<Record<PostField, string[]>> };
  };
  /** What the fields start with when a post is edited. */
  start?: Partial<Record<PostField, string | null>>;
}

/** The fields of a post, for a new one and for an old one. */
export function PostFields({ form: { state, value }, start = {} }: PostFieldsProps) {
  const { errors } = state;
  return (
    <>
      <Input
        label="Title"
        name="title"
        required
        maxLength={200}
        defaultValue={value('title', start.title)}
        errors={errors.title}
      />
      <Input
        label="Address"
        name="slug"
        optional={start.slug === undefined}
        description="The last part of the public link. Left empty, it is made from the title."
        maxLength={80}
        defaultValue={value('slug', start.slug)}
        errors={errors.slug}
      />
      <Select
        label="Topic"
        name="topic"
        required
        options={TOPICS}
        defaultValue={value('topic', start.topic)}
        key={`topic-${value('topic', start.topic)}`}
        errors={errors.topic}
      />
      <Textarea
        label="Summary"
        name="summary"
        optional
        description="One or two sentences for lists."
        rows={2}
        maxLength={300}
        defaultValue={value('summary', start.summary)}
        errors={errors.summary}
      />
      <Textarea
        label="Text"
        name="body"
        required
        rows={12}
        maxLength={20_000}
        defaultValue={value('body', start.body)}
        errors={errors.body}
      />
    </>
  );
}
