import type { Project } from '../../project';

/** A question to a whole project, answered once for each snapshot. */
export function perProject<T>(answer: (project: Project) => T): (project: Project) => T {
  const answers = new WeakMap<Project, { readonly value: T }>();
  return (project) => {
    let known = answers.get(project);
    if (!known) answers.set(project, (known = { value: answer(project) }));
    return known.value;
  };
}
