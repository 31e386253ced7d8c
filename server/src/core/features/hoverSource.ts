import type { Source } from '../config';
import { elementOfNode, type Element, type Project } from '../project';
import { checkQuotationsOf } from '../sources/quotations';
import { contentOf, isInQdaProject, TEXT } from '../sources/contents';
import type { SourceText } from '../sources/texts';
import { informantOf } from '../sources/triangulation';
import { code, count, dotted, escapeMarkdown, lines, paragraphs } from './markdown';
import { lastPart, markdownLink, placeLink } from './places';

/** So many speakers of a file are named. */
const MOST_SPEAKERS = 6;

/**
 * A declared source: kind, who speaks, for which party, when, in which file and with which speakers, how much evidence comes
 * from it, and whether its file has the quotations.
 */
export function hoverSource(project: Project, source: Source): string {
  const evidence = new Set(
    project
      .linksOf({ type: 'source', id: source.id })
      .filter(({ kind }) => kind === 'source')
      .flatMap(({ from }) => elementOfNode(from) ?? []),
  );
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
      ...fileLines(project, source),
      sameInformant(project, source),
    ),
    dotted(
      evidence.size === 0
        ? 'no evidence from it yet'
        : count(evidence.size, 'piece of evidence', 'pieces of evidence'),
      quotations(project, source, evidence),
      `declared in ${placeLink(project, source.place)}`,
    ),
  );
}

/** The file, whether it can be read, and who speaks in it. */
function fileLines(project: Project, source: Source): (string | undefined)[] {
  const { file, access } = source;
  const content = contentOf(project, source, TEXT);
  const name = file === undefined ? undefined : `**File** ${code(file)}`;
  if (!content || content.reading.state === 'pending') return [name];
  const { uri, within, reading } = content;
  if (reading.state === 'missing') {
    return [name && dotted(name, access === undefined ? '⚠ not there' : 'not on this machine')];
  }
  const link =
    file === undefined || isInQdaProject(content)
      ? name
      : `**File** ${markdownLink(uri, undefined, code(file))}`;
  if (reading.state === 'unreadable') {
    return [link && dotted(link, `⚠ not read: ${escapeMarkdown(reading.message)}`)];
  }
  const { note } = reading.value;
  return [
    link && dotted(link, text(note)),
    within === undefined
      ? undefined
      : `**QDA project** ${escapeMarkdown(`${within} in ${lastPart(uri)}`)}`,
    field('Speakers', speakersIn(reading.value)),
  ];
}

/** The speakers of a file, who speaks most first, with the number of their turns. */
function speakersIn({ turns }: SourceText): string | undefined {
  const numbers = new Map<string, number>();
  for (const { speaker } of turns) numbers.set(speaker, (numbers.get(speaker) ?? 0) + 1);
  const all = [...numbers].sort(([, a], [, b]) => b - a);
  if (all.length === 0) return undefined;
  const named = all.slice(0, MOST_SPEAKERS).map(([name, number]) => `${name} (${number})`);
  const rest = all.length - named.length;
  return [...named, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}

/** The other sources in which the same person speaks, who counts once. */
function sameInformant(project: Project, source: Source): string | undefined {
  const informant = informantOf(project, source);
  const others = project.sources.filter(
    (other) =>
      other.id !== source.id &&
      informant !== undefined &&
      informantOf(project, other) === informant,
  );
  return others.length === 0
    ? undefined
    : `**Same informant** ${others.map(({ id }) => code(id)).join(', ')}`;
}

/** How many of the quotations that name a source stand in its file as they are quoted. */
function quotations(
  project: Project,
  { id }: Source,
  evidence: ReadonlySet<Element>,
): string | undefined {
  const checked = [...evidence]
    .flatMap((one) => checkQuotationsOf(project, one))
    .flatMap((one) => (one.checked?.source.id === id ? one.checked.verdict.state : []));
  if (checked.length === 0) return undefined;
  const verbatim = checked.filter((state) => state === 'verbatim').length;
  return `${verbatim} of ${count(checked.length, 'quotation')} verbatim in its file`;
}

function field(label: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : `**${label}** ${escapeMarkdown(value)}`;
}

function text(value: string | undefined): string | undefined {
  return value === undefined ? undefined : escapeMarkdown(value);
}
