/** A row of an outline, with the file and line to which it leads. */
export interface OutlineRow {
  /** What it stands for: `mechanism`, `step`, `claim`, `missing`. */
  readonly role: string;
  readonly label: string;
  /** What is known of it, in a phrase; '' for nothing. */
  readonly description: string;
  readonly state?: string;
  readonly id?: string;
  /** How the file is called. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** How many things are missing in this row and below it. */
  readonly missing: number;
  readonly children: readonly OutlineRow[];
}
