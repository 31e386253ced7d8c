import type { TextRange } from '../../text/range';
import type { Fault } from './bibliography';

/** A part of a file of BibTeX that begins with an `@`. */
export interface BibtexItem {
  /** In lower case; empty for an `@` that begins nothing. */
  readonly type: string;
  readonly key: string;
  readonly keyRange: TextRange;
  /** Where it ends, or where reading goes on after what is broken. */
  readonly end: number;
  readonly fault?: Fault;
}

/** Told of each field: its name in lower case, and its value as written, concatenations included. */
export type OnField = (name: string, value: TextRange) => void;

const HEAD = /@[ \t]*(\p{L}+)\s*([{(])/uy;
const KEY = /\s*([^\s,{}()"#%=\\]+)/y;
const FIELD_NAME = /[^\s=,{}()"#%@]+/y;
const BARE = /[^\s,{}()"#=%@]+/y;
/** A line that begins an entry: what is open before it was not closed. */
const NEXT_ENTRY = /[ \t]*@[ \t]*\p{L}+[ \t]*[{(]\s*[^\s,{}()"#%=\\]+\s*,/uy;
/** What follows within an entry: a comma, or another field. */
const MORE_FIELDS = /\s*(?:,|[A-Za-z][A-Za-z-]*\s*=)/y;
/** What follows an entry that was closed too early. */
const LEFT_OVER = /\s*,\s*[A-Za-z][A-Za-z-]*\s*=\s*[{"\d]/y;

/** Whether items of a type, in lower case, are no works, and have no key. */
export function isKeyless(type: string): boolean {
  return type === 'comment' || type === 'preamble' || type === 'string';
}

/** Reads the item that begins with the `@` at an offset. Never fails: what is broken is a fault of it. */
export function readItem(text: string, at: number, onField?: OnField): BibtexItem {
  const head = matchAt(HEAD, text, at);
  if (!head) return { type: '', key: '', keyRange: { start: at, end: at }, end: at + 1 };
  return new ItemReader(text, at, head[1] ?? '', at + head[0].length, onField).read();
}

class ItemReader {
  readonly #text: string;
  readonly #start: number;
  readonly #type: string;
  readonly #close: '}' | ')';
  /** What would close it if it had been opened otherwise. */
  readonly #otherClose: '}' | ')';
  readonly #onField: OnField | undefined;
  #at: number;
  #key = '';
  #keyRange: TextRange;
  #fault: Fault | undefined;

  constructor(text: string, start: number, type: string, at: number, onField?: OnField) {
    this.#text = text;
    this.#start = start;
    this.#type = type.toLowerCase();
    this.#at = at;
    const isInBraces = text.charAt(at - 1) === '{';
    this.#close = isInBraces ? '}' : ')';
    this.#otherClose = isInBraces ? ')' : '}';
    this.#onField = onField;
    this.#keyRange = { start: at, end: at };
  }

  read(): BibtexItem {
    this.#checkHead();
    if (this.#close === ')') {
      const range = { start: this.#at - 1, end: this.#at };
      this.#blame(range, 'Pandoc reads entries in braces only; write { and } for ( and )');
    }
    if (this.#type === 'comment' || this.#type === 'preamble') this.#skipBalanced();
    else if (this.#type === 'string' || this.#readKey()) this.#readFields();
    return {
      type: this.#type,
      key: this.#key,
      keyRange: this.#keyRange,
      end: this.#at,
      ...(this.#fault ? { fault: this.#fault } : {}),
    };
  }

  #checkHead(): void {
    const start = this.#start + 1;
    const end = skipBlanks(this.#text, start);
    if (end === start) return;
    const mending = {
      title: 'Remove the blank',
      edits: [{ range: { start, end }, newText: '' }],
    };
    const message = `Pandoc reads an entry only where its type stands right behind the @; remove the blank`;
    this.#blame({ start, end }, message, { mending });
  }

  #skipBalanced(): void {
    const end = this.#close === '}' ? closingBrace(this.#text, this.#at) : undefined;
    if (end === undefined) {
      const head = { start: this.#start, end: this.#at };
      this.#blame(head, `${this.#of()}: a } is missing; one that is opened is not closed`);
    }
    this.#at = end ?? lineEnd(this.#text, this.#at);
  }

  #readKey(): boolean {
    const match = matchAt(KEY, this.#text, this.#at);
    const start = this.#at + (match ? match[0].length - (match[1] ?? '').length : 0);
    const end = this.#at + (match?.[0].length ?? 0);
    const after = skip(this.#text, end);
    const next = this.#text.charAt(after);
    if (!match || next === '=') {
      this.#blame(
        { start: this.#start, end },
        'This entry has no key; write one after the opening brace, and a comma behind it',
      );
      // What stands there is the first field.
      if (!match) return this.#recover(after);
      return true;
    }
    this.#key = match[1] ?? '';
    this.#keyRange = { start, end };
    this.#at = after;
    if (next === ',') this.#at++;
    else if (next === this.#close) {
      const message = `A comma is missing behind the key ${this.#key}`;
      this.#blame({ start, end }, message, insertComma(end));
    } else {
      const comma = this.#text.indexOf(',', after);
      const line = this.#text.indexOf('\n', end);
      // What holds a = is the first field.
      const isKey =
        comma >= 0 && (line < 0 || comma < line) && !this.#text.slice(after, comma).includes('=');
      this.#blame(
        { start, end: isKey ? comma : end },
        isKey && comma > after
          ? `The key ${this.#text.slice(start, comma).trim()} has a character that no key can have; letters, digits, - _ : . and / can stand there`
          : `A comma is missing behind the key ${this.#key}`,
        isKey ? {} : insertComma(end),
      );
      if (isKey) {
        // Nobody can cite it, nor what its beginning seems to be.
        if (comma > after) this.#key = '';
        this.#at = comma + 1;
      }
    }
    return true;
  }

  #readFields(): void {
    for (;;) {
      this.#at = skip(this.#text, this.#at);
      const next = this.#text.charAt(this.#at);
      if (next === this.#close) {
        this.#at++;
        this.#checkLeftOver();
        return;
      }
      if (next === ',') {
        const range = { start: this.#at, end: this.#at + 1 };
        const mending = { title: 'Remove the comma', edits: [{ range, newText: '' }] };
        this.#blame(range, `${this.#of()}: there is a comma too many`, { mending });
        this.#at++;
      } else if (next === this.#otherClose) {
        if (this.#closesOtherwise()) return;
      } else if (next === '%' || next === '') {
        if (next === '') {
          this.#unclosed(this.#at);
          return;
        }
        this.#at = lineEnd(this.#text, this.#at);
      } else if (!this.#readField()) return;
    }
  }

  /**
   * Reads what closes entries that are opened otherwise.
   * @returns whether it closes this one
   */
  #closesOtherwise(): boolean {
    const range = { start: this.#at, end: this.#at + 1 };
    const other = this.#otherClose;
    this.#at++;
    const after = skip(this.#text, this.#at);
    const isStray =
      this.#text.charAt(after) === this.#close || matchAt(MORE_FIELDS, this.#text, this.#at);
    if (isStray) {
      const mending = { title: `Remove the ${other}`, edits: [{ range, newText: '' }] };
      this.#blame(range, `${this.#of()}: there is a ${other} too many`, { mending });
      return false;
    }
    const mending = { title: `Write ${this.#close}`, edits: [{ range, newText: this.#close }] };
    const message = `${this.#of()} is closed by ${other}, and should be by ${this.#close}`;
    this.#blame(range, message, { mending });
    return true;
  }

  /** @returns whether reading can go on in this entry */
  #readField(): boolean {
    const start = this.#at;
    if (this.#beginsEntry(start)) return this.#unclosed(start);
    const match = matchAt(FIELD_NAME, this.#text, start);
    if (!match) {
      this.#blame({ start, end: start + 1 }, `${this.#of()}: a field should begin here`);
      return this.#recover(start + 1);
    }
    const [name] = match;
    const end = start + name.length;
    this.#at = skip(this.#text, end);
    if (this.#text.charAt(this.#at) !== '=') {
      this.#blame({ start, end }, `${this.#of()}: = and a value are missing after ${name}`);
      return this.#recover(this.#at);
    }
    this.#at = skip(this.#text, this.#at + 1);
    return this.#readValue(name);
  }

  #readValue(name: string): boolean {
    const start = this.#at;
    for (;;) {
      const end = this.#partEnd(name);
      if (end === undefined) return false;
      const after = skip(this.#text, end);
      this.#at = after;
      if (this.#text.charAt(after) === '#') {
        this.#at = skip(this.#text, after + 1);
        continue;
      }
      this.#onField?.(name.toLowerCase(), { start, end });
      const next = this.#text.charAt(after);
      if (next === ',') this.#at++;
      else if (!['', '%', this.#close, this.#otherClose].includes(next)) {
        if (this.#beginsEntry(after)) return this.#unclosed(after);
        this.#blame(
          { start: end > start ? end - 1 : end, end: end > start ? end : end + 1 },
          `${this.#of()}: a comma is missing behind ${name}`,
          insertComma(end),
        );
      }
      return true;
    }
  }

  /** Where a part of a value ends; nothing where the entry ends with it, broken. */
  #partEnd(name: string): number | undefined {
    const text = this.#text;
    const at = this.#at;
    const first = text.charAt(at);
    if (first === '{') {
      const end = closingBrace(text, at + 1);
      if (end !== undefined) return end;
      this.#unclosed(at, `a } is missing that closes ${name}`);
      return undefined;
    }
    if (first === '"') {
      const end = closingQuote(text, at + 1);
      if (end !== undefined) return end;
      this.#unclosed(at, `a " is missing that closes ${name}`);
      return undefined;
    }
    const match = matchAt(BARE, text, at);
    // Pandoc takes no value for an empty one.
    return at + (match?.[0].length ?? 0);
  }

  /** Goes on behind the next comma, or where the entry ends. */
  #recover(from: number): boolean {
    for (let at = from; at < this.#text.length; at++) {
      const character = this.#text.charAt(at);
      if (character === '{') {
        const end = closingBrace(this.#text, at + 1);
        if (end === undefined) return this.#unclosed(at);
        at = end - 1;
      } else if (character === ',' || character === this.#close) {
        this.#at = at;
        return true;
      } else if (character === '@' && this.#beginsEntry(at)) return this.#unclosed(at);
    }
    return this.#unclosed(this.#text.length);
  }

  /** The entry is not closed: it ends where the next one begins. */
  #unclosed(
    from: number,
    what = `a ${this.#close} is missing; one that is opened is not closed`,
  ): false {
    const end = nextEntry(this.#text, from) ?? this.#text.length;
    const range =
      this.#key === ''
        ? { start: this.#start, end: lineEnd(this.#text, this.#start) }
        : this.#keyRange;
    this.#blame(range, `${this.#of()}: ${what}`);
    this.#at = end;
    return false;
  }

  #checkLeftOver(): void {
    if (!matchAt(LEFT_OVER, this.#text, this.#at)) return;
    this.#blame(
      { start: this.#at - 1, end: this.#at },
      `${this.#of()} ends at this ${this.#close}, before its last fields; there is one ${this.#close} too many`,
      { isFatal: false },
    );
  }

  #beginsEntry(at: number): boolean {
    return this.#text.charAt(at) === '@' && matchAt(NEXT_ENTRY, this.#text, at) !== null;
  }

  /** The first fault counts: others follow from it. */
  #blame(range: TextRange, message: string, more: Partial<Fault> = {}): void {
    this.#fault ??= { range, message, isFatal: true, ...more };
  }

  #of(): string {
    if (this.#key !== '') return `The entry ${this.#key}`;
    return isKeyless(this.#type) ? `This @${this.#type}` : 'This entry';
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at++;
  return at;
}

function insertComma(at: number): Pick<Fault, 'mending'> {
  return {
    mending: { title: 'Add the comma', edits: [{ range: { start: at, end: at }, newText: ',' }] },
  };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Behind the white space at an offset. */
function skip(text: string, at: number): number {
  let end = at;
  while (end < text.length && isSpace(text.charCodeAt(end))) end++;
  return end;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

const BACKSLASH = 92;
const OPENING = 123;
const CLOSING = 125;
const QUOTE = 34;
const NEWLINE = 10;

/** Behind the brace that closes one opened before `at`; nothing where an entry or the end of the file comes first. */
function closingBrace(text: string, at: number): number | undefined {
  let depth = 1;
  for (let index = at; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === OPENING) depth++;
    else if (code === CLOSING && --depth === 0) return index + 1;
    else if (code === BACKSLASH) index++;
    else if (code === NEWLINE && isEntry(text, index + 1)) return undefined;
  }
  return undefined;
}

/** Behind the quote that closes one opened before `at`: one in braces is part of the value. */
function closingQuote(text: string, at: number): number | undefined {
  let depth = 0;
  for (let index = at; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === OPENING) depth++;
    else if (code === CLOSING) depth--;
    else if (code === BACKSLASH) index++;
    else if (code === QUOTE && depth <= 0) return index + 1;
    else if (code === NEWLINE && isEntry(text, index + 1)) return undefined;
  }
  return undefined;
}

function isEntry(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  // Space, tab or @; anything else is decided without an expression.
  if (first !== 64 && first !== 32 && first !== 9) return false;
  return matchAt(NEXT_ENTRY, text, at) !== null;
}

function nextEntry(text: string, from: number): number | undefined {
  if (from < text.length && isEntry(text, from) && text.charAt(from) === '@') return from;
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (isEntry(text, at + 1)) return at + 1;
  }
  return undefined;
}
