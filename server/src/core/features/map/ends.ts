import { stepsOf, type Element, type Project } from '../../project';
import { valueParts } from '../attributeValues';
import { nameOf } from '../naming';
import type { MapDraft } from './draft';
import { anchorOf } from './mechanisms';

/** Adds what sets a mechanism off and what comes of it and of its steps. */
export function addEnds(project: Project, mechanism: Element, draft: MapDraft): void {
  const own = draft.keyOf(mechanism);
  const parent = draft.node(own)?.parent;
  for (const cause of endsOf(project, mechanism, 'trigger', parent, draft)) {
    if (cause !== own) draft.addEdge('trigger', cause, own);
  }
  const led = new Set<string>();
  for (const step of stepsOf(project, mechanism)) {
    const anchor = anchorOf(step, draft);
    for (const effect of endsOf(project, step, 'outcome', parent, draft)) {
      led.add(effect);
      if (effect !== anchor) draft.addEdge('outcome', anchor, effect);
    }
  }
  for (const effect of endsOf(project, mechanism, 'outcome', parent, draft)) {
    if (led.has(effect) || effect === own) continue;
    draft.addEdge('outcome', own, effect);
  }
}

/** The key of what a phrase or reference names, as a node that is added where it is not there. */
function endsOf(
  project: Project,
  element: Element,
  role: 'trigger' | 'outcome',
  parent: string | undefined,
  draft: MapDraft,
): string[] {
  return valueParts(element, role).map(({ text, reference, place }, index) => {
    const named = reference?.kind === 'id' ? project.element(reference.target) : undefined;
    if (named?.kind === 'step' && draft.has(named)) return anchorOf(named, draft);
    if (named && draft.has(named)) return draft.keyOf(named);
    if (named?.kind === 'construct') return addConstruct(named, draft);
    const inside = parent === undefined ? {} : { parent };
    if (named) {
      const label = nameOf(named, Number.POSITIVE_INFINITY);
      return draft.addElement(named, role, { label, ...inside });
    }
    const key = `${draft.keyOf(element)} ${role} ${index + 1}`;
    return draft.addNode(key, role, { label: text, place, ...inside });
  });
}

/** Adds a construct; what is drawn inside what is found out once all are there. */
export function addConstruct(construct: Element, draft: MapDraft): string {
  const label = nameOf(construct, Number.POSITIVE_INFINITY);
  const text = construct.text === '' || construct.text === label ? '' : `\n${construct.text}`;
  return draft.addElement(construct, 'construct', { label, text: `Construct: ${label}${text}` });
}
