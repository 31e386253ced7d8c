import {
  elementOfNode,
  nodeKey,
  type Declaration,
  type Link,
  type Node,
  type Project,
  type ReferenceUse,
} from '../project';
import { nameOf } from './naming';
import { placeName } from './places';
import { dropUses } from './tagging/dropReferences';
import { refuse, retagging, type Refusal, type Retagging } from './tagging/result';

/**
 * Takes a link back, wherever it is declared: its references in attributes and its tests go. A link that stands in YAML or
 * comes of nesting is left to the author, who is told why.
 */
export function unlink(project: Project, link: Link): Retagging | Refusal {
  const uses: ReferenceUse[] = [];
  for (const declaration of link.declarations) {
    const use = useOf(project, declaration);
    if (typeof use === 'string') return refuse(reason(project, link, declaration));
    uses.push(use);
  }
  const edits = dropUses(project, uses);
  if (edits.size === 0) return refuse('There is nothing that could be taken back');
  const tests = link.tests.map(({ test }) => test);
  const notes = tests.length > 0 ? [`The ${tests.join(', ')} test went with the link`] : [];
  return retagging(edits, notes);
}

/** The reference that declares a link; why there is none in a tag. */
function useOf(
  project: Project,
  { by, owner, place }: Declaration,
): ReferenceUse | 'nesting' | 'elsewhere' {
  if (by === 'nesting') return 'nesting';
  const use = project
    .referencesFrom(owner)
    .find(
      (one) =>
        one.place.uri === place.uri &&
        one.place.range.start === place.range.start &&
        one.attribute?.origin === 'tag',
    );
  return use ?? 'elsewhere';
}

function reason(project: Project, { from, to }: Link, { by, place }: Declaration): string {
  const [inner, outer] = [nodeName(from), nodeName(to)];
  return by === 'nesting'
    ? `${inner} stands inside ${outer}, which links them: move it out of there, or say challenges= on it`
    : `The link between ${inner} and ${outer} is written in ${placeName(project, place)}; take it out there`;
}

function nodeName(node: Node): string {
  const element = elementOfNode(node);
  return element ? nameOf(element) : nodeKey(node);
}
