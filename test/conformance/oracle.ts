import { convert } from 'pandoc-wasm';

/** One element as both sides describe it. */
export interface SeenElement {
  readonly carrier: string;
  readonly id: string;
  readonly classes: readonly string[];
  readonly attributes: readonly (readonly [string, string])[];
  readonly text: string;
}

/** What a reader of Markdown sees in a text. Both lists are sorted, for Pandoc moves notes and captions about. */
export interface Reading {
  readonly elements: readonly SeenElement[];
  readonly citations: readonly string[];
}

type Attr = [string, string[], [string, string][]];

interface Node {
  readonly t: string;
  readonly c?: unknown;
}

/** Pandoc's Markdown, but that the marks of tasks stay as they are written, as in our plain text. */
const from = 'markdown-task_lists';

/** Pandoc gave no answer: it refused the text, or took too long. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/**
 * Asks the real Pandoc how it reads a text.
 *
 * @throws {@link NoAnswer} where Pandoc refuses it, for its YAML is broken.
 */
export async function askPandoc(markdown: string): Promise<Reading> {
  const { stdout, stderr } = await convert({ from, to: 'json' }, markdown, {});
  if (stdout === '') throw new NoAnswer(stderr.trim());
  const document = JSON.parse(stdout) as { meta: Record<string, unknown>; blocks: unknown };
  const walker = new Walker(!markdown.includes('^['));
  walker.walk(document.meta);
  walker.walk(document.blocks);
  return sortedReading(walker.elements, walker.citations);
}

/** Brings a reading into the order in which readings are compared. */
export function sortedReading(
  elements: readonly SeenElement[],
  citations: readonly string[],
): Reading {
  const keyed = elements.map((element) => ({ element, key: JSON.stringify(element) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return { elements: keyed.map(({ element }) => element), citations: [...citations].sort() };
}

/** Collects elements and citations from a document in Pandoc's JSON. */
class Walker {
  readonly elements: SeenElement[] = [];
  readonly citations: string[] = [];
  readonly #seenNotes: Set<string> | undefined;

  /** `areNotesNamed` says that notes with the same content are one note that is referred to more than once. */
  constructor(areNotesNamed: boolean) {
    if (areNotesNamed) this.#seenNotes = new Set();
  }

  walk(value: unknown): void {
    if (Array.isArray(value)) {
      for (const item of value) this.walk(item);
    } else if (isNode(value)) {
      this.#node(value);
    } else if (typeof value === 'object' && value !== null) {
      for (const item of Object.values(value)) this.walk(item);
    }
  }

  #node({ t, c }: Node): void {
    const parts = Array.isArray(c) ? (c as unknown[]) : [];
    switch (t) {
      case 'Span':
        this.#add('span', parts[0], parts[1]);
        return this.walk(parts[1]);
      case 'Div':
        this.#add('div', parts[0], parts[1]);
        return this.walk(parts[1]);
      case 'Header':
        this.#add('heading', parts[1], parts[2]);
        return this.walk(parts[2]);
      case 'Link':
      case 'Image':
        this.#addAttributed(t === 'Link' ? 'link' : 'image', parts[0] as Attr, parts[1]);
        return this.walk(parts[1]);
      case 'Code':
      case 'CodeBlock': {
        const text = folded(parts[1] as string);
        const attr = parts[0] as Attr;
        if (!isEmpty(attr)) this.#push(t === 'Code' ? 'code' : 'codeblock', attr, text);
        return;
      }
      case 'Table':
        this.#addAttributed('table', parts[0] as Attr, parts.slice(1));
        return this.walk(parts.slice(1));
      case 'Note': {
        // Pandoc repeats the note at each reference.
        const content = JSON.stringify(c).replace(/"citationNoteNum":\d+/g, '');
        if (this.#seenNotes?.has(content) === true) return;
        this.#seenNotes?.add(content);
        return this.walk(c);
      }
      case 'Figure':
        return this.#figure(parts[0] as Attr, parts[2]);
      case 'Cite':
        for (const citation of parts[0] as { citationId: string }[]) {
          this.citations.push(citation.citationId);
          const { citationPrefix, citationSuffix } = citation as unknown as Record<string, unknown>;
          this.walk([citationPrefix, citationSuffix]);
        }
        return;
      default:
        this.walk(c);
    }
  }

  /** Pandoc 3 makes a figure of an image that stands alone, and gives it the image's id. */
  #figure(attr: Attr, content: unknown): void {
    const before = this.elements.length;
    const images = JSON.stringify(content).includes('"t":"Image"');
    this.walk(content);
    if (!images || attr[0] === '') return;
    const image = this.elements[before];
    if (image?.carrier === 'image') this.elements[before] = { ...image, id: attr[0] };
    else this.#push('image', [attr[0], [], []], textOf(content));
  }

  #add(carrier: string, attr: unknown, content: unknown): void {
    this.#push(carrier, attr as Attr, textOf(content));
  }

  #addAttributed(carrier: string, attr: Attr, content: unknown): void {
    if (!isEmpty(attr)) this.#push(carrier, attr, textOf(content));
  }

  #push(carrier: string, [id, classes, attributes]: Attr, text: string): void {
    this.elements.push({ carrier, id, classes, attributes, text });
  }
}

/** The plain text of a piece of a document, as Pandoc's own `stringify` gives it; blocks are set off by a blank. */
function textOf(value: unknown): string {
  return folded(stringify(value));
}

function stringify(value: unknown): string {
  if (Array.isArray(value)) return (value as unknown[]).map(stringify).join('');
  if (!isNode(value)) {
    if (typeof value !== 'object' || value === null) return '';
    return Object.values(value).map(stringify).join('');
  }
  const parts = Array.isArray(value.c) ? (value.c as unknown[]) : [];
  switch (value.t) {
    case 'Str':
      return value.c as string;
    case 'Space':
    case 'SoftBreak':
    case 'LineBreak':
      return ' ';
    case 'Code':
    case 'Math':
      return parts[1] as string;
    case 'Quoted': {
      const isDouble = (parts[0] as Node).t === 'DoubleQuote';
      const inner = stringify(parts[1]);
      return isDouble ? `“${inner}”` : `‘${inner}’`;
    }
    case 'RawInline':
      return parts[0] === 'html' && String(parts[1]).startsWith('<br') ? ' ' : '';
    case 'Note':
    case 'RawBlock':
    case 'CodeBlock':
      return '';
    case 'Cite':
    case 'Link':
    case 'Image':
    case 'Span':
      return stringify(parts[1]);
    case 'Para':
    case 'Plain':
      return ` ${stringify(value.c)} `;
    case 'Header':
      return ` ${stringify(parts[2])} `;
    case 'LineBlock':
      return parts.map((line) => ` ${stringify(line)} `).join('');
    case 'DefinitionList':
      return (value.c as [unknown, unknown][])
        .map(([term, definitions]) => ` ${stringify(term)} ${stringify(definitions)} `)
        .join('');
    case 'Figure':
      return stringify(parts[2]);
    default:
      return stringify(value.c);
  }
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function isNode(value: unknown): value is Node {
  // Metadata may have a key `t`.
  return typeof value === 'object' && value !== null && 't' in value && typeof value.t === 'string';
}

function isEmpty([id, classes, attributes]: Attr): boolean {
  return id === '' && classes.length === 0 && attributes.length === 0;
}
