import type { Logger, Pace } from '../core/ports';
import type { Project } from '../core/project';
import { Checker, type Finding } from '../core/rules';

/** A checker, and what has not been asked for of what it has found changed. */
interface Case {
  readonly checker: Checker;
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
    const { checker } = this.#case(project);
    const { length } = project.files;
    while (!checker.advance(isDue)) {
      onProgress?.(length - checker.waiting, length);
      await pause();
    }
  }

  /** What the rules have to say about a file of a project. */
  findingsOf(project: Project, uri: string): readonly Finding[] {
    return this.#refreshed(project).checker.of(uri);
  }

  /** What keeps the findings of a project, up to date. */
  checker(project: Project): Checker {
    return this.#refreshed(project).checker;
  }

  /** The files whose findings have changed since this was last asked; all that have findings for a new project. */
  changedFiles(project: Project): ReadonlySet<string> {
    const known = this.#refreshed(project);
    const { changed } = known;
    known.changed = new Set();
    return changed;
  }

  #refreshed(project: Project): Case {
    const known = this.#case(project);
    for (const uri of known.checker.refresh()) known.changed.add(uri);
    return known;
  }

  #case(project: Project): Case {
    let known = this.#cases.get(project);
    if (!known) {
      const onError = (rule: string, error: unknown) => {
        this.#logger.error(`the rule ${rule} failed: ${describe(error)}`);
      };
      const checker = new Checker(project, undefined, { onError });
      this.#cases.set(project, (known = { checker, changed: new Set() }));
    }
    return known;
  }
}

/** What went wrong, with the stack where there is one. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
