import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LANGUAGES } from '../../../server/src/shared/documents';
import { PREVIEW, type PreviewProject } from '../../../server/src/shared/protocol';
import type { ServerState } from '../lsp/serverState';
import type { PreviewHost, ProjectView } from './tagPreview';

/**
 * What the preview knows of the projects of manuscripts. It renders at once, so that it shows what the text alone tells
 * until the server has answered, and is refreshed where the answer makes a difference.
 */
export class ProjectViews implements PreviewHost, vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #server: ServerState;
  readonly #subscriptions: vscode.Disposable;
  readonly #views = new Map<string, Answered>();

  constructor(client: BaseLanguageClient, server: ServerState) {
    this.#client = client;
    this.#server = server;
    this.#subscriptions = vscode.Disposable.from(
      server.onDidChange(() => {
        for (const uri of this.#views.keys()) void this.#ask(uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#views.delete(uri.toString())),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('warrant.preview')) refresh();
      }),
    );
  }

  isEnabled(): boolean {
    return vscode.workspace.getConfiguration('warrant.preview').get('enabled', true);
  }

  projectOf(text: string, judge: () => boolean): ProjectView | undefined {
    const uri = documentWith(text)?.uri.toString();
    if (uri === undefined) return undefined;
    const known = this.#views.get(uri);
    if (known) {
      known.assumed = known.view ? undefined : judge();
      return known.view;
    }
    this.#views.set(uri, { view: undefined, assumed: judge(), asked: 0 });
    void this.#ask(uri);
    return undefined;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #ask(uri: string): Promise<void> {
    const answered = this.#views.get(uri);
    if (!answered || this.#server.condition !== 'running') return;
    const asked = ++answered.asked;
    const project = await this.#client
      .sendRequest<PreviewProject>(PREVIEW, { uri })
      .catch(() => undefined);
    if (!project || asked !== answered.asked) return;
    const before = answered.view;
    const view = { takesPart: project.takesPart, kinds: ownKinds(project) };
    if (before && isSame(before, view)) return;
    answered.view = view;
    const isAsAssumed = view.takesPart === answered.assumed && view.kinds === undefined;
    if (before || !isAsAssumed) refresh();
  }
}

interface Answered {
  view: ProjectView | undefined;
  /** Whether the preview showed tags while it was not known whether the file takes part. */
  assumed: boolean | undefined;
  /** How often the server was asked: only the last answer counts. */
  asked: number;
}

/** The open document with a text, as markdown-it has it. */
function documentWith(text: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => {
    if (!LANGUAGES.includes(document.languageId)) return false;
    const written = document.getText();
    return written === text || (written.includes('\r') && written.replace(/\r\n?/g, '\n') === text);
  });
}

function ownKinds({ kinds }: PreviewProject): ProjectView['kinds'] {
  return Object.keys(kinds).length > 0 ? kinds : undefined;
}

function isSame(a: ProjectView, b: ProjectView): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Renders the previews again; without VS Code's Markdown extension there are none. */
function refresh(): void {
  vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, () => undefined);
}
