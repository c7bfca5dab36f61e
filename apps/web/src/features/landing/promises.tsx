import { Card } from '@repo/ui/card';
import { IconEye, IconPencil, IconShield, IconUsers } from '@repo/ui/icons';

const PROMISES = [
  {
    icon: IconPencil,
    title: 'Nothing typed is lost',
    text: 'A wrong field, an ended session, a slow connection: what you wrote stays in the form.',
  },
  {
    icon: IconEye,
    title: 'Public when you say so',
    text: 'Drafts belong to your team. One click publishes, one click takes a post back, at once.',
  },
  {
    icon: IconUsers,
    title: 'Teams that never mix',
    text: 'Work for two teams in two tabs. Each page and each form knows which one it is about.',
  },
  {
    icon: IconShield,
    title: 'Works without JavaScript',
    text: 'Every page and every form. With JavaScript it is faster, not different.',
  },
];

/** What the product promises: a card each. */
export function Promises() {
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {PROMISES.map(({ icon: PromiseIcon, title, text }) => (
        <li key={title} className="grid">
          <Card>
            <PromiseIcon className="size-5 text-primary-text" />
            <h2 className="mt-3 font-semibold">{title}</h2>
            <p className="mt-1 text-pretty text-muted-foreground">{text}</p>
          </Card>
        </li>
      ))}
    </ul>
  );
}
