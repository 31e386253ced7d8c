import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  SUGGESTIONS,
  type ProtocolSuggestion,
  type SuggestionsParams,
} from '../../../server/src/shared/protocol';
import { toRange } from '../commands/reveal';
import type { ManuscriptCounts } from './manuscriptCounts';
import { hoverText, OWN_COMMANDS } from './markHover';

/** How long after an editor was scrolled, in milliseconds. */
const SOON = 150;

/** How long after the text was changed, in milliseconds: the sentence at the caret is being written. */
const CALM = 700;

/** How many lines beyond those in sight are marked as well, so that scrolling finds them marked. */
const BEYOND = 40;

/** Of a mark that is longer, only so many characters are drawn: a quotation is not to be underlined as a whole. */
const LONGEST = 40;

/**
 * Draws a faint dotted line below the words that led to a suggestion, in the manuscript in front. No diagnostics: nothing
 * stands in Problems, and nothing is wrong with a sentence that nobody has tagged.
 */
export class SuggestionMarks implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #counts: ManuscriptCounts;
  readonly #type = vscode.window.createTextEditorDecorationType({
    borderColor: new vscode.ThemeColor('warrant.suggestionForeground'),
    borderStyle: 'dotted',
    borderWidth: '0 0 1px 0',
  });
  readonly #subscriptions: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Until then the text may change again; marks that are worked out now would be drawn elsewhere in it. */
  #calmFrom = 0;
  #asked = 0;

  constructor(client: BaseLanguageClient, counts: ManuscriptCounts) {
    this.#client = client;
    this.#counts = counts;
    this.#subscriptions = vscode.Disposable.from(
      this.#type,
      counts.onDidChange(() => {
        this.#later(SOON);
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (this.#isMarked(textEditor)) this.#later(SOON);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() !== counts.uri) return;
        this.#calmFrom = Date.now() + CALM;
        this.#later(CALM);
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#asked++;
    this.#subscriptions.dispose();
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer);
    const wait = Math.max(milliseconds, this.#calmFrom - Date.now());
    this.#timer = setTimeout(() => void this.#draw(), wait);
  }

  async #draw(): Promise<void> {
    const mine = ++this.#asked;
    for (const editor of vscode.window.visibleTextEditors) {
      const marks = this.#isMarked(editor) ? await this.#marksOf(editor) : [];
      if (mine !== this.#asked) return;
      if (marks) editor.setDecorations(this.#type, marks);
    }
  }

  #isMarked({ document }: vscode.TextEditor): boolean {
    const uri = document.uri.toString();
    const { current } = this.#counts;
    return (
      uri === this.#counts.uri &&
      current?.isManuscript === true &&
      vscode.workspace
        .getConfiguration('warrant.suggestions', document.uri)
        .get<boolean>('marks', true)
    );
  }

  /** Nothing where the text has changed meanwhile: then it is asked again anyway. */
  async #marksOf({
    document,
    visibleRanges,
  }: vscode.TextEditor): Promise<vscode.DecorationOptions[] | undefined> {
    const { version } = document;
    const [first, last] = [visibleRanges[0], visibleRanges.at(-1)];
    if (!first || !last) return [];
    const params: SuggestionsParams = {
      uri: document.uri.toString(),
      range: {
        start: { line: Math.max(0, first.start.line - BEYOND), character: 0 },
        end: { line: last.end.line + BEYOND, character: 0 },
      },
    };
    const found = await this.#client
      .sendRequest<ProtocolSuggestion[]>(SUGGESTIONS, params)
      .catch(() => undefined);
    if (!found || document.version !== version) return undefined;
    return found.map((one) => ({
      range: shortened(document, toRange(one.cue)),
      hoverMessage: hover(one, document.uri),
    }));
  }
}

function shortened(document: vscode.TextDocument, range: vscode.Range): vscode.Range {
  const text = document.getText(range);
  if (text.length <= LONGEST) return range;
  const words = /^\S+(?:[ \t]+\S+){0,2}/.exec(text)?.[0] ?? '';
  const end = document.positionAt(document.offsetAt(range.start) + Math.min(words.length, LONGEST));
  return new vscode.Range(range.start, end);
}

function hover(suggestion: ProtocolSuggestion, uri: vscode.Uri): vscode.MarkdownString {
  const text = new vscode.MarkdownString(hoverText(suggestion, uri.toString()), true);
  text.isTrusted = { enabledCommands: [...OWN_COMMANDS] };
  return text;
}
