import type { Kind, Tag } from '../../model';
import type { Project } from '../../project';
import { firstFrom } from '../../text/search';
import type { TextRange } from '../../text/range';
import { markupOf } from './markup';

/** How a tag is shown to who reads: its words stay, its markup shrinks to a chip. */
export interface TagMark {
  readonly kind: Kind;
  /** The class as written, with the number of a step or the label of a claim: `stage 2`, `claim H1a`. */
  readonly label: string;
  /** The tagged words; absent for what covers whole blocks. */
  readonly words?: TextRange;
  /** The markup in the place of which the chip stands. */
  readonly chip: TextRange;
  /** The markup at the other end of the words. */
  readonly end?: TextRange;
}

/**
 * The tags of which something stands in a part of a manuscript, in the order in which they start; none in a file that
 * takes no part. The cost is that of the part, however long the manuscript is.
 */
export function tagMarks(project: Project, uri: string, range: TextRange): TagMark[] {
  return tagsIn(project, uri, range).flatMap((tag) => markOf(tag) ?? []);
}

/** The tags that share text with a range, or touch it, in the order in which they start. */
export function tagsIn(project: Project, uri: string, { start, end }: TextRange): Tag[] {
  const file = project.file(uri);
  if (!file?.participates) return [];
  const { facts } = file;
  const tags = facts.currentTags;
  const startOf = ({ source }: Tag): number => source.range.start;
  const first = firstFrom(tags, start, startOf);
  const around = facts.tagsAt(start).filter((tag) => startOf(tag) < start);
  return [...around.reverse(), ...tags.slice(first, firstFrom(tags, end + 1, startOf))];
}

function markOf(tag: Tag): TagMark | undefined {
  const { kind, source } = tag;
  const { opening, closing, main } = markupOf(tag, tag.document);
  const [chip, end] = main === 'opening' ? [opening, closing] : [closing, opening];
  if (!chip || chip.start === chip.end) return undefined;
  const isBlock = source.carrier === 'div' || source.carrier === 'table';
  return {
    kind,
    label: tagLabel(tag),
    ...(isBlock ? {} : { words: source.contentRange }),
    chip,
    ...(end ? { end } : {}),
  };
}

/** What a step's number or a claim's label is written as. */
const NUMBERS: Readonly<Partial<Record<Kind, string>>> = { step: 'n', claim: 'label' };

/** A tag in a word or two: its class as written, with the number of a step or the label of a claim. */
export function tagLabel({ kind, classToken, attributes }: Tag): string {
  const number = attributes.find(({ name }) => name === NUMBERS[kind])?.text.trim() ?? '';
  // What is no number or label fits into no chip.
  return number === '' || number.length > 8 ? classToken.name : `${classToken.name} ${number}`;
}
