import { attributeOf, claimsOf, elementOfNode, type Element, type Project } from '../project';
import { groundsOf } from './grounds';
import { dotted, escapeMarkdown, lines } from './markdown';
import { lacksEvidence } from './mechanismGaps';
import { idMark, kindName, mention } from './naming';
import { labelled } from './attributeValues';

/** A step: its place in the mechanism, condition, period, who does what, and its evidence. */
export function hoverStep(project: Project, step: Element): (string | undefined)[] {
  const number = attributeOf(step, 'n')?.text;
  const wholes = project
    .linksFrom(step, 'part-of')
    .flatMap(({ to }) => elementOfNode(to) ?? [])
    .map((whole) => mention(project, whole));
  const claims = claimsOf(project, step).map((claim) => mention(project, claim));
  return [
    dotted(
      `**${[kindName(step), number ?? ''].filter(Boolean).map(escapeMarkdown).join(' ')}**`,
      wholes.length > 0 ? `of ${wholes.join(', ')}` : '⚠ *of no mechanism*',
      text(step, 'period'),
      idMark(step),
    ),
    lines(
      labelled('When', project, step, 'when'),
      labelled('After', project, step, 'after'),
      labelled('Who acts', project, step, 'entity'),
      labelled('How', project, step, 'activity'),
      labelled('Leads to', project, step, 'outcome'),
    ),
    groundsOf(project, step),
    claims.length > 0 ? `**Reported by** ${claims.join('; ')}` : undefined,
    lacksEvidence(project, step) ? '⚠ **No evidence yet**' : undefined,
  ];
}

function text(step: Element, name: string): string | undefined {
  const value = attributeOf(step, name)?.text;
  return value === undefined ? undefined : escapeMarkdown(value);
}
