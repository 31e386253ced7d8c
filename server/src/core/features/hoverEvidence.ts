import { attributeOf, failed, valueOf, type Element, type Link, type Project } from '../project';
import { attributionOf, sourceKindOf, testsOf } from './grounds';
import { hoverQuotations } from './hoverQuotations';
import { hoverSelection } from './hoverSelection';
import { dotted, escapeMarkdown, list } from './markdown';
import { idMark, kindName, nodeMention } from './naming';

/** A piece of evidence: kind, speaker, date and place, and what it supports and challenges, with tests. */
export function hoverEvidence(project: Project, evidence: Element): (string | undefined)[] {
  const attribution = attributionOf(project, evidence);
  const supports = project.linksFrom(evidence, 'supports');
  const scene = valueOf(evidence, 'display') === 'context';
  const supported = targets(
    project,
    supports.filter((link) => !failed(link)),
  );
  const challenged = targets(project, [
    ...project.linksFrom(evidence, 'challenges'),
    ...supports.filter(failed),
  ]);
  return [
    dotted(
      `**${escapeMarkdown(kindName(evidence))}**`,
      text(sourceKindOf(project, evidence)),
      text(attributeOf(evidence, 'form')?.text),
      text(attributeOf(evidence, 'access')?.text),
      idMark(evidence),
    ),
    attribution === undefined ? '⚠ *No source is named*' : `— ${escapeMarkdown(attribution)}`,
    hoverQuotations(project, evidence),
    scene ? '*Sets a scene and supports nothing*' : undefined,
    supported && !scene ? `**Supports**\n${supported}` : undefined,
    challenged && `**Speaks against**\n${challenged}`,
    !supported && !challenged && !scene ? '⚠ **Supports nothing yet**' : undefined,
    hoverSelection(project, evidence),
  ];
}

function targets(project: Project, links: readonly Link[]): string | undefined {
  if (links.length === 0) return undefined;
  return list(links.map((link) => dotted(nodeMention(project, link.to), testsOf(link))));
}

function text(value: string | undefined): string | undefined {
  return value === undefined ? undefined : escapeMarkdown(value);
}
