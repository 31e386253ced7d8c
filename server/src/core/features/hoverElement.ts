import type { Element, Project } from '../project';
import { hoverClaim } from './hoverClaim';
import { hoverConstruct } from './hoverConstruct';
import { hoverEvidence } from './hoverEvidence';
import { hoverMechanism } from './hoverMechanism';
import { hoverStep } from './hoverStep';
import { dotted, escapeMarkdown, inQuotes, paragraphs, shorten } from './markdown';
import { placeLink } from './places';
import { usesOf } from './uses';
import { attributeOf } from '../project';

/** How much of the tagged text is shown where it is out of sight. */
const TEXT = 280;

/**
 * What there is to know of an element, as Markdown.
 * @param inSight whether the reader is looking at its words, so that they need not be repeated
 */
export function hoverElement(project: Project, element: Element, inSight: boolean): string {
  const words = inSight || element.kind === 'construct' || element.kind === 'mechanism';
  const text = words ? '' : shorten(element.text, TEXT);
  const note = attributeOf(element, 'note')?.text;
  const [head = '', ...body] = describe(project, element);
  return paragraphs(
    head,
    text === '' ? undefined : escapeMarkdown(inQuotes(text)),
    ...body,
    note ? `*Note:* ${escapeMarkdown(note)}` : undefined,
    // Of constructs, this is said in words.
    element.kind === 'construct' ? undefined : whereabouts(project, element, inSight),
  );
}

/** More places than this are counted. */
const PLACES = 3;

/** Where an element stands, and where it is named, as links. */
function whereabouts(project: Project, element: Element, inSight: boolean): string {
  const uses = usesOf(project, { type: 'element', element }).map((use) => placeLink(project, use));
  const links = [...new Set(uses)];
  const rest = links.length - PLACES;
  const shown = [...links.slice(0, PLACES), ...(rest > 0 ? [`${rest} more`] : [])];
  return dotted(
    inSight ? undefined : `in ${placeLink(project, element.place)}`,
    shown.length > 0 ? `named in ${shown.join(', ')}` : undefined,
  );
}

function describe(project: Project, element: Element): readonly (string | undefined)[] {
  switch (element.kind) {
    case 'claim':
      return hoverClaim(project, element);
    case 'evidence':
      return hoverEvidence(project, element);
    case 'mechanism':
      return hoverMechanism(project, element);
    case 'step':
      return hoverStep(project, element);
    case 'construct':
      return hoverConstruct(project, element);
  }
}
