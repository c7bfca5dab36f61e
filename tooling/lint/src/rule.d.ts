/** The part of ESLint's rule interface that the rules here use; oxlint runs it. */
export interface Rule {
  meta: { type: 'problem'; docs: { description: string } };
  create(context: Context): Visitors;
}

export interface Context {
  filename: string;
  report(problem: { node: Node; message: string }): void;
}

export interface Node {
  type: string;
  source?: Node | null;
  value?: unknown;
}

export type Visitors = Record<string, ((node: Node) => void) | undefined>;
