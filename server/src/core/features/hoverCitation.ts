import type { Project } from '../project';
import { code, list, paragraphs } from './markdown';
import { nodeMention } from './naming';
import { WORK_PHRASES } from './workPhrases';

/** What a cited work does in the argument; nothing for one that is only cited. */
export function hoverCitation(project: Project, key: string): string | undefined {
  const node = { type: 'citation', key } as const;
  const items = project.linksOf(node).flatMap((link) => {
    const phrase = WORK_PHRASES[link.kind];
    if (phrase === undefined) return [];
    const other = link.from.type === 'citation' ? link.to : link.from;
    return `${phrase} ${nodeMention(project, other)}`;
  });
  return items.length > 0
    ? paragraphs(`**Cited work** ${code(`@${key}`)}`, list(items))
    : undefined;
}
