import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import { attributesOf, headHtml, labelHtml, linksHtml, wrappingOf } from './html';
import type { Mark, Marks } from './marks';
import type { Presentation } from './present';
import { MARK, type MarkMeta } from './rules';

/** The type of tokens that are HTML of this plugin. */
export const HTML = 'warrant_html';

/** So many elements go on from one block to the next at most: no author nests more. */
const DEEPEST = 16;

/** What there is to show in a text. */
export interface Show {
  readonly marks: Marks;
  /** By the number of the element; what is not shown has none. */
  readonly elements: readonly (Presentation | undefined)[];
  /** The line behind the last one of an element. */
  lineBehind(element: number): number;
  /** What stands at an id. */
  titleOf(id: string): string | undefined;
}

/**
 * Makes of marks what is shown for them. Where blocks are others to markdown-it than to Pandoc, or emphasis is, elements
 * are cut up: the tokens are always well nested.
 */
export function weave(state: StateCore, show: Show): void {
  new Weaver(state, show).weave();
}

class Weaver {
  readonly #state: StateCore;
  readonly #show: Show;
  readonly #tokens: Token[] = [];
  /** What is open: divs by their number, blocks of markdown-it as undefined. */
  readonly #blocks: (number | undefined)[] = [];
  /** The elements among words that go on in the next block. */
  readonly #running: number[] = [];
  readonly #ended = new Set<number>();
  readonly #begun = new Set<number>();

  constructor(state: StateCore, show: Show) {
    this.#state = state;
    this.#show = show;
  }

  weave(): void {
    for (const token of this.#state.tokens) this.#add(token);
    this.#closeDivs(() => true);
    this.#state.tokens = this.#tokens;
  }

  #add(token: Token): void {
    if (token.type === MARK) {
      this.#fence(token);
      return;
    }
    const line = token.map?.[0];
    if (token.nesting >= 0 && line !== undefined) {
      this.#closeDivs((div) => this.#show.lineBehind(div) <= line);
    }
    if (token.nesting < 0) {
      this.#closeDivs(() => true);
      this.#blocks.pop();
    }
    if (token.type === 'inline') this.#inline(token);
    const isWrapped = token.type === 'fence' && this.#codeBlock(token);
    if (!isWrapped) this.#tokens.push(token);
    this.#restore(token);
    if (token.nesting > 0) this.#blocks.push(undefined);
    this.#closeDivs((div) => this.#ended.has(div));
  }

  #fence(token: Token): void {
    const { mark, element } = token.meta as MarkMeta;
    if (mark === 'div-open') {
      this.#openDiv(element, token.map);
      this.#blocks.push(element);
      return;
    }
    if (this.#blocks.at(-1) === element) {
      this.#closeDiv();
      return;
    }
    this.#end(element);
    // Inner divs that are still open end with it.
    const divs = this.#blocks.slice(this.#blocks.lastIndexOf(undefined) + 1);
    const depth = divs.indexOf(element);
    for (let inner = divs.length; depth >= 0 && inner > depth; inner--) this.#closeDiv();
  }

  #openDiv(element: number, map: [number, number] | null): void {
    const presentation = this.#show.elements[element];
    const open = new this.#state.Token('warrant_div_open', 'div', 1);
    open.block = true;
    open.map = map;
    open.attrs = presentation ? attributesOf(presentation, 'div', this.#begin(element)) : null;
    this.#tokens.push(open);
    if (presentation) this.#html(headHtml(presentation));
  }

  #closeDiv(): void {
    const close = new this.#state.Token('warrant_div_close', 'div', -1);
    close.block = true;
    this.#tokens.push(close);
    this.#blocks.pop();
  }

  /** Ends the innermost divs as long as they are to end. */
  #closeDivs(isToEnd: (div: number) => boolean): void {
    for (let div = this.#blocks.at(-1); div !== undefined; div = this.#blocks.at(-1)) {
      if (!isToEnd(div)) return;
      this.#closeDiv();
    }
  }

  /** A code block with a tag stands in a div. */
  #codeBlock(token: Token): boolean {
    const { marks } = this.#show;
    if (!marks.isIn(token.info)) return false;
    const [mark] = [...marks.in(token.info)].filter(({ kind }) => kind === 'code');
    token.info = marks.replace(token.info);
    if (!mark) return false;
    this.#openDiv(mark.number, token.map);
    this.#blocks.push(mark.number);
    this.#tokens.push(token);
    this.#closeDiv();
    return true;
  }

  #html(html: string): void {
    if (html === '') return;
    const token = new this.#state.Token(HTML, '', 0);
    token.block = true;
    token.meta = { html };
    this.#tokens.push(token);
  }

  /** Whether an element begins here, and not elsewhere before. */
  #begin(element: number): boolean {
    const isFirst = !this.#begun.has(element);
    this.#begun.add(element);
    return isFirst;
  }

  #end(element: number): void {
    this.#ended.add(element);
    const running = this.#running.indexOf(element);
    if (running >= 0) this.#running.splice(running, 1);
  }

  #inline(token: Token): void {
    const children = token.children ?? [];
    const isOurs = children.some(({ type }) => type.startsWith('warrant_'));
    const isShown = this.#running.length > 0 || isOurs;
    if (isShown) token.children = this.#words(children);
    for (const child of token.children ?? []) {
      this.#restore(child);
      if (child.type === 'link_open') this.#entitle(child);
      // The description of an image is words, too, but is not shown as such.
      if (child.type === 'image') for (const inner of child.children ?? []) this.#restore(inner);
    }
  }

  #words(children: readonly Token[]): Token[] {
    const words: Token[] = [];
    /** What is open: elements by their number, markup of markdown-it as undefined. */
    const open: (number | undefined)[] = [];
    let links = 0;
    const begin = (element: number): void => {
      words.push(...this.#opening(element));
      open.push(element);
    };
    const end = (): void => {
      const element = open.pop();
      if (element !== undefined) words.push(...this.#closing(element, false));
    };
    for (const element of this.#running.slice(-DEEPEST)) begin(element);
    for (const child of children) {
      const meta = child.meta as MarkMeta | null;
      if (child.type === MARK && meta) {
        const { mark, element } = meta;
        if (mark === 'open') {
          this.#running.push(element);
          begin(element);
        } else if (mark === 'close') {
          this.#end(element);
          // One that began before the markup around here ends with that.
          const first = open.lastIndexOf(element);
          if (first > open.lastIndexOf(undefined)) {
            const inner = open.slice(first + 1);
            while (open.length > first) end();
            for (const other of inner) if (other !== undefined) begin(other);
          }
        }
        continue;
      }
      if (child.type === 'link_open') links++;
      if (child.type === 'link_close') links--;
      if (child.nesting < 0) {
        const inner = open.slice(open.lastIndexOf(undefined) + 1);
        for (let left = inner.length; left > 0; left--) end();
        open.pop();
        if (child.type === 'warrant_close' && meta) {
          words.push(...this.#closing(meta.element, links === 0));
        } else words.push(child);
        for (const other of inner) {
          if (other !== undefined && !this.#ended.has(other)) begin(other);
        }
        while (typeof open.at(-1) === 'number' && this.#ended.has(open.at(-1) ?? -1)) end();
      } else if (child.type === 'warrant_open' && meta) {
        words.push(...this.#opening(meta.element));
        open.push(undefined);
      } else {
        words.push(child);
        if (child.nesting > 0) open.push(undefined);
      }
    }
    while (open.length > 0) end();
    return words;
  }

  #opening(element: number): Token[] {
    const presentation = this.#show.elements[element];
    const isFirst = this.#begin(element);
    const open = new this.#state.Token('warrant_open', 'span', 1);
    if (!presentation) {
      open.hidden = true;
      return [open];
    }
    open.attrs = attributesOf(presentation, 'span', isFirst);
    return isFirst ? [open, ...this.#inlineHtml(labelHtml(presentation))] : [open];
  }

  #closing(element: number, mayLink: boolean): Token[] {
    const presentation = this.#show.elements[element];
    const close = new this.#state.Token('warrant_close', 'span', -1);
    if (!presentation) close.hidden = true;
    const links = presentation && mayLink ? linksHtml(presentation) : '';
    return [...this.#inlineHtml(links), close];
  }

  #inlineHtml(html: string): Token[] {
    if (html === '') return [];
    const token = new this.#state.Token(HTML, '', 0);
    token.meta = { html };
    return [token];
  }

  /** Links in the manuscript say where they lead. */
  #entitle(token: Token): void {
    const href = token.attrGet('href');
    if (href?.startsWith('#') !== true || token.attrGet('title') !== null) return;
    const title = this.#show.titleOf(decode(href.slice(1)));
    if (title !== undefined) token.attrSet('title', title);
  }

  /** Where markdown-it copies text that Pandoc reads, it is copied as it was written; HTML can show elements as well. */
  #restore(token: Token): void {
    const { marks } = this.#show;
    if (token.info !== '' && marks.isIn(token.info)) token.info = marks.replace(token.info);
    for (const attribute of token.attrs ?? []) {
      // The number of a list is one, whatever the types say.
      const value: unknown = attribute[1];
      if (typeof value === 'string' && marks.isIn(value)) attribute[1] = marks.replace(value);
    }
    if (token.content === '' || !marks.isIn(token.content)) return;
    if (token.type === 'html_block' && this.#isNested(token.content)) {
      token.content = marks.replace(token.content, (mark) => this.#htmlOf(mark));
      return;
    }
    if (token.type !== 'inline') {
      for (const { kind, number } of marks.in(token.content)) {
        if (kind === 'close' || kind === 'div-close') this.#end(number);
      }
    }
    token.content = marks.replace(token.content);
  }

  #htmlOf({ kind, number }: Mark): string | undefined {
    const presentation = this.#show.elements[number];
    if (kind === 'omitted') return '';
    if (kind === 'code') return undefined;
    const isStart = kind === 'open' || kind === 'div-open';
    if (!presentation) return '';
    if (isStart) this.#begin(number);
    const isDiv = kind === 'div-open' || kind === 'div-close';
    const { before, after } = wrappingOf(presentation, isDiv ? 'div' : 'span');
    return isStart ? before : after;
  }

  #isNested(text: string): boolean {
    const open: string[] = [];
    for (const { kind, number } of this.#show.marks.in(text)) {
      if (kind === 'open') open.push(`close ${number}`);
      else if (kind === 'div-open') open.push(`div-close ${number}`);
      else if (kind !== 'omitted' && open.pop() !== `${kind} ${number}`) return false;
    }
    return open.length === 0;
  }
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
