import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';

describe('the extension in a real VS Code', () => {
  it('is found', () => {
    assert.ok(vscode.extensions.getExtension('warrant.warrant'));
  });

  it('is activated by a Markdown document', async () => {
    const [file] = await vscode.workspace.findFiles('**/*.md', undefined, 1);
    assert.ok(file);
    await vscode.window.showTextDocument(file);
    await vscode.extensions.getExtension('warrant.warrant')?.activate();
    assert.equal(vscode.extensions.getExtension('warrant.warrant')?.isActive, true);
  });
});
