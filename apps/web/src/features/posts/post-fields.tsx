import type { Constraints } from '@repo/actions/constraints';
import type { ActionForm } from '@repo/actions/react';
import { Input } from '@repo/ui/input';
import { Select } from '@repo/ui/select';
import { Textarea } from '@repo/ui/textarea';

export type PostField = 'title' | 'slug' | 'topic' | 'summary' | 'body';

const TOPIC_LABELS: Readonly<Record<string, string>> = {
  news: 'News',
  guide: 'Guide',
  release: 'Release',
};

/** A topic that nobody has put a word to is shown by its value. */
function topicOptions(topics: readonly string[] = []) {
  const options = topics.map((value) => ({ value, label: TOPIC_LABELS[value] ?? value }));
  return [{ value: '', label: 'Choose a topic', disabled: true }, ...options];
}

interface PostFieldsProps {
  form: Pick<ActionForm<unknown, string, PostField>, 'value'> & {
    state: { errors: Partial<Record<PostField, string[]>> };
  };
  constraints: Constraints<PostField>;
  /** What the fields start with when a post is edited. */
  start?: Partial<Record<PostField, string | null>>;
}

/** The fields of a post, for a new one and for an old one. */
export function PostFields({ form: { state, value }, constraints, start = {} }: PostFieldsProps) {
  const { errors } = state;
  return (
    <>
      <Input
        label="Title"
        name="title"
        {...constraints.title}
        defaultValue={value('title', start.title)}
        errors={errors.title}
      />
      <Input
        label="Address"
        name="slug"
        {...constraints.slug}
        optional={!constraints.slug.required}
        description="The last part of the public link. Left empty, it is made from the title."
        defaultValue={value('slug', start.slug)}
        errors={errors.slug}
      />
      <Select
        label="Topic"
        name="topic"
        {...constraints.topic}
        options={topicOptions(constraints.topic.options)}
        defaultValue={value('topic', start.topic)}
        key={`topic-${value('topic', start.topic)}`}
        errors={errors.topic}
      />
      <Textarea
        label="Summary"
        name="summary"
        {...constraints.summary}
        optional
        description="One or two sentences for lists."
        rows={2}
        defaultValue={value('summary', start.summary)}
        errors={errors.summary}
      />
      <Textarea
        label="Text"
        name="body"
        {...constraints.body}
        rows={12}
        defaultValue={value('body', start.body)}
        errors={errors.body}
      />
    </>
  );
}
