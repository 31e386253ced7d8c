import type { Project } from '../project';
import { RULES } from './all';
import { Checker, type CheckOptions } from './checker';
import type { Finding, Fix, Rule } from './rule';
import { suppressionFix } from './suppressionFix';

/**
 * What the rules have to say about a project, with the severities that stage and configuration give them and without
 * what is suppressed or stands in a file that takes no part. In the order of the manuscript; other files come last.
 */
export function runRules(
  project: Project,
  rules: readonly Rule[] = RULES,
  options: CheckOptions = {},
): Finding[] {
  const checker = new Checker(project, rules, options);
  checker.refresh();
  const findings = checker.all();
  checker.dispose();
  return findings;
}

/** The ways to mend a finding, best first; the way to suppress it comes last. */
export function fixesOf(
  finding: Finding,
  project: Project,
  rules: readonly Rule[] = RULES,
): readonly Fix[] {
  const rule = rules.find(({ id }) => id === finding.rule);
  return [...(rule?.fix?.(finding, project) ?? []), ...suppressionFix(finding, project)];
}
