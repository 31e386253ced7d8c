import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/**
 * Where VS Code asks for completions at every letter, a word of prose that is the name of a kind, such as `claim`, must
 * not bring up a tag that Enter would insert; there a slash before the word does. What the YAML extension offers is not
 * offered twice.
 */
export const quietCompletion: Pick<Middleware, 'provideCompletionItem'> = {
  async provideCompletionItem(document, position, context, token, next) {
    const found = await next(document, position, context, token);
    const isAsking = context.triggerKind === vscode.CompletionTriggerKind.Invoke;
    const isUnwanted = hasSchema(document)
      ? isOfSchema
      : isAsking && asksAtEveryLetter(document)
        ? isBareWord
        : undefined;
    if (!found || !isUnwanted) return found;
    if (Array.isArray(found)) return found.filter((item) => !isUnwanted(item));
    found.items = found.items.filter((item) => !isUnwanted(item));
    return found;
  },
};

/** Whether the YAML extension completes a document by the schema that ours brings along. */
function hasSchema({ languageId }: vscode.TextDocument): boolean {
  return (
    languageId === 'yaml' && vscode.extensions.getExtension('redhat.vscode-yaml') !== undefined
  );
}

function isOfSchema({ kind }: vscode.CompletionItem): boolean {
  return (
    kind === vscode.CompletionItemKind.Property || kind === vscode.CompletionItemKind.EnumMember
  );
}

function isBareWord({ kind, filterText = '' }: vscode.CompletionItem): boolean {
  return kind === vscode.CompletionItemKind.Snippet && !filterText.startsWith('/');
}

function asksAtEveryLetter(document: vscode.TextDocument): boolean {
  const setting = vscode.workspace
    .getConfiguration('editor', document)
    .get<boolean | { readonly other?: boolean | string }>('quickSuggestions');
  const asked = typeof setting === 'object' ? setting.other : setting;
  return asked === true || asked === 'on';
}
