/** What a job's page says after an action, by the word in the address. */
export const JOB_NOTICES = new Map([
  ['retried', 'The job gets one more attempt. A worker takes it within seconds.'],
]);
