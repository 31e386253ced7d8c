import type { MapLink, MapRole, MapTest } from './argumentMap';

/** A point in pixels of CSS from the upper left corner of the drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle in pixels of CSS. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** What a line of text says; it decides how it is set. */
export type TextRole = 'heading' | 'mark' | 'label' | 'detail' | 'test' | 'failed';

/** A line of text. */
export interface TextLine extends Point {
  /** `x` is its middle where it is centred, its left end otherwise; `y` is the line that the letters stand on. */
  readonly text: string;
  readonly role: TextRole;
  readonly isCentred: boolean;
}

/** A node of the map where it is drawn. */
export interface LaidOutNode extends Box {
  /** Unique in the drawing. */
  readonly key: string;
  /** The key of the node of the map: evidence is drawn at each thing that it supports. */
  readonly node: string;
  readonly role: MapRole;
  readonly id?: string;
  /** Its name and what more is to be said, for who hovers over it or hears it read. */
  readonly title: string;
  readonly lines: readonly TextLine[];
  /** How deep it stands in others. */
  readonly depth: number;
  readonly isCollapsed: boolean;
  readonly isCollapsible: boolean;
  readonly isIncomplete: boolean;
  /** For evidence: whether it speaks against what it stands at. */
  readonly isAgainst: boolean;
  /** For evidence: the tests on its link. */
  readonly tests: readonly MapTest[];
}

/** An arrow of the map where it is drawn. */
export interface LaidOutEdge {
  /** The key of the edge of the map. */
  readonly key: string;
  readonly role: MapLink;
  /** The keys of the nodes in the map. */
  readonly from: string;
  readonly to: string;
  readonly id?: string;
  readonly title: string;
  readonly sign?: string;
  /** Where it runs, from its beginning to its end; two points or more. */
  readonly points: readonly Point[];
  /** What is written on it. */
  readonly label?: Box & { readonly lines: readonly TextLine[] };
}

/** A map that can be drawn. */
export interface LaidOutMap {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** In the order in which they are painted: what holds others first. */
  readonly nodes: readonly LaidOutNode[];
  readonly edges: readonly LaidOutEdge[];
}
