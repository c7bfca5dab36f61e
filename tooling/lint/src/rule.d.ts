/** The part of ESLint's rule interface that the rules here use; oxlint runs it. */
export interface Rule {
  meta: { type: 'problem'; docs: { description: string } };
  create(context: Context): Visitors;
}

export interface Context {
  filename: string;
  report(problem: { node: Node; message: string }): void;
}

/** A node of ESTree, with what the rules read of any kind of it. */
export interface Node {
  type: string;
  parent?: Node | null;
  name?: string;
  value?: unknown;
  /** Of a statement such as 'use server'. */
  directive?: string | null;
  /** Of a program. */
  body?: readonly Node[];
  source?: Node | null;
  exportKind?: string;
  specifiers?: readonly Node[];
  imported?: Node;
  local?: Node;
  exported?: Node;
  declaration?: Node | null;
  declarations?: readonly Node[];
  id?: Node | null;
  init?: Node | null;
  callee?: Node;
  arguments?: readonly Node[];
  properties?: readonly Node[];
  key?: Node;
  computed?: boolean;
  object?: Node;
  property?: Node;
  /** The parts of a template between its values. */
  quasis?: readonly Node[];
}

export type Visitors = Record<string, ((node: Node) => void) | undefined>;
