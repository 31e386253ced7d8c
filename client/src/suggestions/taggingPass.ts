import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  SUGGESTIONS,
  TAG_SUGGESTION,
  type ProtocolKind,
  type ProtocolSuggestion,
  type SuggestionsParams,
  type TagSelectionResult,
  type TagSuggestionParams,
} from '../../../server/src/shared/protocol';
import { toRange } from '../commands/reveal';
import { ask } from '../commands/serverCommands';
import type { Span, SpanEdit } from '../commands/spans';
import { addNever, removeNever } from './neverPhrases';
import { PassEdits } from './passEdits';
import { PassHighlight } from './passHighlight';
import { PassPrompt } from './passPrompt';
import { otherKinds, passTitle, questionAbout, type Answer } from './passQuestion';
import { PassSteps, type Step } from './passSteps';
import type { Tally } from './passSummary';

/** The answer that tags a passage. */
type TagAnswer = Extract<Answer, { do: 'tag' }>;

/**
 * One walk from suggestion to suggestion in a document. It shows one passage after the other and carries out what its
 * author decides; the text may be edited meanwhile.
 */
export class TaggingPass implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #document: vscode.TextDocument;
  readonly #viewColumn: vscode.ViewColumn | undefined;
  readonly #prompt = new PassPrompt<Answer>({ do: 'stop' });
  readonly #highlight = new PassHighlight();
  readonly #edits = new PassEdits();
  readonly #subscriptions: vscode.Disposable;
  readonly #tagged: ProtocolKind[] = [];
  #steps = new PassSteps([]);
  /** What went wrong with the last answer; it is said with the next question. */
  #trouble: string | undefined;

  constructor(client: BaseLanguageClient, { document, viewColumn }: vscode.TextEditor) {
    this.#client = client;
    this.#document = document;
    this.#viewColumn = viewColumn;
    this.#subscriptions = vscode.Disposable.from(
      this.#prompt,
      this.#highlight,
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === document) this.#edited(event.contentChanges);
      }),
      vscode.workspace.onDidCloseTextDocument((closed) => {
        if (closed === document) this.#prompt.dispose();
      }),
    );
  }

  /** Brings the keyboard back to the question that is open. */
  focus(): void {
    this.#prompt.focus();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /**
   * Walks until the author stops or nothing is left.
   * @param caret where to begin; from the end, it goes on at the beginning of the text
   * @returns what came of it; nothing where the server did not answer
   */
  async run(caret: number): Promise<Tally | undefined> {
    const found = await this.#suggestions();
    if (!found) return undefined;
    this.#steps = new PassSteps(
      found.map(({ range, never }) => ({ span: this.#spanOf(toRange(range)), phrase: never })),
      caret,
    );
    for (let step = this.#steps.current; step; step = this.#steps.current) {
      if (this.#document.isClosed) break;
      const suggestion = await this.#suggestionAt(step);
      if (!suggestion) {
        this.#steps.decide('gone');
        continue;
      }
      if (!(await this.#decide(suggestion, step))) break;
    }
    await this.#leave();
    return {
      found: found.length,
      tagged: this.#tagged,
      skipped: this.#steps.count('skipped') + this.#steps.count('never'),
      left: this.#steps.count('open'),
    };
  }

  /** Asks about one suggestion and does what its author says; false where that is to stop. */
  async #decide(suggestion: ProtocolSuggestion, step: Step): Promise<boolean> {
    await this.#show(suggestion);
    const { progress, canGoBack } = this.#steps;
    const question = questionAbout(suggestion, progress, canGoBack);
    const reason = this.#trouble ?? question.reason;
    this.#trouble = undefined;
    const passage = this.#wordsOf(suggestion);
    let answer = await this.#prompt.ask({ ...question, reason, passage });
    if (answer.do === 'other') {
      const kinds = otherKinds(suggestion, passTitle(progress, 'another kind'));
      answer = await this.#prompt.ask(kinds);
      if (answer.do === 'stop') return true;
    }
    switch (answer.do) {
      case 'tag':
        await this.#tag(step, answer);
        return true;
      case 'skip':
        this.#steps.decide('skipped');
        return true;
      case 'never':
        await addNever(suggestion.never, this.#document.uri);
        this.#steps.decide('never');
        return true;
      case 'back':
        await this.#goBack();
        return true;
      case 'other':
      case 'stop':
        return false;
    }
  }

  async #tag(step: Step, { kind, type, supports }: TagAnswer): Promise<void> {
    const document = this.#document;
    const { version } = document;
    // As JSON, a range of the editor is a list.
    const { start, end } = this.#rangeOf(step.span);
    const params: TagSuggestionParams = {
      uri: document.uri.toString(),
      range: { start, end },
      kind,
      ...(type === undefined ? {} : { type }),
      ...(supports === undefined ? {} : { supports }),
    };
    const result = await ask<TagSelectionResult>(this.#client, TAG_SUGGESTION, params);
    if (!result) return;
    if (!result.ok) {
      this.#trouble = result.message;
    } else if (document.version !== version) {
      this.#trouble = 'The text was changed meanwhile; answer again';
    } else if (await this.#edits.make(await this.#editor(), result.edits)) {
      this.#tagged.push(kind);
      this.#steps.decide('accepted');
    } else {
      this.#trouble = 'The file cannot be edited';
    }
  }

  async #goBack(): Promise<void> {
    const decision = this.#steps.goBack();
    const phrase = this.#steps.current?.phrase;
    if (decision === 'never' && phrase !== undefined) {
      await removeNever(phrase, this.#document.uri);
    }
    if (decision !== 'accepted') return;
    this.#tagged.pop();
    if (await this.#edits.takeBack(await this.#editor())) return;
    this.#trouble = 'The last tag was changed meanwhile; undo that in the editor';
  }

  /** Selects a passage in the middle of the window. The keyboard stays where it is. */
  async #show({ range, sentence, cue }: ProtocolSuggestion): Promise<void> {
    const editor = await this.#editor();
    const selected = toRange(range);
    editor.selection = new vscode.Selection(selected.start, selected.end);
    editor.revealRange(selected, vscode.TextEditorRevealType.InCenter);
    this.#highlight.show(editor, toRange(sentence), toRange(cue));
  }

  /** Leaves the caret where the pass has come to, so that the next one begins there. */
  async #leave(): Promise<void> {
    if (this.#document.isClosed) return;
    const editor = await this.#editor();
    const caret = editor.selection.start;
    editor.selection = new vscode.Selection(caret, caret);
  }

  /** The editor of the document, in front; it may have been turned away from. */
  #editor(): Thenable<vscode.TextEditor> {
    const { activeTextEditor } = vscode.window;
    const isInFront = activeTextEditor?.document === this.#document;
    return isInFront
      ? Promise.resolve(activeTextEditor)
      : vscode.window.showTextDocument(this.#document, {
          preserveFocus: true,
          ...(this.#viewColumn === undefined ? {} : { viewColumn: this.#viewColumn }),
        });
  }

  /** What is suggested at a step now; nothing where its passage was tagged, written anew or taken out meanwhile. */
  async #suggestionAt({ span }: Step): Promise<ProtocolSuggestion | undefined> {
    if (span.start === span.end) return undefined;
    const found = await this.#suggestions(span);
    const there = found?.find(({ range }) => {
      const other = this.#spanOf(toRange(range));
      return other.start < span.end && span.start < other.end;
    });
    if (there) this.#steps.place(this.#spanOf(toRange(there.range)));
    return there;
  }

  #suggestions(span?: Span): Promise<ProtocolSuggestion[] | undefined> {
    const uri = this.#document.uri.toString();
    if (!span) return ask(this.#client, SUGGESTIONS, { uri } satisfies SuggestionsParams);
    const { start, end } = this.#rangeOf(span);
    const params: SuggestionsParams = { uri, range: { start, end } };
    return ask(this.#client, SUGGESTIONS, params);
  }

  #edited(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const edits = changes.map(({ rangeOffset, rangeLength, text }): SpanEdit => {
      return { start: rangeOffset, end: rangeOffset + rangeLength, newText: text };
    });
    this.#steps.edited(edits);
    this.#edits.edited(edits);
  }

  #wordsOf({ range }: ProtocolSuggestion): string {
    return this.#document.getText(toRange(range)).replace(/\s+(?:>[ \t]*)*/g, ' ');
  }

  #spanOf({ start, end }: vscode.Range): Span {
    return { start: this.#document.offsetAt(start), end: this.#document.offsetAt(end) };
  }

  #rangeOf({ start, end }: Span): vscode.Range {
    return new vscode.Range(this.#document.positionAt(start), this.#document.positionAt(end));
  }
}
