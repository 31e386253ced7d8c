/** How mechanisms can be grouped, sorted and chosen. */
export const OUTLINE_CHOICES = {
  /** What the rows at the top stand for. */
  groupBy: ['mechanism', 'step', 'file'],
  /** By the numbers of the steps, as they stand in the text, or by name. */
  sortBy: ['order', 'text', 'name'],
  /** All, what nothing supports, what something speaks against, or what is left to do. */
  show: ['all', 'unsupported', 'contested', 'todo'],
} as const;

/** How the Mechanisms view is shown; what is left out is as the first of its choices. */
export interface OutlineOptions {
  readonly groupBy?: (typeof OUTLINE_CHOICES.groupBy)[number];
  readonly sortBy?: (typeof OUTLINE_CHOICES.sortBy)[number];
  readonly show?: (typeof OUTLINE_CHOICES.show)[number];
  /** Shows only what has all these words in it, and what stands around and below that. */
  readonly text?: string;
}
