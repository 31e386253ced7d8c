import type { Project } from '../project';
import { RULES } from './all';
import { untracked } from '../reactive';
import type { CheckOptions } from './checker';
import { FindingMaker } from './findings';
import { FindingTable } from './findingTable';
import { Plan, type RuleProblem } from './plan';
import type { Finding, Fix, Rule } from './rule';
import { suppressionFix } from './suppressionFix';

/**
 * What the rules have to say about a project, with the severities that stage and configuration give them and without
 * what is suppressed or stands in a file that takes no part. In the order of the manuscript; other files come last.
 * The project is asked once: nothing is noted by which the findings could be kept up to date.
 */
export function runRules(
  project: Project,
  rules: readonly Rule[] = RULES,
  { stage, onError }: CheckOptions = {},
): Finding[] {
  return untracked(() => {
    const maker = new FindingMaker(project, stage);
    const plan = new Plan(rules, onError, (rule) => maker.counts(rule));
    const table = new FindingTable(project, plan, maker);
    const add = (problems: readonly RuleProblem[]): void => {
      table.add(table.made(problems));
    };
    for (const element of project.elements) {
      if (!element.tag || !project.file(element.tag.uri)) add(plan.element(element, project));
    }
    for (const file of project.files) add(plan.whole(file, project));
    for (const check of plan.project(project)) add(check());
    const { files, config } = project;
    table.refresh([...files, ...(config ? [config] : [])].map(({ uri }) => uri));
    return table.all();
  });
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
