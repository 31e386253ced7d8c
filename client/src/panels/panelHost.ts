import * as vscode from 'vscode';
import { panelFolder, panelHtml } from './html';
import type {
  AnyPanelState,
  FromAnyPanel,
  FromPanel,
  PanelName,
  Panels,
  ToPanel,
} from './messages';
import { revealBeside } from './revealBeside';
import { saveFile } from './saveFile';

/** How an open panel is spoken to. */
export interface PanelPort<Name extends PanelName> {
  /** Whether the panel is listening; what is sent to one that is not is lost, and it asks anew once it does. */
  readonly isListening: boolean;
  send(message: ToPanel<Name>): void;
  setTitle(title: string): void;
}

/** What fills one open panel: asks the server, and tells the panel. */
export interface PanelSession<Name extends PanelName> {
  /** The panel listens from now on: it is to be told all that it shows. */
  started(): void;
  /** What the panel says beyond what every panel may say. */
  receive(message: Panels[Name]['fromPanel']): void;
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
  readonly connect: (port: PanelPort<Name>, state: AnyPanelState) => PanelSession<Name>;
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
  open(state: AnyPanelState = {}): void {
    if (this.#open) {
      this.#open.panel.reveal(undefined, true);
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

  #fill(panel: vscode.WebviewPanel, state: AnyPanelState): void {
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
      panel.webview.onDidReceiveMessage((message: FromPanel<Name>) => {
        if (!isCommon(message)) {
          session.receive(message);
        } else if (message.type === 'ready') {
          isListening = true;
          session.started();
        } else {
          this.#receive(message);
        }
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
    const icon = (theme: string): vscode.Uri =>
      vscode.Uri.joinPath(extension, 'media', `panel-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.options = { enableScripts: true, localResourceRoots: [panelFolder(extension)] };
    panel.webview.html = panelHtml(panel.webview, extension, name, title);
  }

  #receive(message: Exclude<FromAnyPanel, { readonly type: 'ready' }>): void {
    switch (message.type) {
      case 'reveal':
        void revealBeside(message.location, message.focus);
        return;
      case 'save':
        void saveFile(message.file);
        return;
      case 'failed':
        this.#description.log(`${this.#viewType}: ${message.message}`);
    }
  }
}

const COMMON: ReadonlySet<string> = new Set<FromAnyPanel['type']>([
  'ready',
  'reveal',
  'save',
  'failed',
]);

function isCommon(message: { readonly type: string }): message is FromAnyPanel {
  return COMMON.has(message.type);
}

/** What a panel of an earlier version kept may look like anything; what it shows is read by the panel itself. */
function readState(state: unknown): AnyPanelState {
  if (typeof state !== 'object' || state === null || !('uri' in state)) return {};
  return typeof state.uri === 'string' ? { uri: state.uri } : {};
}
