import type MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCopyWithoutTags } from './commands/copyWithoutTags';
import { registerDataStructure } from './commands/dataStructure';
import { registerExplainRule } from './commands/explainRule';
import { reveal } from './commands/reveal';
import { registerRetagCommands } from './commands/retag';
import { registerServerCommands, startOrSay } from './commands/serverCommands';
import { registerQdaCommands } from './commands/qda';
import { registerTableCommands } from './commands/tables';
import { registerTagCommands } from './commands/tagSelection';
import { clientOptions } from './lsp/clientOptions';
import { registerFileBridge } from './lsp/fileBridge';
import { showLanguageStatus } from './lsp/languageStatus';
import { offerToQuietMarkdownValidation } from './lsp/markdownValidation';
import { ServerState } from './lsp/serverState';
import { registerMap } from './panels/map/mapPanel';
import { registerMatrix } from './panels/matrix/matrixPanel';
import { ProjectViews } from './preview/projectViews';
import type { tagPreview } from './preview/tagPreview';
import { registerAids } from './reading/aids';
import { HiddenMarkup } from './reading/hiddenMarkup';
import { ReadingMode } from './reading/readingMode';
import { registerQuotationCommands } from './quotations';
import { showSourceTexts } from './quotations/sourceTexts';
import { registerSuggestions } from './suggestions';
import { ActiveManuscript } from './views/activeManuscript';
import { CursorFollower } from './views/followCursor';
import { showBadge } from './views/badge';
import { CLAIM_LIST, CONSTRUCT_LIST, MECHANISM_LIST, SOURCE_LIST } from './views/listKinds';
import { ListView, type ListKind } from './views/listView';
import { ManuscriptSummary } from './views/manuscriptSummary';
import { registerMissingBadges } from './views/missingBadges';
import { registerRowCommands } from './views/rowCommands';
import { RowDragAndDrop } from './views/rowDragAndDrop';
import { registerPeekUses } from './views/peekUses';
import { showSummary } from './views/summaryStatusBar';

/** Makes a language client on this platform. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Loads what shows tags in the preview, when a preview is first opened. */
export type LoadPreview = () => typeof tagPreview;

/** What other extensions may call. */
export interface Exports {
  /** VS Code's Markdown preview has its parser extended here (VS Code API, Markdown extension guide). */
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}

/**
 * Starts the server and shows what it computes: the composition root of the client. It does not wait for the server, for
 * which no preview has to wait either.
 */
export function activateClient(
  context: vscode.ExtensionContext,
  createClient: CreateClient,
  loadPreview: LoadPreview,
): Exports {
  const output = vscode.window.createOutputChannel('Warrant', { log: true });
  const hidden = new HiddenMarkup();
  const client = createClient(clientOptions(context, output, hidden));
  const server = new ServerState(client);
  const manuscript = new ActiveManuscript();
  const summary = new ManuscriptSummary(client, server, manuscript);
  const projects = new ProjectViews(client, server);
  const drag = new RowDragAndDrop(client);
  const { workspaceState } = context;
  const list = (kind: ListKind): ListView =>
    new ListView(client, server, manuscript, workspaceState, drag, kind);
  const claims = list(CLAIM_LIST);
  const lists = [list(MECHANISM_LIST), claims, list(CONSTRUCT_LIST), list(SOURCE_LIST)];
  const trees = lists.map(({ tree }) => tree);
  context.subscriptions.push(
    output,
    hidden,
    server,
    manuscript,
    projects,
    registerFileBridge(client),
    showLanguageStatus(server),
    summary,
    showSummary(summary, manuscript, () => void offerToQuietMarkdownValidation(context)),
    ...lists,
    showBadge(claims.tree.view, summary),
    registerPeekUses(client),
    new CursorFollower(client, server, trees, workspaceState),
    registerRowCommands(client, trees),
    registerMissingBadges(),
    new ReadingMode(client, server, hidden),
    registerMap(context, client, server, manuscript),
    registerMatrix(context, client, server, manuscript),
    registerAids(client, hidden),
    registerTagCommands(client),
    registerSuggestions(client, server, manuscript),
    registerRetagCommands(client),
    registerCopyWithoutTags(client),
    registerQuotationCommands(client),
    showSourceTexts(client, server),
    registerTableCommands(client),
    registerQdaCommands(client),
    registerDataStructure(client),
    registerExplainRule(context),
    registerServerCommands(client, output),
    vscode.commands.registerCommand('warrant.reveal', reveal),
    // VS Code offers its preview for Markdown alone, though it shows any text.
    vscode.commands.registerCommand('warrant.openPreview', () =>
      vscode.commands.executeCommand('markdown.showPreviewToSide'),
    ),
  );
  void startOrSay(client);
  return { extendMarkdownIt: (md) => loadPreview()(md, projects) };
}
