import type {
  Connection,
  DocumentSymbolParams,
  HoverParams,
  ServerCapabilities,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import type { Answers } from '../answers';
import { hover } from '../capabilities/hover';
import { documentSymbols, workspaceSymbols } from '../capabilities/symbols';
import { PARAMS } from '../params';

/** What the server does for authors who want to understand what stands there. */
export const READING = {
  hoverProvider: true,
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
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
}
