import * as vscode from 'vscode';
import type { PanelName } from './messages';

/** Where the scripts of the panels are built to. */
export function panelFolder(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist', 'panels');
}

/**
 * The document of a panel (VS Code's webview guide, §Content security policy): it runs one script of ours and loads what
 * stands beside that, and nothing else. Workers are made from blobs, for a webview may not load one from an address.
 */
export function panelHtml(
  webview: Pick<vscode.Webview, 'asWebviewUri' | 'cspSource'>,
  extension: vscode.Uri,
  name: PanelName,
  title: string,
): string {
  const folder = panelFolder(extension);
  const address = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString(true);
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} blob: data:`,
    `connect-src ${webview.cspSource}`,
    'worker-src blob:',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="stylesheet" href="${escape(address(`${name}.css`))}">
</head>
<body>
<main id="panel" data-folder="${escape(address(''))}"></main>
<script nonce="${nonce}" src="${escape(address(`${name}.js`))}"></script>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
