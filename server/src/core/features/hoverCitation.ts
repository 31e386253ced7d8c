import type { Project } from '../project';
import { libraryOf, referenceParts, type Work } from '../sources/bibliography';
import { code, escapeMarkdown, list, paragraphs } from './markdown';
import { nodeMention } from './naming';
import { WORK_PHRASES } from './workPhrases';

/**
 * A cited work: its reference as the bibliography has it, and what it does in the argument; nothing for one of which
 * neither is known.
 */
export function hoverCitation(project: Project, key: string): string | undefined {
  const entry = libraryOf(project).find(key)?.entry;
  const node = { type: 'citation', key } as const;
  const items = project.linksOf(node).flatMap((link) => {
    const phrase = WORK_PHRASES[link.kind];
    if (phrase === undefined) return [];
    const other = link.from.type === 'citation' ? link.to : link.from;
    return `${phrase} ${nodeMention(project, other)}`;
  });
  if (!entry && items.length === 0) return undefined;
  return paragraphs(
    `**Cited work** ${code(`@${key}`)}`,
    entry && referenceMarkdown(entry.work),
    items.length > 0 ? list(items) : undefined,
  );
}

/** `Van de Ven, A. H. & Poole, M. S. (1995). Explaining development. *Journal*, 20(3), 510–540. [doi:…](…)` */
function referenceMarkdown(work: Work): string | undefined {
  const { who, title, container, details, link } = referenceParts(work);
  const place = [container === '' ? '' : `*${escapeMarkdown(container)}*`, escapeMarkdown(details)]
    .filter((part) => part !== '')
    .join(', ');
  const sentences = [escapeMarkdown(who), escapeMarkdown(title), place].filter(
    (sentence) => sentence !== '',
  );
  const text = sentences.map((sentence) => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`));
  if (link) text.push(`[${escapeMarkdown(link.text)}](<${link.url}>)`);
  return text.length > 0 ? text.join(' ') : undefined;
}
