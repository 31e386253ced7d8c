import { containsRange, type TextRange } from '../text/range';
import { firstFrom } from '../text/search';
import { identifierOf } from './automaticIdentifiers';
import type { Block } from './block';
import type { BlockList } from './blockList';
import type { HeadingFact, HeadingName } from './facts';
import { type RenderOptions, renderLeaf } from './inline/renderer';
import type { Definitions } from './inline/reader';
import { InlineScanner, type Surroundings } from './inline/scanner';
import { plainTextOf } from './inline/plainText';
import { TokenList } from './inline/tokenList';
import type { LeafFact, Question, RenderedLeaf } from './leafFact';
import { leavesBetween, leavesOfCell, sortAs } from './leafSearch';
import { keyOf } from './references';
import { fromSource, type ScannedText } from './source';
import type { VisibleText } from './types';

// Words with single blanks between them: nothing in such a text is markup or becomes another character.
const isPlain = /^[\p{L}\p{N},;:()?/%+]+(?: [\p{L}\p{N},;:()?/%+]+)*$/u;

/** A leaf was cut where its text ends, so nothing interrupts it any more. */
const leafSurroundings: Surroundings = {
  interrupts: () => false,
  paragraphEnd: (offset) => offset,
};

/** In so many blocks there is some text, if it is wanted at all. */
const MOST_BLOCKS = 256;

/** How a text was rendered; titles are rendered while headings are still being named. */
const enum Mode {
  Plain,
  PlainWithNotes,
  Prose,
  ProseWithNotes,
  Emphasis,
  Title,
  Identifier,
}

const nothing: Definitions = {
  isDefined: () => false,
  hasNote: () => false,
  exampleNumber: () => undefined,
};

/** The rendered text of a document's leaves, made when it is first asked for and kept as long as it is right. */
export class LeafTexts {
  readonly #list: BlockList;
  /** Made when the first leaf with markup is rendered: in most files that are only indexed, none is. */
  #scanning:
    | { readonly tokens: TokenList; readonly scanners: WeakMap<ScannedText, InlineScanner> }
    | undefined;

  /** What was defined when texts were last asked for, and the texts that were found to be right then. */
  #settled: Definitions | undefined;
  #right: WeakSet<RenderedLeaf> | undefined;

  constructor(list: BlockList) {
    this.#list = list;
  }

  /**
   * The text in a range of the source; leaves are joined by blanks. Notes count only where the range is inside one.
   * @param enough what comes behind a leaf with which the text is as long as this is left out, and what comes behind
   *   more blocks than anybody writes around the first words
   */
  textIn(
    range: TextRange,
    mode: RenderOptions['mode'],
    isInNote: boolean,
    definitions: Definitions,
    enough = Infinity,
  ): VisibleText {
    const { start, end } = range;
    const parts: Part[] = [];
    let size = 0;
    let blocks = 0;
    for (const leaves of this.#leavesByBlock(range, mode === 'plain')) {
      if (enough < Infinity && blocks++ > MOST_BLOCKS) break;
      for (const leaf of leaves) {
        const leafRange = leaf.range;
        const isLeftOut = leaf.context === 'note' && !isInNote;
        if (isLeftOut && !containsRange(leafRange, range)) continue;
        const rendered = this.render(leaf, modeOf(mode, isInNote), definitions);
        const shift = leafRange.start;
        const first = firstAtOrAfter(rendered.offsets, start - shift);
        const last = Math.min(firstAtOrAfter(rendered.offsets, end - shift), rendered.text.length);
        if (last <= first) continue;
        parts.push({ rendered, first, last, shift });
        size += last - first + 1;
        if (size > enough) return new JoinedText(parts, end);
      }
    }
    return new JoinedText(parts, end);
  }

  /**
   * The text of the content of a span or heading, found without reading the leaf around it: undefined where there is markup
   * in it, or where it may vanish as a part of a citation.
   */
  plainIn({ start, end }: TextRange): string | undefined {
    const block = this.#list.at(this.#list.indexAt(start));
    const leaf = onlyLeafIn(block, start, end);
    if (leaf === undefined || isInCitation(block, start, end)) {
      return undefined;
    }
    const { source } = leaf;
    const from = fromSource(source.scanned, start - block.shift) ?? -1;
    const to = fromSource(source.scanned, end - block.shift) ?? Infinity;
    if (from < source.start || to > source.end) return undefined;
    return plainTextOf(source.scanned.text, from, to);
  }

  /** The leaves that share text with a range, in the order of their starts. */
  leavesIn(range: TextRange): readonly LeafFact[] {
    const found: LeafFact[] = [];
    for (const leaves of this.#leavesByBlock(range, false)) {
      for (const leaf of leaves) found.push(leaf);
    }
    return found;
  }

  /** The leaves of each block that share text with a range, as they start or as Pandoc reads them. */
  *#leavesByBlock(
    { start, end }: TextRange,
    isInReadingOrder: boolean,
  ): Generator<readonly LeafFact[]> {
    const { blocks } = this.#list;
    for (let index = this.#list.indexAt(start); index < blocks.length; index++) {
      const block = blocks[index];
      if (block === undefined || block.start >= end) break;
      const { leaves, readingOrder, shift } = block;
      const isWhole = start <= block.start && block.end <= end;
      const isSorted = !isInReadingOrder || readingOrder === leaves;
      if (isWhole) {
        yield isSorted ? leaves : readingOrder;
      } else {
        const touched = leavesBetween(leaves, start - shift, end - shift);
        const near = leavesOfCell(touched, start - shift);
        yield isSorted ? near : sortAs(near, readingOrder);
      }
    }
  }

  /** The name of a heading, for which only headings before it are known. */
  nameOf(heading: HeadingFact, definitions: Definitions): HeadingName {
    const { leaf, name } = heading;
    const { scanned, start, end } = leaf.source;
    if (name !== undefined && leaf.rendered(Mode.Title)?.questions.length === 0) return name;
    const source = scanned.text.slice(start, end);
    const isSame = isPlain.test(source);
    const title = isSame ? source : this.render(leaf, Mode.Title, definitions).text;
    if (name?.title === title) return name;
    // To Pandoc nothing is defined yet when it makes the identifier.
    const isAlone = isSame || !/[[@]/.test(source);
    const text = isAlone ? title : this.render(leaf, Mode.Identifier, nothing).text;
    return (heading.name = { title, key: keyOf(source), base: identifierOf(text) });
  }

  /** The whole text of one leaf, with offsets from its start. */
  render(leaf: LeafFact, mode: Mode, definitions: Definitions): RenderedLeaf {
    const known = leaf.rendered(mode);
    if (known !== undefined && this.#isRight(known, mode, definitions)) return known;
    const inquiry = new Inquiry(definitions);
    const { text, offsets } = renderLeaf(leaf, {
      ...RENDERED[mode],
      definitions: mode === Mode.Identifier ? definitions : inquiry,
      scanner: this.#scannerFor(leaf.source.scanned),
    });
    const { from } = leaf.range;
    for (let unit = 0; unit < offsets.length; unit++) offsets[unit] = (offsets[unit] ?? 0) - from;
    const rendered = { text, offsets, questions: inquiry.questions };
    leaf.setRendered(mode, rendered);
    return rendered;
  }

  /** Whether a text would be the same now. What is defined is settled but while headings are being named. */
  #isRight(rendered: RenderedLeaf, mode: Mode, definitions: Definitions): boolean {
    if (rendered.questions.length === 0) return true;
    if (this.#settled !== definitions) {
      this.#settled = definitions;
      this.#right = undefined;
    }
    if (mode !== Mode.Title && this.#right?.has(rendered) === true) return true;
    if (!rendered.questions.every((question) => isStill(question, definitions))) return false;
    (this.#right ??= new WeakSet()).add(rendered);
    return true;
  }

  #scannerFor(scanned: ScannedText): InlineScanner {
    const { tokens, scanners } = (this.#scanning ??= {
      tokens: new TokenList(),
      scanners: new WeakMap(),
    });
    let scanner = scanners.get(scanned);
    if (scanner === undefined) {
      scanner = new InlineScanner(scanned.text, leafSurroundings, tokens);
      scanners.set(scanned, scanner);
    }
    return scanner;
  }
}

/** A part of the text of a leaf, in the present place of the leaf. */
interface Part {
  readonly rendered: RenderedLeaf;
  readonly first: number;
  readonly last: number;
  readonly shift: number;
}

/** The texts of leaves, joined by blanks. Many who ask need no offsets. */
class JoinedText implements VisibleText {
  readonly text: string;
  readonly #parts: readonly Part[];
  readonly #end: number;
  #offsets: Int32Array | undefined;

  constructor(parts: readonly Part[], end: number) {
    this.text = parts
      .map(({ rendered, first, last }) => rendered.text.slice(first, last))
      .join(' ');
    this.#parts = parts;
    this.#end = end;
  }

  get offsets(): Int32Array {
    return (this.#offsets ??= this.#joinOffsets());
  }

  #joinOffsets(): Int32Array {
    const joined = new Int32Array(this.text.length + 1);
    let at = 0;
    for (const { rendered, first, last, shift } of this.#parts) {
      const { offsets } = rendered;
      if (at > 0) joined[at++] = (offsets[first] ?? 0) + shift;
      for (let unit = first; unit < last; unit++) joined[at++] = (offsets[unit] ?? 0) + shift;
    }
    joined[at] = this.#end;
    return joined;
  }
}

/** Takes note of what a renderer wants to know, for that its text depends on. */
class Inquiry implements Definitions {
  readonly questions: Question[] = [];
  readonly #definitions: Definitions;

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  isDefined(label: string): boolean {
    const answer = this.#definitions.isDefined(label);
    this.questions.push({ about: 'reference', label, answer });
    return answer;
  }

  hasNote(label: string): boolean {
    const answer = this.#definitions.hasNote(label);
    this.questions.push({ about: 'note', label, answer });
    return answer;
  }

  exampleNumber(label: string): number | undefined {
    const answer = this.#definitions.exampleNumber(label);
    this.questions.push({ about: 'example', label, answer });
    return answer;
  }
}

function isStill({ about, label, answer }: Question, definitions: Definitions): boolean {
  switch (about) {
    case 'reference':
      return definitions.isDefined(label) === answer;
    case 'note':
      return definitions.hasNote(label) === answer;
    case 'example':
      return definitions.exampleNumber(label) === answer;
  }
}

const RENDERED: Readonly<Record<Mode, Pick<RenderOptions, 'mode' | 'withNotes'>>> = {
  [Mode.Plain]: { mode: 'plain', withNotes: false },
  [Mode.PlainWithNotes]: { mode: 'plain', withNotes: true },
  [Mode.Prose]: { mode: 'prose', withNotes: false },
  [Mode.ProseWithNotes]: { mode: 'prose', withNotes: true },
  [Mode.Emphasis]: { mode: 'emphasis', withNotes: true },
  [Mode.Title]: { mode: 'plain', withNotes: false },
  [Mode.Identifier]: { mode: 'plain', withNotes: false },
};

function modeOf(mode: RenderOptions['mode'], withNotes: boolean): Mode {
  if (mode === 'emphasis') return Mode.Emphasis;
  if (mode === 'plain') return withNotes ? Mode.PlainWithNotes : Mode.Plain;
  return withNotes ? Mode.ProseWithNotes : Mode.Prose;
}

/** The leaf that holds a range, where no other one is beside it. */
function onlyLeafIn({ leaves }: Block, start: number, end: number): LeafFact | undefined {
  const behind = firstFrom(leaves, start + 1, ({ range }) => range.start);
  const leaf = leaves[behind - 1];
  if (leaf === undefined || leaf.range.end < end) return undefined;
  const before = leaves[behind - 2];
  return before === undefined || before.range.end <= start ? leaf : undefined;
}

/** Whether a range is a part of what a citation says. */
function isInCitation({ citations }: Block, start: number, end: number): boolean {
  const behind = firstFrom(citations, start, ({ range }) => range.start);
  // The key stands before or behind the rest of its group.
  return [citations[behind - 1], citations[behind]].some(
    (citation) =>
      citation?.groupRange && citation.groupRange.start < end && citation.groupRange.end > start,
  );
}

function firstAtOrAfter(offsets: Int32Array, offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
