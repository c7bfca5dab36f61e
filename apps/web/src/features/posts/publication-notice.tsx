'use client';

import { publishPost } from '@repo/actions/posts/actions';
import { unpublishPost } from '@repo/actions/posts/shared/actions';
import { idle, ORG_FIELD, type State } from '@repo/actions/react';
import { FormFailure } from '@repo/next/form-failure';
import { Alert } from '@repo/ui/alert';
import { Button } from '@repo/ui/button';
import { unstable_rethrow } from 'next/navigation';
import { useState, useSyncExternalStore, useTransition } from 'react';
import { POST_NOTICES } from './notices.ts';

interface PublicationNoticeProps {
  org: string;
  post: { id: string; published: boolean };
}

const UNANSWERED: State<unknown, string> = {
  ok: false,
  errors: { _form: ['No answer came back. Reload the page to see whether it was undone.'] },
};

/**
 * Says that a post was published or taken back, and offers to undo it. Undo is no form: it calls the action with an
 * object, and is there once the page has JavaScript. Without, the button at the top of the page does the same.
 */
export function PublicationNotice({ org, post: { id, published } }: PublicationNoticeProps) {
  const [answer, setAnswer] = useState<State<unknown, string>>(idle);
  const [undoing, startUndoing] = useTransition();
  const hasJs = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );

  function undo(): void {
    if (undoing) return;
    startUndoing(async () => {
      const call = { id, stay: true, [ORG_FIELD]: org };
      try {
        setAnswer(published ? await unpublishPost(call) : await publishPost(call));
      } catch (error) {
        unstable_rethrow(error);
        setAnswer(UNANSWERED);
      }
    });
  }

  return (
    <div className="mb-6 grid gap-3">
      <Alert
        tone="success"
        role="status"
        actions={
          hasJs && (
            <Button size="sm" onClick={undo} aria-disabled={undoing || undefined}>
              Undo
            </Button>
          )
        }
      >
        {POST_NOTICES.get(published ? 'published' : 'unpublished')}
      </Alert>
      <FormFailure state={answer} />
    </div>
  );
}
