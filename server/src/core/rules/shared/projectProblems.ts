import type { Project } from '../../project';
import type { Check, Problem } from '../rule';
import { suggest } from './suggestions';

/** What the reading of configuration and registry has found wrong in the name of a rule. */
export function projectProblems(project: Project, rule: string): Problem[] {
  return project.problems
    .filter((problem) => problem.rule === rule)
    .map((problem) => {
      const { message, place, suggestion } = problem;
      const { choices } = 'choices' in problem ? problem : {};
      if (suggestion !== undefined) return { message, place, data: suggest([suggestion]) };
      return choices ? { message, place, data: { suggestions: choices } } : { message, place };
    });
}

/** The check that reports them. */
export function problemsNamed(rule: string): Check {
  return { scope: 'project', check: (project) => projectProblems(project, rule) };
}
