/** The requests behind the mechanism map, and what they carry; see {@link ./protocol} for the others. */
import type { ArgumentMap, MapEdge, MapNode } from '../core/figures';
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
  /** Where it must not be given away as it is: what is given away in its place. */
  readonly forExport?: MapForExport;
}

/** A map for readers who may not see everything. */
export interface MapForExport {
  /** The map as they may see it. */
  readonly map: ArgumentMap;
  /** What was held back from it, in sentences without full stops. */
  readonly notes: readonly string[];
  /** That real names are in it nevertheless, in a sentence without a full stop. */
  readonly realNames?: string;
}

/** A node or an arrow of a map, as the client can reveal it. */
export type ProtocolMapPart<Part> = Omit<Part, 'place'> & { readonly location?: ProtocolLocation };
