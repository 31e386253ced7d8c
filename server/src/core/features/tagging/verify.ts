import type { Kind } from '../../model';
import {
  emphasisedText,
  rehearse,
  visibleText,
  type Attributed,
  type Carrier,
  type Leaf,
  type Rehearsed,
  type SyntaxDocument,
  type SyntaxFacts,
} from '../../syntax';
import { overlaps, type TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';

/** What edits are meant to bring about. */
export interface Intention {
  readonly edits: readonly TextEdit[];
  readonly carrier: Carrier;
  readonly kind: Kind;
  readonly id: string;
  /** What the new tag is to hold, in the text before the edits. */
  readonly content: TextRange;
}

/** A text after edits that did what they were meant to do. */
export interface Verified {
  readonly document: SyntaxDocument;
  readonly element: Attributed;
}

/**
 * Tries the edits: the new tag must be there with exactly its content, and everything else as it was. Nothing is given
 * back where Pandoc would read it differently. What is given back holds until other edits are tried on the same document.
 */
export function verify(before: SyntaxDocument, intention: Intention): Verified | undefined {
  const { edits, carrier, kind, id, content } = intention;
  const trial = rehearse(before, edits);
  const { document } = trial;
  const [old, now] = partsOf(before, trial);
  const element = now.elements.find(
    (candidate) => candidate.id?.value === id && candidate.carrier === carrier,
  );
  if (!element?.classes.some(({ name }) => name === kind)) return undefined;
  const same =
    seen(document, element.contentRange) === seen(before, content) &&
    sameElements(old, now, element) &&
    sameLeaves(old, now, edits) &&
    sameMentions(old, now);
  return same ? { document, element } : undefined;
}

/** Whether a text reads the same after edits but for an element that they take away, or from which they take marks. */
export function readsAlike(
  document: SyntaxDocument,
  edits: readonly TextEdit[],
  gone: Attributed,
): boolean {
  const [before, after] = partsOf(document, rehearse(document, edits));
  const isGone = after.elements.length === before.elements.length - 1;
  const rest = isGone ? before.elements.filter((element) => element !== gone) : before.elements;
  return (
    rest.length === after.elements.length &&
    rest.every(({ carrier }, index) => carrier === after.elements[index]?.carrier) &&
    sameLeaves(before, after, edits) &&
    sameMentions(before, after)
  );
}

/** The text of a range as its reader sees it. */
export function seen(document: SyntaxDocument, range: TextRange): string {
  return visibleText(document, range).text.trim();
}

/** What stands in the part of a document that edits may concern. */
interface Part extends Pick<SyntaxFacts, 'elements' | 'links' | 'citations' | 'failedAttributes'> {
  readonly document: SyntaxDocument;
  /** But for those of front matter, where a text without markup is none. */
  readonly leaves: readonly Leaf[];
}

function partsOf(before: SyntaxDocument, { document, concerned }: Rehearsed): [Part, Part] {
  return [partOf(before, concerned.before), partOf(document, concerned.after)];
}

function partOf(document: SyntaxDocument, range: TextRange): Part {
  const blocks = document.blocksAround(range);
  return {
    document,
    elements: blocks.flatMap(({ elements }) => elements),
    links: blocks.flatMap(({ links }) => links),
    citations: blocks.flatMap(({ citations }) => citations),
    failedAttributes: blocks.flatMap(({ failedAttributes }) => failedAttributes),
    leaves: blocks.flatMap(({ leaves }) => leaves.filter(({ kind }) => kind !== 'metadata')),
  };
}

function sameMentions(before: Part, after: Part): boolean {
  return (
    before.failedAttributes.length >= after.failedAttributes.length &&
    before.links.length === after.links.length &&
    before.citations.map(({ key }) => key).join() === after.citations.map(({ key }) => key).join()
  );
}

/** All old elements are still there; the new tag is one more, or one of them with attributes added. */
function sameElements(before: Part, after: Part, added: Attributed): boolean {
  const extra = after.elements.length - before.elements.length;
  if (extra < 0 || extra > 1) return false;
  const rest = extra === 1 ? after.elements.filter((element) => element !== added) : after.elements;
  return rest.every((element, index) => {
    const old = before.elements[index];
    if (old?.carrier !== element.carrier) return false;
    return (
      element === added ||
      (old.id?.value === element.id?.value && classes(old) === classes(element))
    );
  });
}

/** All blocks of text are still there, and those near the edits and on either side of them read as before. */
function sameLeaves(before: Part, after: Part, edits: readonly TextEdit[]): boolean {
  const [old, now] = [before.leaves, after.leaves];
  if (old.length !== now.length) return false;
  const start = Math.min(...edits.map(({ range }) => range.start)) - 1;
  const end = Math.max(...edits.map(({ range }) => range.end)) + 1;
  const isNear = (leaf: Leaf | undefined) => !!leaf && overlaps(leaf.range, { start, end });
  return old.every((leaf, index) => {
    const same = now[index];
    if (same?.kind !== leaf.kind || same.context !== leaf.context) return false;
    if (![index - 1, index, index + 1].some((place) => isNear(old[place]))) return true;
    return emphasisedText(before.document, leaf) === emphasisedText(after.document, same);
  });
}

function classes({ classes: tokens }: Attributed): string {
  return tokens.map(({ name }) => name).join(' ');
}
