import { z } from 'zod';

/** Sentences for people, where a schema gives none of its own. */
z.config({
  customError(issue) {
    if (issue.code === 'invalid_type')
      return issue.input === undefined ? 'Please fill this in.' : 'This has the wrong form.';
    if (issue.code === 'too_small' && issue.origin === 'string') {
      return issue.minimum === 1
        ? 'Please fill this in.'
        : `Use at least ${issue.minimum} characters.`;
    }
    if (issue.code === 'too_big' && issue.origin === 'string')
      return `Use at most ${issue.maximum} characters.`;
    if (issue.code === 'too_small') return `The least is ${issue.minimum}.`;
    if (issue.code === 'too_big') return `The most is ${issue.maximum}.`;
    if (issue.code === 'invalid_format' && issue.format === 'email') {
      return 'Enter an email address, for example name@example.com.';
    }
    if (issue.code === 'invalid_value') return 'Choose one of the options.';
    return 'This has the wrong form.';
  },
});

export { z };
