import type { Source } from '../config';
import { elementOfNode, type Project } from '../project';
import { code, count, dotted, escapeMarkdown, lines, paragraphs } from './markdown';
import { placeLink } from './places';

/** A declared source: kind, who speaks, for which party, when, in which file, and how much evidence comes from it. */
export function hoverSource(project: Project, source: Source): string {
  const evidence = new Set(
    project
      .linksOf({ type: 'source', id: source.id })
      .filter(({ kind }) => kind === 'source')
      .flatMap(({ from }) => elementOfNode(from)?.key ?? []),
  ).size;
  return paragraphs(
    dotted(
      '**Source**',
      text(source.kind),
      source.access === undefined ? undefined : text(source.access),
      code(source.id),
    ),
    lines(
      field('Title', source.title),
      field('Informant', source.informant),
      field('Role', source.role),
      field('Party', source.party),
      field('Date', source.date),
      field('Period', source.period),
      field('Language', source.lang),
      source.file === undefined ? undefined : `**File** ${code(source.file)}`,
    ),
    dotted(
      evidence === 0
        ? 'no evidence from it yet'
        : count(evidence, 'piece of evidence', 'pieces of evidence'),
      `declared in ${placeLink(project, source.place)}`,
    ),
  );
}

function field(label: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : `**${label}** ${escapeMarkdown(value)}`;
}

function text(value: string | undefined): string | undefined {
  return value === undefined ? undefined : escapeMarkdown(value);
}
