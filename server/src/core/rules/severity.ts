import { SEVERITIES, type RuleSetting, type Severity, type Stage } from '../config';
import type { Project } from '../project';
import type { Problem, Rule } from './rule';

/** What decides how a finding of one file counts. */
export interface FileSettings {
  readonly stage?: Stage | undefined;
  /** Later settings win. */
  readonly rules: readonly RuleSetting[];
}

/**
 * The settings of a file: a manuscript's own, else those of the project; what a manuscript by itself rests on has those of
 * the manuscript.
 * @param stage the stage that the command line asks for, which goes before any other
 */
export function settingsOf(project: Project, uri: string, stage?: Stage): FileSettings {
  const isBeside = project.kind === 'file' && uri !== project.config?.uri;
  const file = project.file(uri) ?? (isBeside ? project.files[0] : undefined);
  return {
    stage: stage ?? (file ? file.stage : project.config?.stage),
    rules: file?.rules ?? project.config?.rules ?? [],
  };
}

/** The severity of a rule in a file: that of the rule, for the stage, unless the author has set another. */
export function severityOfRule(rule: Rule, { stage, rules }: FileSettings): Severity | 'off' {
  return chosen(rule, rules) ?? (stage && rule[stage]) ?? rule.severity;
}

/**
 * The severity of one problem. A rule that is off by default stays so, and a problem that is milder than the rule's others
 * stays milder when the author sets a severity for the rule.
 */
export function severityOf(
  rule: Rule,
  problem: Pick<Problem, 'severity' | 'stage'>,
  settings: FileSettings,
): Severity | 'off' {
  if (problem.stage && problem.stage !== settings.stage) return 'off';
  const severity = severityOfRule(rule, settings);
  const own = problem.severity;
  if (severity === 'off' || own === undefined) return severity;
  if (chosen(rule, settings.rules) === undefined) return own;
  return rank(own) > rank(rule.severity) ? milder(own, severity) : severity;
}

function chosen(rule: Rule, settings: readonly RuleSetting[]): Severity | 'off' | undefined {
  return settings.findLast((setting) => setting.rule === rule.id)?.severity;
}

function milder(a: Severity, b: Severity): Severity {
  return rank(a) > rank(b) ? a : b;
}

/** 0 for an error; the milder, the higher. */
function rank(severity: Severity | 'off'): number {
  return severity === 'off' ? SEVERITIES.length : SEVERITIES.indexOf(severity);
}
