/** What the reading of a block of the file depended on besides its own text. It is emptied before each block. */
export class Lookahead {
  /** The offset before which all was looked at. */
  reach = 0;
  /** The farthest offset to which a comment or TeX ran across the end of a paragraph. */
  crossed = 0;
  /** Whether it mattered which divs are open. */
  asksForDivs = false;

  /** Takes note that the text before an offset was looked at. */
  reaches(offset: number): void {
    if (offset > this.reach) this.reach = offset;
  }

  /** Forgets the block before. */
  clear(): void {
    this.reach = 0;
    this.crossed = 0;
    this.asksForDivs = false;
  }
}
