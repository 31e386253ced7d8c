import {
  attributeOf,
  elementOfNode,
  partsOf,
  stepsOf,
  valueOf,
  type Element,
  type Project,
} from '../project';
import { triangulationOf } from '../sources/triangulation';
import { groundsOf } from './grounds';
import { dotted, escapeMarkdown, lines } from './markdown';
import { gapsOf, lacksEvidence } from './mechanismGaps';
import { idMark, kindName, mention, nameOf } from './naming';
import { triangulationLine } from './triangulationWords';
import { labelled, listed, valueLine } from './attributeValues';

/** A mechanism: from its trigger over its steps to its outcome, who acts and how, and what is missing. */
export function hoverMechanism(project: Project, mechanism: Element): (string | undefined)[] {
  const status = valueOf(mechanism, 'status');
  const motor = attributeOf(mechanism, 'motor')?.text;
  return [
    dotted(
      `**${escapeMarkdown(kindName(mechanism))}: ${escapeMarkdown(nameOf(mechanism))}**`,
      status === undefined ? undefined : escapeMarkdown(status),
      motor === undefined ? undefined : `${escapeMarkdown(motor)} motor`,
      idMark(mechanism),
    ),
    course(project, mechanism),
    lines(
      listed(
        'Part of',
        names(
          project,
          project.linksFrom(mechanism, 'part-of').map(({ to }) => elementOfNode(to)),
        ),
      ),
      listed('Parts', names(project, partsOf(project, mechanism))),
      labelled('Who acts', project, mechanism, 'entities'),
      labelled('How', project, mechanism, 'activities'),
      labelled('Scope', project, mechanism, 'scope'),
      labelled('Instance of', project, mechanism, 'instantiates'),
      labelled('Rivals', project, mechanism, 'rival'),
    ),
    groundsOf(project, mechanism),
    triangulationLine(triangulationOf(project, mechanism)),
    missing(project, mechanism),
  ];
}

/** The course of a mechanism as a list: trigger, steps in order, outcome. */
function course(project: Project, mechanism: Element): string {
  const trigger = valueLine(project, mechanism, 'trigger', ' + ');
  const outcome = valueLine(project, mechanism, 'outcome', ' + ');
  const steps = stepsOf(project, mechanism).map((step) => {
    const number = attributeOf(step, 'n')?.text;
    const condition = attributeOf(step, 'when')?.text;
    const when = condition ? `*when ${escapeMarkdown(condition)}:* ` : '';
    return `- → ${number ? `**${escapeMarkdown(number)}** ` : ''}${when}${escapeMarkdown(nameOf(step))}`;
  });
  return [
    ...(trigger ? [`- **trigger** ${trigger}`] : []),
    ...steps,
    ...(outcome ? [`- **⇒ outcome** ${outcome}`] : []),
  ].join('\n');
}

function missing(project: Project, mechanism: Element): string | undefined {
  const bare = stepsOf(project, mechanism).filter((step) => lacksEvidence(project, step));
  const gaps = [
    ...gapsOf(project, mechanism).map((gap) => `no ${gap}`),
    ...bare.map((step) => {
      const number = attributeOf(step, 'n')?.text;
      return `no evidence for ${number ? `step ${escapeMarkdown(number)}` : escapeMarkdown(nameOf(step))}`;
    }),
  ];
  return gaps.length > 0 ? `⚠ **Missing:** ${gaps.join(', ')}` : undefined;
}

function names(project: Project, elements: readonly (Element | undefined)[]): string[] {
  return elements.flatMap((element) => (element ? mention(project, element) : []));
}
