import type { Logger } from '../core/ports';
import type { Project } from '../core/project';
import { Checker, type Finding } from '../core/rules';

/** Keeps the findings of projects up to date. */
export class Judge {
  readonly #logger: Logger;
  readonly #checkers = new WeakMap<Project, Checker>();

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** What the rules have to say about a project. */
  findings(project: Project): readonly Finding[] {
    const checker = this.checker(project);
    checker.refresh();
    return checker.all();
  }

  /** What keeps the findings of a project. */
  checker(project: Project): Checker {
    let checker = this.#checkers.get(project);
    if (!checker) {
      const onError = (rule: string, error: unknown) => {
        this.#logger.error(`the rule ${rule} failed: ${describe(error)}`);
      };
      checker = new Checker(project, undefined, { onError });
      this.#checkers.set(project, checker);
    }
    return checker;
  }
}

/** What went wrong, with the stack where there is one. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
