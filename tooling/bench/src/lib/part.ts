/** One line of a table: a name, and a figure per column. Null is "not measured". */
export type Row = { name: string } & Record<string, string | number | null>;

/** What was promised, what was found. */
export interface Verdict {
  budget: string;
  limit: string;
  found: number;
  met: boolean;
  /** A miss that a decision explains, up to this figure. */
  accepted?: number;
}

/** What one part of the bench found. */
export interface Part {
  title: string;
  /** What is counted and what is not, in a sentence or two. */
  about: string;
  rows: Row[];
  verdicts: Verdict[];
}
