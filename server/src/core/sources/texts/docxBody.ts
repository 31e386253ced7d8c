import type { XmlElement, XmlHandler } from '../archive/xml';

/** The text of a document, and what is known of it. Offsets of the text. */
export interface DocxText {
  readonly text: string;
  /** Where paragraphs that are not empty begin. */
  readonly paragraphs: readonly number[];
  /** Where pages begin, as the program that saved the document laid them out; empty where it did not say. */
  readonly pages: readonly number[];
  /** Where bold type ends that begins with a paragraph and does not fill it, by the start of the paragraph. */
  readonly boldEnds: ReadonlyMap<number, number>;
}

/** What is no part of the text as a reader sees it, or stands there twice. */
const SKIPPED: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'delInstrText',
  'Fallback',
  'rt',
  'sectPr',
  'docPr',
  'separator',
  'continuationSeparator',
]);

/** Elements that stand for a character. */
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00AD',
};

/** A paragraph that is being read. */
interface Paragraph {
  text: string;
  /** Where pages begin in it. */
  readonly pages: number[];
  boldEnd: number;
  isBoldSoFar: boolean;
  /** Whether its end is deleted, so that it runs on into the next. */
  isJoined: boolean;
}

/** A row of a table that is being read: cells, and whether it is deleted. */
interface Row {
  readonly cells: Paragraph[][];
  isDeleted: boolean;
}

/** Collects the text of WordprocessingML, element by element. */
export class DocxBody implements XmlHandler {
  readonly #out: Paragraph[] = [];
  readonly #paragraphs: Paragraph[] = [];
  readonly #rows: Row[] = [];
  readonly #path: string[] = [];
  #skipped = 0;
  #isInText = false;
  #run = { isBold: false, isHidden: false };
  #joined: Paragraph | undefined;

  open(element: XmlElement): void {
    const { name } = element;
    const parent = this.#path.at(-1);
    this.#path.push(name);
    if (this.#skipped > 0) {
      this.#skipped++;
      return;
    }
    if (this.#isMarker(element, parent)) return;
    if (SKIPPED.has(name) || isSeparatorNote(element)) {
      this.#skipped = 1;
      return;
    }
    switch (name) {
      case 'p':
        this.#paragraphs.push(this.#joined ?? newParagraph());
        this.#joined = undefined;
        break;
      case 'tr':
        this.#rows.push({ cells: [], isDeleted: false });
        break;
      case 'tc':
        this.#rows.at(-1)?.cells.push([]);
        break;
      case 'r':
        this.#run = { isBold: false, isHidden: false };
        break;
      case 't':
        this.#isInText = true;
        break;
      case 'lastRenderedPageBreak':
        this.#markPage();
        break;
      default: {
        const character = parent === 'r' ? CHARACTERS[name] : undefined;
        if (character !== undefined) this.#add(character);
      }
    }
  }

  /** Properties, of which only a few say something about the text. */
  #isMarker(element: XmlElement, parent: string | undefined): boolean {
    const { name } = element;
    if (parent === 'trPr') {
      const row = this.#rows.at(-1);
      if (name === 'del' && row) row.isDeleted = true;
      return true;
    }
    if (parent !== 'rPr') return parent === 'pPr' && name !== 'rPr' && name !== 'sectPr';
    const isOfParagraph = this.#path.at(-3) === 'pPr';
    if (isOfParagraph) {
      const paragraph = this.#paragraphs.at(-1);
      if ((name === 'del' || name === 'moveFrom') && paragraph) paragraph.isJoined = true;
    } else if (name === 'b') this.#run.isBold = isOn(element);
    else if (name === 'rStyle' && element.attribute('val') === 'Strong') this.#run.isBold = true;
    else if (name === 'vanish') this.#run.isHidden = isOn(element);
    return true;
  }

  text(text: string): void {
    if (this.#isInText && this.#skipped === 0) this.#add(text);
  }

  close(name: string): void {
    this.#path.pop();
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    if (name === 't') this.#isInText = false;
    else if (name === 'p') this.#endParagraph();
    else if (name === 'tr') this.#endRow();
  }

  /** The text of all that was read. */
  finish(): DocxText {
    if (this.#joined) this.#out.push(this.#joined);
    this.#joined = undefined;
    let text = '';
    const paragraphs: number[] = [];
    const pages: number[] = [];
    const boldEnds = new Map<number, number>();
    for (const paragraph of this.#out) {
      const start = text.length;
      if (paragraph.text.trim() !== '') paragraphs.push(start);
      for (const page of paragraph.pages) pages.push(start + page);
      const { boldEnd } = paragraph;
      if (boldEnd > 0 && paragraph.text.slice(boldEnd).trim() !== '') {
        boldEnds.set(start, start + boldEnd);
      }
      text += `${paragraph.text}\n`;
    }
    return {
      text: text.replace(/\n+$/, ''),
      paragraphs,
      pages: pages.length > 0 ? [0, ...pages.filter((offset) => offset > 0)] : [],
      boldEnds,
    };
  }

  #add(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph || this.#run.isHidden) return;
    paragraph.text += text;
    if (!this.#run.isBold && text.trim() !== '') paragraph.isBoldSoFar = false;
    if (this.#run.isBold && paragraph.isBoldSoFar) paragraph.boldEnd = paragraph.text.length;
  }

  #markPage(): void {
    const paragraph = this.#paragraphs.at(-1);
    paragraph?.pages.push(paragraph.text.length);
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    if (paragraph.isJoined) {
      paragraph.isJoined = false;
      this.#joined = paragraph;
      return;
    }
    const cell = this.#rows.at(-1)?.cells.at(-1);
    (cell ?? this.#out).push(paragraph);
  }

  /** A row becomes a line: tabs between its cells; paragraphs inside a cell keep lines of their own. */
  #endRow(): void {
    const row = this.#rows.pop();
    if (!row || row.isDeleted) return;
    const line = newParagraph();
    row.cells.forEach((cell, index) => {
      if (index > 0) line.text += '\t';
      cell.forEach((paragraph, nth) => {
        if (nth > 0) line.text += '\n';
        for (const page of paragraph.pages) line.pages.push(line.text.length + page);
        if (index === 0 && nth === 0) line.boldEnd = paragraph.boldEnd;
        line.text += paragraph.text;
      });
    });
    const outer = this.#rows.at(-1)?.cells.at(-1);
    (outer ?? this.#out).push(line);
  }
}

function newParagraph(): Paragraph {
  return { text: '', pages: [], boldEnd: 0, isBoldSoFar: true, isJoined: false };
}

/** A property that stands there is on, unless it says otherwise (ECMA-376 part 1, §17.17.4). */
function isOn(element: XmlElement): boolean {
  return !/^(?:0|false|off)$/.test(element.attribute('val') ?? '1');
}

/** The line above the notes is stored as a note (§17.11). */
function isSeparatorNote({ name, attribute }: XmlElement): boolean {
  if (name !== 'footnote' && name !== 'endnote') return false;
  return /separator|notice/i.test(attribute('type') ?? '');
}
