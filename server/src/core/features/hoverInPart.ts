import { definitionsOf, termOf, type Element, type Project } from '../project';
import { hoverSubject } from './hoverSubject';
import { code, dotted, escapeMarkdown, inQuotes, list, paragraphs, shorten } from './markdown';
import { idMark, kindName } from './naming';
import type { SubjectAt } from './subjectAt';

/** How much of the words of an element is shown. */
const TEXT = 280;

const READING = '*The project is still being read*';

/**
 * What there is to know of the thing at a place while only a part of its project has been read, as Markdown: what it is
 * itself, and nothing of what other files may add, so that nothing is said to be missing that only was not read yet.
 */
export function hoverInPart(project: Project, at: SubjectAt): string | undefined {
  const { subject, by } = at;
  switch (subject.type) {
    case 'element':
      return inPart(elementInPart(subject.element, by === 'introduction' || by === 'text'));
    case 'source':
      return inPart(dotted('**Source**', code(subject.source.id)));
    case 'citation':
      return inPart(code(`@${subject.key}`));
    case 'id':
      return hoverSubject(project, at);
    case 'unknown':
      return inPart(code(subject.id));
  }
}

function inPart(known: string): string {
  return paragraphs(known, READING);
}

function elementInPart(element: Element, inSight: boolean): string {
  if (element.kind === 'construct') {
    const definitions = definitionsOf(element).map(({ text }) =>
      escapeMarkdown(shorten(text, TEXT)),
    );
    const term = dotted(`**${escapeMarkdown(termOf(element))}**`, idMark(element));
    return paragraphs(term, definitions.length > 1 ? list(definitions) : definitions[0]);
  }
  const text = inSight ? '' : shorten(element.text, TEXT);
  return paragraphs(
    dotted(`**${escapeMarkdown(kindName(element))}**`, idMark(element)),
    text === '' ? undefined : escapeMarkdown(inQuotes(text)),
  );
}
