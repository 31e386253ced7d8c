import {
  attributeOf,
  elementOfNode,
  failed,
  valueOf,
  type Element,
  type Link,
  type Project,
} from '../../project';
import { orphanEvidence } from '../../rules/orphanEvidence';
import { findingsOn, problemsOf } from '../findingsOn';
import { attributionOf } from '../grounds';
import { tooltipOf } from './claimRow';
import { claimStateOf, stateWords } from './claimState';
import { elementRow, missingRow, type Row } from './row';

/** Whether nothing rests on a piece of evidence, although it does not only set a scene. */
export function isUnused(project: Project, evidence: Element): boolean {
  return problemsOf(project, evidence, orphanEvidence).length > 0;
}

/**
 * The row of a piece of evidence below its source: where in the source it is, and what it bears on.
 * @param missing rows that say what else is missing
 */
export function evidenceRow(
  project: Project,
  evidence: Element,
  missing: readonly Row[] = [],
): Row {
  const links = [
    ...project.linksFrom(evidence, 'supports'),
    ...project.linksFrom(evidence, 'challenges'),
  ];
  const unused = isUnused(project, evidence);
  const children = [
    ...missing,
    ...(findingsOn(project, evidence, orphanEvidence).length > 0
      ? [missingRow('nothing rests on it', evidence.place)]
      : []),
    ...links.flatMap((link) => targetRow(project, link)),
  ];
  const description = [
    ...['loc', 'date'].map((name) => attributeOf(evidence, name)?.text ?? ''),
    valueOf(evidence, 'display') === 'context' ? 'sets the scene' : '',
    unused ? 'not used' : '',
    bearing(links),
  ];
  return elementRow('evidence', evidence, description, children, {
    tooltip: tooltipOf(evidence, [attributionOf(project, evidence) ?? '']),
    isOpen: false,
    ...(unused ? { state: 'unused' } : {}),
  });
}

/** `supports 2, challenges 1`. */
function bearing(links: readonly Link[]): string {
  return (['supports', 'challenges'] as const)
    .map((kind) => ({ kind, number: links.filter((link) => link.kind === kind).length }))
    .filter(({ number }) => number > 0)
    .map(({ kind, number }) => `${kind} ${number}`)
    .join(', ');
}

function targetRow(project: Project, link: Link): Row[] {
  const target = elementOfNode(link.to);
  if (!target) return [];
  const { kind } = target;
  const role = kind === 'mechanism' || kind === 'step' ? kind : 'claim';
  const state = kind === 'claim' ? claimStateOf(project, target) : undefined;
  const description = [
    failed(link) ? 'failed its test' : link.kind,
    kind === 'claim' ? (valueOf(target, 'type') ?? '') : kind,
    stateWords(state),
  ];
  return [
    elementRow(role, target, description, [], {
      tooltip: tooltipOf(target, description),
      ...(state ? { state } : {}),
    }),
  ];
}
