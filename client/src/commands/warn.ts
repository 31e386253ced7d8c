import * as vscode from 'vscode';

/** Shows a warning, and does not wait for it to be dismissed. */
export function warn(message: string): void {
  void vscode.window.showWarningMessage(message);
}
