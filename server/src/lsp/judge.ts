import type { Logger, Pace } from '../core/ports';
import type { Project } from '../core/project';
import { Checker, type Finding } from '../core/rules';
import { describe } from './logger';

/** A checker, and what has not been asked for of what it has found changed. */
interface Case {
  readonly checker: Checker;
  /** Whether all of it has been checked once. */
  isPrepared: boolean;
  changed: Set<string>;
}

/** Told how many files have been checked. */
type OnProgress = (done: number, all: number) => void;

/** Keeps the findings of projects up to date. */
export class Judge {
  readonly #logger: Logger;
  readonly #cases = new WeakMap<Project, Case>();

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** Checks a project for the first time, slice by slice. */
  async prepare(project: Project, { isDue, pause }: Pace, onProgress?: OnProgress): Promise<void> {
    const known = this.#case(project);
    if (known.isPrepared) return;
    const { checker } = known;
    const { length } = project.files;
    while (!checker.advance(isDue)) {
      onProgress?.(length - checker.waiting, length);
      await pause();
    }
    known.isPrepared = true;
  }

  /**
   * Checks closed files again that may be concerned by edits, slice by slice.
   * @param isWanted asked after each pause
   * @returns whether that was done to the end
   */
  async checkClosed(
    project: Project,
    { isDue, pause }: Pace,
    isWanted: () => boolean,
  ): Promise<boolean> {
    const { checker } = this.#case(project);
    while (!checker.advance(isDue)) {
      await pause();
      if (!isWanted()) return false;
    }
    return true;
  }

  /** What the rules have to say about a file of a project; of a closed one, see {@link checkClosed}. */
  findingsOf(project: Project, uri: string): readonly Finding[] {
    return this.#refreshed(project).checker.of(uri);
  }

  /** All that the rules have to say about a project; of closed files, see {@link checkClosed}. */
  allFindings(project: Project): readonly Finding[] {
    return this.#refreshed(project).checker.all();
  }

  /**
   * The files whose findings have changed since this was last asked; all that have findings for a new project. Closed
   * ones are not looked at; see {@link checkClosed}.
   */
  changedFiles(project: Project): ReadonlySet<string> {
    const known = this.#refreshed(project);
    const { changed } = known;
    known.changed = new Set();
    return changed;
  }

  /** Whether {@link changedFiles} has something to give. */
  hasChanges(project: Project): boolean {
    return this.#refreshed(project).changed.size > 0;
  }

  #refreshed(project: Project): Case {
    const known = this.#case(project);
    for (const uri of known.checker.refreshOpen()) known.changed.add(uri);
    return known;
  }

  #case(project: Project): Case {
    let known = this.#cases.get(project);
    if (!known) {
      const onError = (rule: string, error: unknown) => {
        this.#logger.error(`the rule ${rule} failed: ${describe(error)}`);
      };
      const checker = new Checker(project, undefined, { onError });
      this.#cases.set(project, (known = { checker, isPrepared: false, changed: new Set() }));
    }
    return known;
  }
}
