import type {
  CodeLens,
  CodeLensParams,
  Connection,
  DocumentSymbolParams,
  ExecuteCommandParams,
  HoverParams,
  InlayHint,
  InlayHintParams,
  SemanticTokens,
  SemanticTokensDeltaParams,
  SemanticTokensParams,
  SemanticTokensRangeParams,
  ServerCapabilities,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { OPEN_PLACE } from '../../shared/protocol';
import type { Answers } from '../answers';
import { codeLenses, resolveCodeLens } from '../capabilities/codeLenses';
import { hover } from '../capabilities/hover';
import { inlayHintsOf, resolveInlayHint } from '../capabilities/inlayHints';
import { openPlace } from '../capabilities/openPlace';
import { documentSymbols, workspaceSymbols } from '../capabilities/symbols';
import { PARAMS } from '../params';

/** What the server does for authors who want to understand what stands there. */
export const READING = {
  hoverProvider: true,
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  codeLensProvider: { resolveProvider: true },
  inlayHintProvider: { resolveProvider: true },
  executeCommandProvider: { commands: [OPEN_PLACE] },
} as const satisfies ServerCapabilities;

/** Serves the requests that {@link READING} promises. */
export function serveReading(connection: Connection, answers: Answers): void {
  connection.onHover(
    answers.answer(PARAMS.place, ({ context }, { textDocument, position }: HoverParams) =>
      hover(context, textDocument.uri, position),
    ),
  );
  connection.onDocumentSymbol(
    answers.answerUnchanged(
      PARAMS.document,
      ({ context }, { textDocument }: DocumentSymbolParams) =>
        documentSymbols(context, textDocument.uri),
    ),
  );
  connection.onWorkspaceSymbol(
    answers.answer(PARAMS.query, ({ context, tracked }, { query }: WorkspaceSymbolParams) =>
      workspaceSymbols(context, tracked, query),
    ),
  );
  connection.onCodeLens(
    answers.answerUnchanged(
      PARAMS.document,
      ({ context, refreshes }, { textDocument }: CodeLensParams) =>
        codeLenses(context, refreshes, textDocument.uri),
    ),
  );
  connection.onCodeLensResolve(
    answers.answer(PARAMS.lens, ({ context }, lens: CodeLens) => resolveCodeLens(context, lens)),
  );
  connection.onExecuteCommand(
    answers.answer(PARAMS.command, (_, params: ExecuteCommandParams) =>
      openPlace(connection, params),
    ),
  );
  connection.languages.inlayHint.on(
    answers.answerUnchanged(
      PARAMS.within,
      ({ context, refreshes }, { textDocument, range }: InlayHintParams) =>
        inlayHintsOf(context, refreshes, textDocument.uri, range),
    ),
  );
  connection.languages.inlayHint.resolve(
    answers.answer(PARAMS.hint, ({ context }, hint: InlayHint) => resolveInlayHint(context, hint)),
  );
  const tokens = connection.languages.semanticTokens;
  tokens.on(
    answers.answerUnchanged(
      PARAMS.document,
      ({ context, tokens: known }, params: SemanticTokensParams) =>
        known.full(context, params.textDocument.uri) as Promise<SemanticTokens>,
    ),
  );
  tokens.onDelta(
    answers.answerUnchanged(
      PARAMS.tokensDelta,
      ({ context, tokens: known }, { textDocument, previousResultId }: SemanticTokensDeltaParams) =>
        known.full(context, textDocument.uri, previousResultId),
    ),
  );
  tokens.onRange(
    answers.answerUnchanged(
      PARAMS.within,
      ({ context, tokens: known }, { textDocument, range }: SemanticTokensRangeParams) =>
        known.inRange(context, textDocument.uri, range),
    ),
  );
}
