import type { Severity } from '../../core/config';
import type { Finding } from '../../core/rules';

/** A finding with the file and text that it is about. */
export interface ReportedFinding {
  readonly finding: Finding;
  /** As the user named it. */
  readonly file: string;
  readonly text: string;
  /** What else it is about. */
  readonly related: readonly RelatedPlace[];
}

/** Another place that a finding is about, such as the first of two definitions. */
export interface RelatedPlace {
  /** What stands there. */
  readonly message: string;
  /** As the user would name it. */
  readonly file: string;
  /** 0-based. */
  readonly line: number;
  /** 0-based, in UTF-16 units. */
  readonly character: number;
}

/** What a manuscript holds. */
export interface Counts {
  readonly claims: number;
  readonly supported: number;
  readonly evidence: number;
  readonly mechanisms: number;
  readonly constructs: number;
}

/** Everything that `warrant check` has to say; the formats put it into words. */
export interface CheckReport {
  /** How many files were checked. */
  readonly files: number;
  readonly findings: readonly ReportedFinding[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly summary: Counts;
}

/** How a report is to be written. */
export interface FormatOptions {
  readonly colour: boolean;
}
