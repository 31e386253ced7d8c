import * as vscode from 'vscode';
import type { Span } from '../commands/spans';
import type { Trouble } from './decorations';
import { moveSpans } from './shownMarks';

/** Milliseconds after an edit in which what one source reports may stand beside what others have reported of the text before it. */
const CALM = 500;

interface TroubleSpan extends Span {
  readonly trouble: Trouble;
}

/**
 * Where something is wrong, which cannot be underlined where it is hidden. VS Code leaves the ranges of diagnostics as they
 * are until they are reported anew; here they move with the text, so that nothing flickers meanwhile.
 */
export class Troubles implements vscode.Disposable {
  readonly #known = new WeakMap<vscode.TextDocument, readonly TroubleSpan[]>();
  readonly #edited = new WeakMap<vscode.TextDocument, number>();
  readonly #timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable;

  /** Fires when other things are wrong with a document. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    const { workspace, languages } = vscode;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      languages.onDidChangeDiagnostics(({ uris }) => {
        const changed = new Set(uris.map(String));
        for (const document of workspace.textDocuments) {
          if (changed.has(document.uri.toString())) this.#later(document);
        }
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#edited.set(document, Date.now());
        const known = this.#known.get(document);
        if (!known) return;
        const moved = moveSpans(
          known,
          contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
            start: rangeOffset,
            end: rangeOffset + rangeLength,
            newLength: text.length,
          })),
        );
        this.#known.set(document, moved);
      }),
    );
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#subscriptions.dispose();
  }

  #later(document: vscode.TextDocument): void {
    clearTimeout(this.#timers.get(document));
    const wait = (this.#edited.get(document) ?? 0) + CALM - Date.now();
    const renew = (): void => {
      this.#timers.delete(document);
      this.#known.delete(document);
      this.#changed.fire(document);
    };
    if (wait > 0) this.#timers.set(document, setTimeout(renew, wait));
    else renew();
  }

  /** Tells what is wrong within markup of a document. */
  in(document: vscode.TextDocument): (markup: Span) => Trouble | undefined {
    let known = this.#known.get(document);
    if (!known) this.#known.set(document, (known = reported(document)));
    const all = known;
    return ({ start, end }) => {
      const within = all.filter((one) => start <= one.start && one.end <= end);
      return within.find(({ trouble }) => trouble === 'error')?.trouble ?? within[0]?.trouble;
    };
  }
}

function reported(document: vscode.TextDocument): TroubleSpan[] {
  const { Error, Warning } = vscode.DiagnosticSeverity;
  return vscode.languages.getDiagnostics(document.uri).flatMap(({ severity, range }) => {
    if (severity !== Error && severity !== Warning) return [];
    const trouble = severity === Error ? 'error' : 'warning';
    return { start: document.offsetAt(range.start), end: document.offsetAt(range.end), trouble };
  });
}
