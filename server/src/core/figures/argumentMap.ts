import type { Place, TestName } from '../model';

/**
 * What a node of the map stands for. A `lane` is a stage or phase that holds what happens in it; a `group` is a
 * construct that holds its facets, or the mechanisms that are instances of it.
 */
export type MapRole =
  | 'trigger'
  | 'mechanism'
  | 'lane'
  | 'step'
  | 'outcome'
  | 'construct'
  | 'group'
  | 'claim'
  | 'evidence';

/** A node of the map: something of the argument, once. */
export interface MapNode {
  /** Unique in the map, and the same as long as what it stands for is the same. */
  readonly key: string;
  readonly role: MapRole;
  /** Its name in plain text, never cut. */
  readonly label: string;
  /** The number of a step or the label of a claim; '' for none. */
  readonly mark: string;
  /** A second line, such as who acts or who said it; '' for none. */
  readonly detail: string;
  /** What a reader is told who asks for more, in plain text, a statement a line. */
  readonly text: string;
  /** The id of the element, without `#`. */
  readonly id?: string;
  /** The text that it stands for. */
  readonly place?: Place;
  /** The key of the node that it is drawn inside. */
  readonly parent?: string;
  /** Whether it has parts that are left out because the reader folded it. */
  readonly isCollapsed: boolean;
  /** Whether it has parts, shown or left out: what can be folded. */
  readonly isCollapsible: boolean;
  /** What is missing, a phrase each: `no outcome`. */
  readonly missing: readonly string[];
}

/** How two nodes of the map are linked. */
export type MapLink =
  'trigger' | 'sequence' | 'outcome' | 'causes' | 'supports' | 'challenges' | 'premise' | 'rival';

/** A process-tracing test on a link. */
export interface MapTest {
  readonly test: TestName;
  readonly result?: 'pass' | 'fail';
}

/** An arrow of the map. */
export interface MapEdge {
  /** Unique in the map, and the same as long as the link is the same. */
  readonly key: string;
  readonly role: MapLink;
  /** The keys of the nodes that it joins. */
  readonly from: string;
  readonly to: string;
  /** What is written on it: the condition of a branch, the label of a proposition; '' for nothing. */
  readonly label: string;
  /** What a reader is told who asks for more, in plain text. */
  readonly text: string;
  /** What a cause does to its effect, as the proposition says it: `strengthens`. */
  readonly sign?: string;
  /** Tests on a link of support or challenge, where they are asked for. */
  readonly tests: readonly MapTest[];
  /** The id of the proposition that claims it. */
  readonly id?: string;
  /** Where it is said. */
  readonly place?: Place;
}

/** The argument of a project as a graph; its order is that of the drawing and of the manuscript. */
export interface ArgumentMap {
  /** The name of the manuscript or of what the map is focused on; '' for none. */
  readonly title: string;
  /** What holds others stands before what it holds. */
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

/** What of the argument is wanted. */
export interface MapOptions {
  /** The id of an element: its mechanism alone is drawn, with what leads to it and from it. */
  readonly focus?: string;
  readonly evidence: boolean;
  readonly claims: boolean;
  /** Whether tests stand on the links of evidence. */
  readonly tests: boolean;
  /** The keys of the nodes that the reader has folded. */
  readonly collapsed: ReadonlySet<string>;
}
