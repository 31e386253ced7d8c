import type { Project } from './project';

/** A question to a whole project, answered once until what the answer was read from changes. */
export function perProject<T>(answer: (project: Project) => T): (project: Project) => T {
  const question = {};
  return (project) => project.remember(question, undefined, () => answer(project));
}

/**
 * A question about one thing of a project, such as an element, answered once until what the answer was read from
 * changes. Who asks depends on the answer alone.
 */
export function perKey<K extends object | string, T>(
  answer: (project: Project, key: K) => T,
): (project: Project, key: K) => T {
  const question = {};
  return (project, key) => project.remember(question, key, () => answer(project, key));
}
