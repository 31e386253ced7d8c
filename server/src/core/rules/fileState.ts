import type { Project } from '../project';
import { compareInFile } from './findings';
import type { Finding } from './rule';
import { SuppressionIndex } from './suppressionIndex';
import { suppressionsIn, type Suppression } from './suppressions';

/** What was found in one file, and what the author does not want to hear of it. */
export class FileState {
  readonly uri: string;
  suppressions: readonly Suppression[] = [];
  /** For each suppression, the rules that it hid something of. */
  used: ReadonlyMap<Suppression, ReadonlySet<string>> = new Map();
  /** The findings that are not suppressed, in the order of the text. */
  visible: readonly Finding[] = [];
  /** In the order of the text, but for what was added since. */
  #found: Finding[] = [];
  #added: Finding[] = [];
  #index = new SuppressionIndex([]);

  constructor(uri: string) {
    this.uri = uri;
  }

  get hasSuppressions(): boolean {
    return this.suppressions.length > 0;
  }

  add(finding: Finding): void {
    this.#added.push(finding);
  }

  /** Takes out findings that were added. */
  delete(findings: readonly Finding[]): void {
    if (findings.length > FEW) {
      const gone = new Set(findings);
      this.#found = this.#found.filter((finding) => !gone.has(finding));
      this.#added = this.#added.filter((finding) => !gone.has(finding));
      return;
    }
    for (const finding of findings) {
      for (const list of [this.#added, this.#found]) {
        const index = list.indexOf(finding);
        if (index >= 0) list.splice(index, 1);
      }
    }
  }

  /** Reads the suppressions anew; gives whether there were any, or are. */
  readSuppressions(project: Project): boolean {
    const before = this.hasSuppressions;
    this.suppressions = suppressionsIn(project, this.uri);
    this.#index = new SuppressionIndex(this.suppressions);
    return before || this.hasSuppressions;
  }

  /** Whether the author does not want to hear of a finding of this file. */
  hides(finding: Finding): boolean {
    return this.#index.hides(finding);
  }

  /** Finds out what is visible; what is found twice counts once. */
  refresh(): void {
    this.#takeIn();
    this.visible = this.#found.filter((finding, index) => {
      const before = this.#found[index - 1];
      return !(before && isRepeated(before, finding)) && !this.hides(finding);
    });
    this.used = this.#index.used(this.#found);
  }

  /** Puts what was added into its place. */
  #takeIn(): void {
    if (this.#added.length > FEW) {
      this.#found = [...this.#found, ...this.#added].sort(compareInFile);
    } else {
      for (const finding of this.#added) insert(this.#found, finding);
    }
    this.#added = [];
  }
}

/** So few that each is put in or taken out by itself. */
const FEW = 8;

function insert(findings: Finding[], finding: Finding): void {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = findings[middle];
    if (other && compareInFile(other, finding) <= 0) low = middle + 1;
    else high = middle;
  }
  findings.splice(low, 0, finding);
}

/** Whether two findings say the same; mostly they do not even have the same rule. */
function isRepeated(before: Finding, finding: Finding): boolean {
  return (
    before.rule === finding.rule &&
    before.message === finding.message &&
    compareInFile(before, finding) === 0
  );
}
