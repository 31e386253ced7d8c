import { attributeOf, elementOfNode, type Element, type Project } from '../../project';
import { valueParts } from '../attributeValues';
import { nameOf } from '../naming';
import type { MapDraft } from './draft';
import { addConstruct } from './ends';
import { anchorOf } from './mechanisms';
import { takesPart } from './shown';

/**
 * Adds the directed propositions as arrows from cause to effect.
 * @param isFocused whether only those are wanted that report a mechanism of the map, or join what is in it
 */
export function addCauses(project: Project, isFocused: boolean, draft: MapDraft): void {
  const causal = project.elementsWith('cause').filter((claim) => {
    if (claim.kind !== 'claim' || !takesPart(project, claim)) return false;
    if (attributeOf(claim, 'effect') === undefined) return false;
    return !isFocused || isAbout(project, claim, draft);
  });
  for (const claim of causal) {
    const sign = attributeOf(claim, 'sign')?.text;
    const label = attributeOf(claim, 'label')?.text ?? '';
    for (const from of sidesOf(project, claim, 'cause', draft)) {
      for (const to of sidesOf(project, claim, 'effect', draft)) {
        if (from === to) continue;
        draft.addEdge('causes', from, to, {
          label,
          text: `${label === '' ? 'Proposition' : label}: ${claim.text}`,
          place: claim.place,
          ...(sign === undefined ? {} : { sign }),
          ...(claim.id === undefined ? {} : { id: claim.id }),
        });
      }
    }
  }
}

function isAbout(project: Project, claim: Element, draft: MapDraft): boolean {
  const reported = project.linksFrom(claim, 'reports');
  const sides = [...project.linksFrom(claim, 'cause'), ...project.linksFrom(claim, 'effect')];
  const isIn = ({ to }: (typeof sides)[number]) => {
    const element = elementOfNode(to);
    return element !== undefined && draft.has(element);
  };
  return reported.some(isIn) || (sides.length > 1 && sides.every(isIn));
}

function sidesOf(
  project: Project,
  claim: Element,
  side: 'cause' | 'effect',
  draft: MapDraft,
): string[] {
  return valueParts(claim, side).map(({ text, reference, place }, index) => {
    const named = reference?.kind === 'id' ? project.element(reference.target) : undefined;
    if (named?.kind === 'construct') return addConstruct(named, draft);
    if (named?.kind === 'step' && draft.has(named)) return anchorOf(named, draft);
    if (named && draft.has(named)) return draft.keyOf(named);
    const label = named ? nameOf(named, Number.POSITIVE_INFINITY) : text;
    const key = `${draft.keyOf(claim)} ${side} ${index + 1}`;
    return draft.addNode(key, 'construct', { label, place });
  });
}
