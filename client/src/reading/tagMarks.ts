import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  TAG_MARKS,
  type ProtocolRange,
  type PartsParams,
  type TagMarksResult,
} from '../../../server/src/shared/protocol';
import type { Span } from '../commands/spans';
import { toRange } from '../commands/reveal';
import type { ServerState } from '../lsp/serverState';
import { areAlike, moveMarks, type ShownMark } from './shownMarks';

/** So many lines beyond what is in view are asked about, so that scrolling seldom has to wait. */
const BEYOND = 80;

/** Milliseconds after an edit until the server is asked: longer than between two letters. */
const AFTER_EDIT = 150;

/** The tags of a document that are known. */
export interface KnownMarks {
  readonly marks: readonly ShownMark[];
  /** Another number where they are others, or stand elsewhere than editing has moved them, and once an edit has settled. */
  readonly generation: number;
}

/** What is known of a document. */
interface Known {
  marks: readonly ShownMark[];
  generation: number;
  /** The lines that were asked about, and the version that the answer was about. */
  lines: readonly { readonly from: number; readonly to: number }[];
  version: number;
  timer?: ReturnType<typeof setTimeout>;
}

const UNKNOWN: KnownMarks = { marks: [], generation: 0 };

/** Keeps the tags that are in view or near it: from the server, and moved with the text until it answers anew. */
export class TagMarks implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #server: ServerState;
  readonly #known = new Map<string, Known>();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable;

  /** Fires when other tags are known of a document. */
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient, server: ServerState) {
    this.#client = client;
    this.#server = server;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.#edited(event);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        clearTimeout(this.#known.get(uri.toString())?.timer);
        this.#known.delete(uri.toString());
      }),
    );
  }

  dispose(): void {
    for (const { timer } of this.#known.values()) clearTimeout(timer);
    this.#known.clear();
    this.#subscriptions.dispose();
  }

  /** The tags of a document, as far as they are known. */
  of({ uri }: vscode.TextDocument): KnownMarks {
    return this.#known.get(uri.toString()) ?? UNKNOWN;
  }

  /** Sees to it that what is in view is known. */
  want(document: vscode.TextDocument): void {
    const known = this.#known.get(document.uri.toString());
    const isCovered =
      known?.version === document.version &&
      inView(document).every(({ start, end }) =>
        known.lines.some(({ from, to }) => from <= start.line && end.line <= to),
      );
    if (!isCovered) this.renew(document);
  }

  /** Asks the server anew, also about what is known. */
  renew(document: vscode.TextDocument, after = 0): void {
    const uri = document.uri.toString();
    let known = this.#known.get(uri);
    if (!known) this.#known.set(uri, (known = { ...UNKNOWN, lines: [], version: -1 }));
    clearTimeout(known.timer);
    known.timer = setTimeout(() => void this.#ask(document), after);
  }

  #edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const known = this.#known.get(document.uri.toString());
    if (!known || contentChanges.length === 0) return;
    const moved = moveMarks(
      known.marks,
      contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        start: rangeOffset,
        end: rangeOffset + rangeLength,
        newLength: text.length,
      })),
    );
    if (moved.length < known.marks.length) known.generation++;
    known.marks = moved;
    this.renew(document, AFTER_EDIT);
  }

  async #ask(document: vscode.TextDocument): Promise<void> {
    if (document.isClosed || this.#server.condition !== 'running') return;
    const { version } = document;
    const uri = document.uri.toString();
    const lines = inView(document).map(({ start, end }) => ({
      from: Math.max(0, start.line - BEYOND),
      to: end.line + BEYOND,
    }));
    const ranges = lines.map(({ from, to }): ProtocolRange => {
      return { start: { line: from, character: 0 }, end: { line: to + 1, character: 0 } };
    });
    const params: PartsParams = { uri, ranges };
    const result = await this.#client
      .sendRequest<TagMarksResult>(TAG_MARKS, params)
      .catch(() => undefined);
    const known = this.#known.get(uri);
    // What was edited meanwhile is asked about again in any case.
    if (!result || !known || document.version !== version) return;
    if (result.version !== version) {
      this.renew(document, AFTER_EDIT);
      return;
    }
    const marks = result.marks.map(({ kind, label, words, chip, end }): ShownMark => {
      const spanOf = (range: ProtocolRange): Span => {
        const { start, end: to } = toRange(range);
        return { start: document.offsetAt(start), end: document.offsetAt(to) };
      };
      return {
        kind,
        label,
        ...(words ? { words: spanOf(words) } : {}),
        chip: spanOf(chip),
        ...(end ? { end: spanOf(end) } : {}),
      };
    });
    // What was drawn while the author typed may stand where the text was before; VS Code does not say so.
    const isSameText = known.version === version;
    known.lines = lines;
    known.version = version;
    if (isSameText && areAlike(known.marks, marks)) return;
    known.marks = marks;
    known.generation++;
    this.#changed.fire(document);
  }
}

/** What of a document is in view, in all editors. */
function inView(document: vscode.TextDocument): vscode.Range[] {
  return vscode.window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .flatMap(({ visibleRanges }) => visibleRanges);
}
