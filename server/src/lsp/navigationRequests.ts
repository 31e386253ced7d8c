import type {
  Connection,
  DefinitionParams,
  DocumentHighlightParams,
  ReferenceParams,
  RenameParams,
  ServerCapabilities,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { documentOf, type Answers } from './answers';
import { definition, highlights, references } from './capabilities/navigation';
import { prepareRenameAt, rename } from './capabilities/rename';
import { PARAMS } from './params';

/** What the server does for authors who want to get from one place to another. */
export const NAVIGATION = {
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
} as const satisfies ServerCapabilities;

/** Serves the requests that {@link NAVIGATION} promises. */
export function serveNavigation(connection: Connection, answers: Answers): void {
  connection.onDefinition(
    answers.answerUnchanged(
      PARAMS.place,
      documentOf,
      ({ context }, { textDocument, position }: DefinitionParams) =>
        definition(context, textDocument.uri, position),
    ),
  );
  connection.onReferences(
    answers.answerUnchanged(
      PARAMS.references,
      documentOf,
      ({ context }, { textDocument, position, context: asked }: ReferenceParams) =>
        references(context, textDocument.uri, position, asked.includeDeclaration),
    ),
  );
  connection.onDocumentHighlight(
    answers.answer(PARAMS.place, ({ context }, params: DocumentHighlightParams) =>
      highlights(context, params.textDocument.uri, params.position),
    ),
  );
  connection.onPrepareRename(
    answers.answerUnchanged(
      PARAMS.place,
      documentOf,
      ({ context }, params: TextDocumentPositionParams) => prepareRenameAt(context, params),
    ),
  );
  connection.onRenameRequest(
    answers.answerUnchanged(PARAMS.rename, documentOf, ({ context }, params: RenameParams) =>
      rename(context, params),
    ),
  );
}
