import * as vscode from 'vscode';
import { panelFolder, panelHtml } from './html';
import type { AnyPanelState, FromAnyPanel, PanelName, Panels, ToAnyPanel } from './messages';
import { revealBeside } from './revealBeside';
import { saveFile } from './saveFile';

/** How an open panel is spoken to. */
export interface PanelPort<Name extends PanelName> {
  /** Whether the panel is listening; what is sent to one that is not is lost, and it asks anew once it does. */
  readonly isListening: boolean;
  send(message: Panels[Name]['toPanel'] | ToAnyPanel): void;
  setTitle(title: string): void;
}

/** What fills one open panel: asks the server, and tells the panel. */
export interface PanelSession<Name extends PanelName> {
  /** The panel listens from now on: it is to be told all that it shows. */
  started(): void;
  /** What the panel says beyond what every panel may say. */
  receive(message: Exclude<Panels[Name]['fromPanel'], FromAnyPanel>): void;
  /** The author has asked for the panel once more. */
  asked?(state: Panels[Name]['state']): void;
  /** The panel has been closed. */
  dispose(): void;
}

/** What a panel is. */
export interface PanelDescription<Name extends PanelName> {
  readonly name: Name;
  readonly title: string;
  readonly extension: vscode.Uri;
  /** Takes a message into the log. */
  readonly log: (message: string) => void;
  /**
   * Fills a panel that has been opened.
   * @param state what the panel had kept, or what it is opened with
   */
  readonly connect: (
    port: PanelPort<Name>,
    state: Partial<Panels[Name]['state']>,
  ) => PanelSession<Name>;
}

/** A panel beside the editor, of which there is one in a window; it comes back when the window is loaded anew. */
export class PanelHost<Name extends PanelName>
  implements vscode.WebviewPanelSerializer, vscode.Disposable
{
  readonly #description: PanelDescription<Name>;
  readonly #serializer: vscode.Disposable;
  #open: { readonly panel: vscode.WebviewPanel; readonly session: PanelSession<Name> } | undefined;

  constructor(description: PanelDescription<Name>) {
    this.#description = description;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(this.#viewType, this);
  }

  /** Opens the panel beside the editor, or brings it to the front. */
  open(state: Panels[Name]['state'] = {}): void {
    if (this.#open) {
      this.#open.panel.reveal(undefined, true);
      this.#open.session.asked?.(state);
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      this.#viewType,
      this.#description.title,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      {},
    );
    this.#fill(panel, state);
  }

  /** Fills a panel that VS Code has brought back (VS Code API §WebviewPanelSerializer). */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    // A second one cannot come back but where two windows shared their state.
    if (this.#open) panel.dispose();
    else this.#fill(panel, readState(state));
    return Promise.resolve();
  }

  dispose(): void {
    this.#serializer.dispose();
    this.#open?.panel.dispose();
  }

  get #viewType(): string {
    return `warrant.${this.#description.name}`;
  }

  #fill(panel: vscode.WebviewPanel, state: Partial<Panels[Name]['state']>): void {
    const { extension, name, title, connect } = this.#description;
    let isListening = false;
    const port: PanelPort<Name> = {
      get isListening() {
        return isListening;
      },
      send: (message) => {
        if (isListening) void panel.webview.postMessage(message);
      },
      setTitle: (text) => {
        panel.title = text;
      },
    };
    const session = connect(port, state);
    const subscriptions = vscode.Disposable.from(
      session,
      panel.webview.onDidReceiveMessage((message: Panels[Name]['fromPanel'] | FromAnyPanel) => {
        if (message.type === 'ready') {
          isListening = true;
          session.started();
        } else this.#receive(message, session);
      }),
      panel.onDidChangeViewState(() => {
        // A hidden panel has no document; it says that it is ready again once it is shown.
        if (!panel.visible) isListening = false;
      }),
      panel.onDidDispose(() => {
        isListening = false;
        this.#open = undefined;
        subscriptions.dispose();
      }),
    );
    this.#open = { panel, session };
    panel.iconPath = vscode.Uri.joinPath(extension, 'media', 'warrant.svg');
    panel.webview.options = { enableScripts: true, localResourceRoots: [panelFolder(extension)] };
    panel.webview.html = panelHtml(panel.webview, extension, name, title);
  }

  #receive(message: Panels[Name]['fromPanel'] | FromAnyPanel, session: PanelSession<Name>): void {
    switch (message.type) {
      case 'ready':
        return;
      case 'reveal':
        void revealBeside(message.location, message.focus);
        return;
      case 'save':
        void saveFile(message.file);
        return;
      case 'failed':
        this.#description.log(`${this.#viewType}: ${message.message}`);
        return;
      default:
        session.receive(message as Exclude<Panels[Name]['fromPanel'], FromAnyPanel>);
    }
  }
}

/** What a panel of an earlier version kept may look like anything. */
function readState(state: unknown): AnyPanelState {
  if (typeof state !== 'object' || state === null || !('uri' in state)) return {};
  return typeof state.uri === 'string' ? { uri: state.uri } : {};
}
