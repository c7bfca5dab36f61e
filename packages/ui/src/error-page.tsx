import type { ReactNode } from 'react';

export interface ErrorPageProps {
  /** A short code above the title, such as "404". */
  code?: string;
  title: ReactNode;
  /** What happened and what to do, in plain words. */
  children?: ReactNode;
  /** Ways out: buttons or links. */
  actions?: ReactNode;
  /** The id under which the log knows this failure. */
  errorId?: string;
}

/** The content of a not-found or error page, inside or outside of a `Shell`. */
export function ErrorPage({ code, title, children, actions, errorId }: ErrorPageProps) {
  return (
    <div className="grid min-h-[70vh] content-center justify-items-center px-5 py-16 text-center">
      {code && <p className="font-mono text-sm font-medium text-primary-text">{code}</p>}
      <h1 className="mt-3 text-3xl font-semibold tracking-[-0.025em] sm:text-4xl">{title}</h1>
      {children && (
        <div className="mt-3 max-w-md text-base text-pretty text-muted-foreground">{children}</div>
      )}
      {actions && <div className="mt-8 flex flex-wrap justify-center gap-2">{actions}</div>}
      {errorId && (
        <p className="mt-8 text-xs text-muted-foreground">
          Reference <code className="font-mono select-all">{errorId}</code>
        </p>
      )}
    </div>
  );
}
