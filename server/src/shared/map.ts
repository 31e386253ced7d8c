/** The requests behind the mechanism map, and what they carry; see {@link ./protocol} for the others. */
import type { MapEdge, MapNode } from '../core/figures';
import type { ProtocolLocation } from './protocol';

/** Client to server: the argument as a graph. Params {@link MapParams}, result {@link MapResult}. */
export const MAP = 'warrant/map';

/** What of the argument is drawn; without a file, that of the first project in which there is something to draw. */
export interface MapParams {
  readonly uri?: string;
  /** The id of an element: its mechanism alone is drawn. */
  readonly focus?: string;
  readonly evidence: boolean;
  readonly claims: boolean;
  readonly tests: boolean;
  /** The keys of the nodes that the reader has folded. */
  readonly collapsed: readonly string[];
}

/** A map, or that no project is known yet. */
export interface MapResult {
  readonly map: ProtocolMap | null;
  /** The mechanisms that the map can be focused on, in the order of the manuscript. */
  readonly mechanisms: readonly ProtocolMechanism[];
}

/** A mechanism by its id and name. */
export interface ProtocolMechanism {
  readonly id: string;
  readonly name: string;
}

/** The argument of a project as a graph, with the text that each part stands for. */
export interface ProtocolMap {
  readonly title: string;
  readonly nodes: readonly ProtocolMapPart<MapNode>[];
  readonly edges: readonly ProtocolMapPart<MapEdge>[];
}

/** A node or an arrow of a map, as the client can reveal it. */
export type ProtocolMapPart<Part> = Omit<Part, 'place'> & { readonly location?: ProtocolLocation };
