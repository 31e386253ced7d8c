import { attributeOf, isAdmittedGap, valueOf, type Element, type Project } from '../project';
import { triangulationOf } from '../sources/triangulation';
import { groundsOf, lacksGrounds } from './grounds';
import { dotted, escapeMarkdown, lines } from './markdown';
import { idMark, kindName, mention } from './naming';
import { triangulationLine } from './triangulationWords';
import { labelled, listed } from './attributeValues';

/** A claim: type, status, what it rests on, what speaks against it, warrant, qualifier and rebuttal. */
export function hoverClaim(project: Project, claim: Element): (string | undefined)[] {
  const status = valueOf(claim, 'status');
  const head = dotted(
    `**${[kindName(claim), attributeOf(claim, 'label')?.text]
      .filter(Boolean)
      .map((word) => escapeMarkdown(word ?? ''))
      .join(' ')}**`,
    escapeMarkdown(valueOf(claim, 'type') ?? ''),
    value(claim, 'qualifier'),
    status === 'asserted' ? undefined : escapeMarkdown(status ?? ''),
    idMark(claim),
  );
  return [
    head,
    direction(project, claim),
    groundsOf(project, claim) ?? noGrounds(project, claim),
    triangulationLine(triangulationOf(project, claim)),
    lines(
      labelled('Warrant', project, claim, 'warrant'),
      labelled('Backing', project, claim, 'backing'),
      labelled('Unless', project, claim, 'rebuttal'),
      labelled('Scope', project, claim, 'scope'),
      labelled('About', project, claim, 'constructs'),
      labelled('Reports', project, claim, 'mechanism'),
      labelled('Answers', project, claim, 'answers'),
      labelled('Limits', project, claim, 'limits'),
      labelled('Extends', project, claim, 'extends'),
      labelled('Contrasts with', project, claim, 'contrasts'),
    ),
    lines(
      incoming(project, claim, 'answers', 'Answered by'),
      incoming(project, claim, 'limits', 'Limited by'),
      incoming(project, claim, 'premise', 'Grounds for'),
    ),
  ];
}

function noGrounds(project: Project, claim: Element): string | undefined {
  if (isAdmittedGap(claim)) return '*An admitted gap: nothing supports it yet*';
  if (!lacksGrounds(project, claim)) return undefined;
  return '⚠ **Rests on nothing yet**: neither evidence nor premise';
}

function direction(project: Project, claim: Element): string | undefined {
  const cause = labelled('Cause', project, claim, 'cause');
  const effect = labelled('Effect', project, claim, 'effect');
  if (!cause && !effect) return undefined;
  return dotted(cause, value(claim, 'sign'), effect);
}

function incoming(
  project: Project,
  claim: Element,
  kind: 'answers' | 'limits' | 'premise',
  label: string,
): string | undefined {
  const names = project
    .linksTo(claim, kind)
    .flatMap(({ from }) => (from.type === 'element' ? mention(project, from.element) : []));
  return listed(label, names);
}

function value(claim: Element, name: string): string | undefined {
  const text = attributeOf(claim, name)?.text;
  return text === undefined ? undefined : escapeMarkdown(text);
}
