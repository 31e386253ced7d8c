import {
  WillRenameFilesRequest,
  type CallHierarchyIncomingCallsParams,
  type CallHierarchyOutgoingCallsParams,
  type CallHierarchyPrepareParams,
  type Connection,
  type DefinitionParams,
  type DocumentHighlightParams,
  type DocumentLink,
  type DocumentLinkParams,
  type FileOperationOptions,
  type FoldingRangeParams,
  type ReferenceParams,
  type RenameFilesParams,
  type RenameParams,
  type SelectionRangeParams,
  type ServerCapabilities,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Answers } from '../answers';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../capabilities/callHierarchy';
import { documentLinks, resolveDocumentLink } from '../capabilities/documentLinks';
import { willRenameFiles } from '../capabilities/fileRenames';
import { folding } from '../capabilities/folding';
import { definition, highlights, references } from '../capabilities/navigation';
import { prepareRenameAt, rename } from '../capabilities/rename';
import { selectionRanges } from '../capabilities/selection';
import { PARAMS } from '../params';

/** What the server does for authors who want to get from one place to another. */
export const NAVIGATION = {
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  callHierarchyProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: { resolveProvider: true },
  renameProvider: { prepareProvider: true },
} as const satisfies ServerCapabilities;

/** What the client asks before it does it: any file or folder may be named somewhere. */
export const FILE_OPERATIONS: FileOperationOptions = {
  willRename: { filters: [{ pattern: { glob: '**/*' } }] },
};

/** Serves the requests that {@link NAVIGATION} promises. */
export function serveNavigation(connection: Connection, answers: Answers): void {
  connection.onDefinition(
    answers.answerUnchanged(
      PARAMS.place,
      ({ context }, { textDocument, position }: DefinitionParams) =>
        definition(context, textDocument.uri, position),
    ),
  );
  connection.onReferences(
    answers.answerUnchanged(
      PARAMS.references,
      ({ context }, { textDocument, position, context: asked }: ReferenceParams) =>
        references(context, textDocument.uri, position, asked.includeDeclaration),
    ),
  );
  connection.onDocumentHighlight(
    answers.answer(PARAMS.place, ({ context }, params: DocumentHighlightParams) =>
      highlights(context, params.textDocument.uri, params.position),
    ),
  );
  connection.languages.callHierarchy.onPrepare(
    answers.answerUnchanged(
      PARAMS.place,
      ({ context }, { textDocument, position }: CallHierarchyPrepareParams) =>
        prepareCallHierarchy(context, textDocument.uri, position),
    ),
  );
  connection.languages.callHierarchy.onIncomingCalls(
    answers.answer(
      PARAMS.hierarchyItem,
      ({ context }, { item }: CallHierarchyIncomingCallsParams) => incomingCalls(context, item),
    ),
  );
  connection.languages.callHierarchy.onOutgoingCalls(
    answers.answer(
      PARAMS.hierarchyItem,
      ({ context }, { item }: CallHierarchyOutgoingCallsParams) => outgoingCalls(context, item),
    ),
  );
  connection.onFoldingRanges(
    answers.answerUnchanged(PARAMS.document, ({ context }, { textDocument }: FoldingRangeParams) =>
      folding(context, textDocument.uri),
    ),
  );
  connection.onSelectionRanges(
    answers.answerUnchanged(
      PARAMS.positions,
      ({ context }, { textDocument, positions }: SelectionRangeParams) =>
        selectionRanges(context, textDocument.uri, positions),
    ),
  );
  connection.onDocumentLinks(
    answers.answerUnchanged(PARAMS.document, ({ context }, { textDocument }: DocumentLinkParams) =>
      documentLinks(context, textDocument.uri),
    ),
  );
  connection.onDocumentLinkResolve(
    answers.answer(PARAMS.link, ({ context }, link: DocumentLink) =>
      resolveDocumentLink(context, link),
    ),
  );
  connection.onRequest(
    WillRenameFilesRequest.method,
    answers.answer(PARAMS.renamedFiles, ({ context, tracked }, params: RenameFilesParams) =>
      willRenameFiles(context, tracked, params),
    ),
  );
  connection.onPrepareRename(
    answers.answerUnchanged(PARAMS.place, ({ context }, params: TextDocumentPositionParams) =>
      prepareRenameAt(context, params),
    ),
  );
  connection.onRenameRequest(
    answers.answerUnchanged(PARAMS.rename, ({ context }, params: RenameParams) =>
      rename(context, params),
    ),
  );
}
