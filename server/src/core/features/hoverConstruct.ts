import {
  attributeOf,
  definitionsOf,
  elementOfNode,
  termOf,
  wordingsOf,
  type Element,
  type Project,
} from '../project';
import { listed } from './attributeValues';
import { count, dotted, escapeMarkdown, lines, list, shorten } from './markdown';
import { idMark, kindName, mention } from './naming';
import { placeLink } from './places';
import { usesOf } from './uses';

/** How much of a definition is shown. */
const DEFINITION = 400;

/** A construct: term and definition, other wordings, what it belongs to, where it is defined, how often it is used. */
export function hoverConstruct(project: Project, construct: Element): (string | undefined)[] {
  const term = termOf(construct);
  const aliases = wordingsOf(construct).filter((wording) => wording !== term);
  const uses = usesOf(project, { type: 'element', element: construct }).length;
  return [
    dotted(
      `**${escapeMarkdown(term)}**`,
      escapeMarkdown(
        [attributeOf(construct, 'tier')?.text, kindName(construct).toLowerCase()]
          .filter(Boolean)
          .join(', '),
      ),
      idMark(construct),
    ),
    definition(project, construct),
    lines(
      aliases.length > 0 ? `**Also** ${aliases.map(escapeMarkdown).join('; ')}` : undefined,
      listed(
        'Part of',
        names(
          project,
          project.linksFrom(construct, 'broader').map(({ to }) => elementOfNode(to)),
        ),
      ),
      listed(
        'Parts',
        names(
          project,
          project.linksTo(construct, 'broader').map(({ from }) => elementOfNode(from)),
        ),
      ),
      level(construct),
    ),
    dotted(uses === 0 ? 'not used yet' : count(uses, 'use'), where(project, construct)),
  ];
}

function definition(project: Project, construct: Element): string {
  const definitions = definitionsOf(construct);
  const [only] = definitions;
  if (!only) return '⚠ *Defined nowhere*';
  if (definitions.length === 1) return escapeMarkdown(shorten(only.text, DEFINITION));
  return list(
    definitions.map(
      ({ text, place }) =>
        `${escapeMarkdown(shorten(text, DEFINITION / 2))} (${placeLink(project, place)})`,
    ),
  );
}

function where(project: Project, construct: Element): string {
  const [defined] = definitionsOf(construct);
  return defined
    ? `defined in ${placeLink(project, defined.place)}`
    : `tagged in ${placeLink(project, construct.place)}`;
}

function level(construct: Element): string | undefined {
  const text = attributeOf(construct, 'level')?.text;
  return text === undefined ? undefined : `**Level** ${escapeMarkdown(text)}`;
}

function names(project: Project, elements: readonly (Element | undefined)[]): string[] {
  return elements.flatMap((element) => (element ? mention(project, element) : []));
}
