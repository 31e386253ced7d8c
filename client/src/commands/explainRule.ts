import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

const COMMAND = 'warrant.explainRule';

/** Registers the command that shows the documentation of a rule, rendered and at the right place. */
export function registerExplainRule(context: vscode.ExtensionContext): vscode.Disposable {
  const page = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules.md');
  return vscode.commands.registerCommand(COMMAND, (rule: string) =>
    vscode.commands.executeCommand('markdown.showPreview', page.with({ fragment: rule })),
  );
}

/** Lets the code of a diagnostic open the rendered documentation instead of its source. */
export const explainedDiagnostics: Pick<Middleware, 'handleDiagnostics'> = {
  handleDiagnostics(uri, diagnostics, next) {
    for (const diagnostic of diagnostics) {
      const { code } = diagnostic;
      if (typeof code !== 'object') continue;
      const query = encodeURIComponent(JSON.stringify([code.value]));
      diagnostic.code = { ...code, target: vscode.Uri.parse(`command:${COMMAND}?${query}`) };
    }
    next(uri, diagnostics);
  },
};
