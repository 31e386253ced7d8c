import type { ClientCapabilities } from 'vscode-languageserver';
import type { InitializationOptions } from '../shared/protocol';

/** What a client can do with completions. */
export interface CompletionSupport {
  readonly snippets: boolean;
  /** It can leave what stands behind the caret. */
  readonly insertReplace: boolean;
  /** It shows words beside a label. */
  readonly labelDetails: boolean;
  /** It takes the range of all items at once. */
  readonly editRange: boolean;
  /** See {@link InitializationOptions.completesByWord}. */
  readonly byWord: boolean;
}

/** Reads the capabilities of a client (LSP 3.17 §CompletionClientCapabilities), and what it says besides. */
export function readCompletionSupport(
  { textDocument }: ClientCapabilities,
  { completesByWord = false }: InitializationOptions,
): CompletionSupport {
  const item = textDocument?.completion?.completionItem;
  const defaults = textDocument?.completion?.completionList?.itemDefaults;
  return {
    snippets: item?.snippetSupport ?? false,
    insertReplace: item?.insertReplaceSupport ?? false,
    labelDetails: item?.labelDetailsSupport ?? false,
    editRange: defaults?.includes('editRange') ?? false,
    byWord: completesByWord,
  };
}
