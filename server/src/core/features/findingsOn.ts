import type { Element, Project } from '../project';
import type { Problem, Rule } from '../rules';
import { settingsOf, severityOfRule } from '../rules/severity';

/**
 * What a rule says of one element, so that views and findings always agree; nothing where its author has switched the
 * rule off.
 */
export function findingsOn(project: Project, element: Element, rule: Rule): Problem[] {
  const settings = settingsOf(project, element.place.uri);
  return severityOfRule(rule, settings) === 'off' ? [] : problemsOf(project, element, rule);
}

/** What a rule would say of one element, switched off or not. */
export function problemsOf(project: Project, element: Element, rule: Rule): Problem[] {
  if (rule.scope !== 'element' || rule.kinds?.includes(element.kind) === false) return [];
  return [...rule.check(element, project)];
}
