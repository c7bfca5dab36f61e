import { cn } from './cn.ts';

export interface ProseProps {
  /** Plain text; a blank line starts a paragraph, a line break stays one. */
  text: string;
  className?: string;
}

/** Text that people wrote, set for reading. Nothing in it is taken as markup. */
export function Prose({ text, className }: ProseProps) {
  const paragraphs = text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n\s*/u)
    .filter((part) => part.trim() !== '');
  return (
    <div className={cn('grid max-w-2xl gap-5 text-[1.0625rem]/7', className)}>
      {paragraphs.map((paragraph, index) => (
        <p key={index} className="text-pretty wrap-anywhere whitespace-pre-line">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
