import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/**
 * Where VS Code asks for completions at every letter, a word of prose that is the name of a kind, such as `claim`, must
 * not bring up a tag that Enter would insert; there a slash before the word does.
 */
export const quietCompletion: Pick<Middleware, 'provideCompletionItem'> = {
  async provideCompletionItem(document, position, context, token, next) {
    const found = await next(document, position, context, token);
    if (!found || context.triggerKind !== vscode.CompletionTriggerKind.Invoke) return found;
    if (!asksAtEveryLetter(document)) return found;
    if (Array.isArray(found)) return found.filter((item) => !isBareWord(item));
    found.items = found.items.filter((item) => !isBareWord(item));
    return found;
  },
};

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
