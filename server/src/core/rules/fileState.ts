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
  #found: Finding[] = [];
  #isOrdered = true;
  #index = new SuppressionIndex([]);

  constructor(uri: string) {
    this.uri = uri;
  }

  get hasSuppressions(): boolean {
    return this.suppressions.length > 0;
  }

  add(finding: Finding): void {
    this.#found.push(finding);
    this.#isOrdered = false;
  }

  /** Takes out findings that were added. */
  delete(findings: ReadonlySet<Finding>): void {
    this.#found = this.#found.filter((finding) => !findings.has(finding));
  }

  /** Reads the suppressions anew; gives whether there were any, or are. */
  readSuppressions(project: Project): boolean {
    const before = this.hasSuppressions;
    this.suppressions = suppressionsIn(project, this.uri);
    this.#index = new SuppressionIndex(this.suppressions);
    return before || this.hasSuppressions;
  }

  /** Finds out what is visible; what is found twice counts once. */
  refresh(): void {
    if (!this.#isOrdered) this.#found.sort(compareInFile);
    this.#isOrdered = true;
    this.visible = this.#found.filter((finding, index) => {
      const before = this.#found[index - 1];
      const isRepeated = before !== undefined && compareInFile(before, finding) === 0;
      return !isRepeated && !this.#index.hides(finding);
    });
    this.used = this.#index.used(this.#found);
  }
}
