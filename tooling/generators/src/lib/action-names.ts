import { kebab, pascal, requireName, sentence, singular } from './names.ts';
import { Refusal } from './plan.ts';

/** What one action is called in all places. */
export type ActionNames = Record<
  'id' | 'function' | 'Component' | 'file' | 'title' | 'subject' | 'verbPath',
  string
>;

/** `posts` and `archive` make `posts.archive`, `archivePost`; a verb with its object (`hidePost`) is taken as it is. */
export function actionNames(subject: string, verb: string): ActionNames {
  const what = 'subject';
  const reserved = ['lib', 'cli', 'testing', 'webhooks'];
  requireName(subject, {
    what,
    form: /^[a-z](?:[a-z0-9]|-(?=[a-z])){1,29}$/,
    example: 'projects',
    reserved,
  });
  requireName(verb, { what: 'verb', form: /^[a-z]+(?:[A-Z][a-z]+)*$/, example: 'rename' });
  const Subject = pascal(subject);
  const name = /[A-Z]/.test(verb) ? verb : `${verb}${singular(Subject)}`;
  if (name === verb && verb.length < 3) throw new Refusal(`"${verb}" says too little.`);
  return {
    id: `${Subject[0]?.toLowerCase()}${Subject.slice(1)}.${verb}`,
    function: name,
    Component: `${name[0]?.toUpperCase()}${name.slice(1)}`,
    file: kebab(name),
    title: sentence(name),
    subject,
    verbPath: kebab(verb),
  };
}
