const cells =
  'a braced cell is opaque, for Quarto and knitr take it away before Pandoc reads the text';

/** Cases that we read otherwise than Pandoc on purpose, each with the reason. */
export const deviations: ReadonlyMap<string, string> = new Map([
  ['cells: blank line in a cell', cells],
  ['cells: label and blank line', cells],
  ['cells: heading in a cell', cells],
]);
