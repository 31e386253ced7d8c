import type { Project } from '../../project';
import type { Problem } from '../rule';
import { suggest } from './suggestions';

/** What the reading of configuration and registry has found wrong in the name of a rule. */
export function projectProblems(project: Project, rule: string): Problem[] {
  return project.problems
    .filter((problem) => problem.rule === rule)
    .map(({ message, place, suggestion }) => ({
      message,
      place,
      ...(suggestion === undefined ? {} : { data: suggest([suggestion]) }),
    }));
}
