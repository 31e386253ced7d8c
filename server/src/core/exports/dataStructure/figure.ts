/** A part of a construct that is drawn under its name. */
export interface FigureFacet {
  readonly name: string;
  readonly parts: readonly FigureFacet[];
}

/** A construct in the figure of a data structure. */
export interface FigureBox {
  readonly key: string;
  readonly name: string;
  readonly definition?: string;
  readonly column: FigureColumn;
  readonly facets: readonly FigureFacet[];
  /** The keys of boxes in columns further on to which it belongs; it stands beside the first one. */
  readonly parents: readonly string[];
}

/** The columns, from left to right. */
export const FIGURE_COLUMNS = ['concept', 'theme', 'dimension', 'construct'] as const;

/** One of the columns. */
export type FigureColumn = (typeof FIGURE_COLUMNS)[number];

/** How the columns of a figure look; lengths in pixels. */
export const STYLES: Readonly<Record<FigureColumn, ColumnStyle>> = {
  concept: { heading: 'First-order concepts', width: 250, radius: 0, isBold: false, fill: '#fff' },
  theme: { heading: 'Second-order themes', width: 180, radius: 8, isBold: false, fill: '#fff' },
  dimension: {
    heading: 'Aggregate dimensions',
    width: 165,
    radius: 18,
    isBold: true,
    fill: '#f0f0f0',
  },
  construct: { heading: 'Constructs', width: 180, radius: 4, isBold: true, fill: '#fff' },
};

interface ColumnStyle {
  readonly heading: string;
  readonly width: number;
  readonly radius: number;
  readonly isBold: boolean;
  readonly fill: string;
}

/** The size of all text but headings. */
export const FONT_SIZE = 12;
/** The size of headings. */
export const HEADING_SIZE = 13;
/** From one line of text to the next one. */
export const LINE_HEIGHT = 16;
