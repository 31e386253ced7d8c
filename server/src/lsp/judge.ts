import type { Logger } from '../core/ports';
import type { Project } from '../core/project';
import type { Finding } from '../core/rules';
import { runRules } from '../core/rules/run';

/** Runs the rules once per snapshot of a project. */
export class Judge {
  readonly #logger: Logger;
  readonly #findings = new WeakMap<Project, readonly Finding[]>();

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** What the rules have to say about a project. */
  findings(project: Project): readonly Finding[] {
    const known = this.#findings.get(project);
    if (known) return known;
    const findings = runRules(project, undefined, {
      onError: (rule, error) => {
        this.#logger.error(`the rule ${rule} failed: ${describe(error)}`);
      },
    });
    this.#findings.set(project, findings);
    return findings;
  }
}

/** What went wrong, with the stack where there is one. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
