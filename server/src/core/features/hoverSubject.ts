import type { KnownId } from '../model';
import type { Project } from '../project';
import { hoverCitation } from './hoverCitation';
import { hoverElement } from './hoverElement';
import { hoverSource } from './hoverSource';
import { code, dotted, escapeMarkdown, shorten } from './markdown';
import { placeLink } from './places';
import type { SubjectAt } from './subjectAt';

const ID_KINDS: Readonly<Record<KnownId['kind'], string>> = {
  element: 'Identifier',
  heading: 'Section',
  cell: 'Code cell',
  equation: 'Equation',
  example: 'Example',
};

/** What there is to know of the thing at a place, as Markdown; nothing where there is nothing to say. */
export function hoverSubject(project: Project, { subject, by }: SubjectAt): string | undefined {
  switch (subject.type) {
    case 'element':
      return hoverElement(project, subject.element, by === 'introduction' || by === 'text');
    case 'source':
      return hoverSource(project, subject.source);
    case 'citation':
      return hoverCitation(project, subject.key);
    case 'id':
      return by === 'reference' ? hoverId(project, subject.known, subject.uri) : undefined;
    case 'unknown':
      return `⚠ Nothing in this project has the id ${code(subject.id)}`;
  }
}

function hoverId(project: Project, known: KnownId, uri: string): string {
  const heading = project.file(uri)?.facts.document.headings.find(({ id }) => id === known.id);
  return dotted(
    `**${ID_KINDS[known.kind]}**`,
    heading && escapeMarkdown(shorten(heading.text, 80)),
    code(`#${known.id}`),
    placeLink(project, { uri, range: known.range }),
  );
}
