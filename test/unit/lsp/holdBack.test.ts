import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FileChangeType, type Connection, type Position } from 'vscode-languageserver';
import { Session } from '../../../server/src/lsp/session';
import { MemoryFileSystem, ROOT } from '../../tools/memoryFileSystem';

const URI = `${ROOT}a.md`;
const CLAIMS = 200;
/** A fence that is opened in the middle reaches down to where this one begins, and what follows is read anew. */
const PAPER =
  Array.from({ length: CLAIMS }, (_, n) => `[Trust grew]{.claim #c-${n}}.\n\nWords.\n\n`).join('') +
  '```\ncode\n```\n';
const MIDDLE = { line: 401, character: 0 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** An author with an open document, in a time of their own. */
class Author {
  /** What has been published of the document: how many diagnostics, again and again. */
  counts: number[] = [];
  readonly #session: Session;
  #version = 1;
  #at: Position = { line: 0, character: 0 };

  private constructor(files: MemoryFileSystem) {
    const connection = {
      sendDiagnostics: ({ uri, diagnostics }: { uri: string; diagnostics: unknown[] }) => {
        if (uri === URI) this.counts.push(diagnostics.length);
        return Promise.resolve();
      },
      sendNotification: () => Promise.resolve(),
    } as unknown as Connection;
    const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const params = { processId: null, rootUri: null, capabilities: {} };
    this.#session = new Session(connection, { files }, params, logger);
    this.#session.start();
  }

  static async with(text: string): Promise<Author> {
    const author = new Author(new MemoryFileSystem({ 'a.md': text, 'other.md': '' }));
    const textDocument = { uri: URI, languageId: 'markdown', version: 1, text };
    author.#session.documents.open({ textDocument });
    await author.waits(1_000);
    return author;
  }

  /** How many diagnostics are shown now. */
  get shown(): number | undefined {
    return this.counts.at(-1);
  }

  async waits(milliseconds: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(milliseconds);
  }

  goesTo(place: Position): void {
    this.#at = place;
  }

  /** Letter by letter. */
  async types(text: string, pause = 120): Promise<void> {
    for (const letter of text) {
      this.pastes(letter);
      await this.waits(pause);
    }
  }

  pastes(text: string): void {
    const range = { start: this.#at, end: this.#at };
    const textDocument = { uri: URI, version: ++this.#version };
    this.#session.documents.change({ textDocument, contentChanges: [{ range, text }] });
    const lines = text.split('\n');
    const last = lines.at(-1)?.length ?? 0;
    this.#at =
      lines.length === 1
        ? { line: this.#at.line, character: this.#at.character + last }
        : { line: this.#at.line + lines.length - 1, character: last };
  }

  async hasChanged(uri: string): Promise<void> {
    await this.#session.filesChanged([{ uri, type: FileChangeType.Changed }]);
  }
}

describe('an author opens something in the middle of a paper', () => {
  test.each([
    ['a fence', '```r\n', 'x <- 1\n```\n'],
    ['a longer fence', '````r\n', '```\n````\n'],
    ['a comment', '<!-- so\n', '-->\n'],
  ])('%s, thinks for five seconds and closes it: nothing vanishes', async (_, start, end) => {
    const author = await Author.with(`${PAPER}\n<!-- x -->\n`);
    expect(author.shown).toBe(CLAIMS);
    author.goesTo(MIDDLE);
    await author.types(start);
    await author.waits(5_000);
    await author.types(end);
    await author.waits(1_000);
    expect(Math.min(...author.counts)).toBeGreaterThan(CLAIMS - 10);
    expect(author.shown).toBeGreaterThanOrEqual(CLAIMS);
  });

  test('a div that takes in the evidence below: nothing vanishes before ten seconds are over', async () => {
    const quotation = (n: number) => `["We stayed."]{.evidence #e-${n} source=@x loc=1}\n\n`;
    const evidence = Array.from({ length: 20 }, (_, n) => quotation(n)).join('');
    const author = await Author.with('Words.\n\n'.repeat(20) + evidence);
    expect(author.shown).toBeGreaterThanOrEqual(20);
    await author.types('::: {.claim #c}\n');
    await author.waits(5_000);
    expect(Math.min(...author.counts)).toBeGreaterThanOrEqual(20);
    await author.waits(6_000);
    expect(author.shown).toBeLessThan(10);
  });

  test('and the editor saves meanwhile: nothing vanishes', async () => {
    const author = await Author.with(PAPER);
    author.goesTo(MIDDLE);
    await author.types('```r\n');
    await author.hasChanged(URI);
    await author.waits(2_000);
    expect(author.shown).toBeGreaterThan(CLAIMS - 10);
  });

  test('and another file changes: all is shown', async () => {
    const author = await Author.with(PAPER);
    author.goesTo(MIDDLE);
    await author.types('```r\n');
    await author.hasChanged(`${ROOT}other.md`);
    await author.waits(300);
    expect(author.shown).toBeLessThan(CLAIMS / 2 + 5);
  });

  test('and leaves it open: that counts after ten seconds, and closing it at once', async () => {
    const author = await Author.with(PAPER);
    author.goesTo(MIDDLE);
    await author.types('```\n');
    await author.waits(9_000);
    expect(author.shown).toBeGreaterThan(CLAIMS - 10);
    await author.waits(2_000);
    expect(author.shown).toBeLessThan(CLAIMS / 2 + 5);
    await author.types('x\n```\n');
    await author.waits(300);
    expect(author.shown).toBe(CLAIMS);
  });

  test('and goes on typing there: that counts after half a minute', async () => {
    const author = await Author.with(PAPER);
    author.goesTo(MIDDLE);
    await author.types('```\n');
    await author.types('x'.repeat(25), 1_000);
    expect(author.shown).toBeGreaterThan(CLAIMS - 10);
    await author.types('x'.repeat(8), 1_000);
    expect(author.shown).toBeLessThan(CLAIMS / 2 + 5);
  });

  test('and writes elsewhere: that counts at once', async () => {
    const author = await Author.with(PAPER);
    author.goesTo(MIDDLE);
    await author.types('```\n');
    await author.waits(500);
    expect(author.shown).toBeGreaterThan(CLAIMS - 10);
    author.goesTo({ line: 2, character: 0 });
    await author.types('x');
    await author.waits(300);
    expect(author.shown).toBeLessThan(CLAIMS / 2 + 5);
  });
});

describe('an author mends what many elements far below miss', () => {
  const missing = Array.from({ length: 20 }, (_, n) => `[So]{.claim #c-${n} evidence=e-a}.\n\n`);
  const text = `Intro.\n\n${'Words.\n\n'.repeat(20)}${missing.join('')}`;
  const EVIDENCE = '["q"]{.evidence #e-a source=@x} ';

  test.each([500, 90])('and types on, a letter every %i ms: that is shown soon', async (pause) => {
    const author = await Author.with(text);
    expect(author.shown).toBeGreaterThanOrEqual(20);
    author.pastes(EVIDENCE);
    await author.types('and so on'.repeat(2), pause);
    expect(author.shown).toBeLessThan(10);
  });

  test('behind a fence that was left open for long: that is shown soon', async () => {
    const author = await Author.with(`${text}\n${PAPER}`);
    const before = author.shown ?? 0;
    author.goesTo({ line: 90, character: 0 });
    await author.types('```\n');
    await author.waits(11_000);
    const open = author.shown ?? 0;
    expect(open).toBeLessThan(before);
    author.goesTo({ line: 89, character: 0 });
    author.pastes(EVIDENCE);
    await author.waits(300);
    expect(author.shown).toBeLessThan(open - 10);
  });

  test('at the start of a long list: that is shown soon as well', async () => {
    const list = Array.from({ length: 60 }, (_, n) => `- [So]{.claim #c-${n} evidence=e-a}.\n`);
    const author = await Author.with(list.join(''));
    expect(author.shown).toBeGreaterThanOrEqual(60);
    author.goesTo({ line: 10, character: 2 });
    author.pastes(EVIDENCE);
    await author.waits(300);
    expect(author.shown).toBeLessThan(10);
  });
});
