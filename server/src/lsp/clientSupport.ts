import type { ClientCapabilities } from 'vscode-languageserver';
import type { InitializationOptions } from '../shared/protocol';

/** What a client can do, as far as answers depend on it. */
export interface ClientSupport {
  /** It takes links where it asks for a definition. */
  readonly definitionLinks: boolean;
  /** It takes edits of documents of a certain version. */
  readonly documentChanges: boolean;
  /** It shows what edits are about. */
  readonly changeAnnotations: boolean;
  /** It lets the author fill in an edit (LSP 3.18 §SnippetTextEdit). */
  readonly snippetEdits: boolean;
  /** It asks for the edit of a code action when the author chooses it. */
  readonly resolvesActions: boolean;
  /** It asks again for what stands above lines, when it is told to. */
  readonly refreshesLenses: boolean;
  /** It asks again for hints in the text, when it is told to. */
  readonly refreshesHints: boolean;
  /** So many folding ranges of a document it takes. */
  readonly foldingRanges: number;
  /** It shows texts of sources that are no text files. */
  readonly showsSourceTexts: boolean;
  /** The commands of its own that the server may name. */
  readonly commands: ReadonlySet<string>;
}

/**
 * Reads the capabilities of a client (LSP 3.17 §initialize).
 * @param options what it says of itself beyond them
 */
export function readSupport(
  { textDocument, workspace }: ClientCapabilities,
  { commands = [], showsSourceTexts = false }: InitializationOptions,
): ClientSupport {
  const edits = workspace?.workspaceEdit;
  const actions = textDocument?.codeAction;
  return {
    definitionLinks: textDocument?.definition?.linkSupport ?? false,
    documentChanges: edits?.documentChanges ?? false,
    changeAnnotations: edits?.changeAnnotationSupport !== undefined,
    snippetEdits: edits?.snippetEditSupport ?? false,
    resolvesActions:
      (actions?.dataSupport && actions.resolveSupport?.properties.includes('edit')) ?? false,
    refreshesLenses: workspace?.codeLens?.refreshSupport ?? false,
    refreshesHints: workspace?.inlayHint?.refreshSupport ?? false,
    foldingRanges: textDocument?.foldingRange?.rangeLimit ?? Infinity,
    showsSourceTexts,
    commands: new Set(commands),
  };
}
