/** A file that a rule judges. */
export interface Case {
  file: string;
  code: string;
}

export interface InvalidCase extends Case {
  /** A part of the message: what to write instead. */
  says?: string;
}

/** What a rule lets pass and what it finds, `rules/<name>.cases.ts` for each. */
export interface RuleCases {
  valid: Case[];
  invalid: InvalidCase[];
}
