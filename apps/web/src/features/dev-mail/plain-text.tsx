import { TextLink } from '@repo/ui/text-link';

/** A text as it is, with its addresses to click on. */
export function PlainText({ text }: { text: string }) {
  const parts = text.trim().split(/(https?:\/\/\S+)/);
  return (
    <p className="font-mono text-sm wrap-anywhere whitespace-pre-wrap">
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <TextLink key={part} href={part}>
            {part}
          </TextLink>
        ) : (
          part
        ),
      )}
    </p>
  );
}
