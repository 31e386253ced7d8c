import type { Link, Project } from '../project';
import { code, list, paragraphs } from './markdown';
import { nodeMention } from './naming';

/** How a work bears on an element, by the kind of link that joins them. */
const PHRASES: Readonly<Partial<Record<Link['kind'], string>>> = {
  supports: 'supports',
  challenges: 'speaks against',
  warrants: 'warrants',
  backs: 'backs the warrant of',
  rebuts: 'rebuts',
  extends: 'is built on by',
  contrasts: 'is departed from by',
  rival: 'is a rival of',
  source: 'is the source of',
};

/** What a cited work does in the argument; nothing for one that is only cited. */
export function hoverCitation(project: Project, key: string): string | undefined {
  const node = { type: 'citation', key } as const;
  const items = project.linksOf(node).flatMap((link) => {
    const phrase = PHRASES[link.kind];
    if (phrase === undefined) return [];
    const other = link.from.type === 'citation' ? link.to : link.from;
    return `${phrase} ${nodeMention(project, other)}`;
  });
  return items.length > 0
    ? paragraphs(`**Cited work** ${code(`@${key}`)}`, list(items))
    : undefined;
}
