import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';

/** What VS Code's Markdown preview calls. */
interface Exports {
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}

describe('the preview', () => {
  it('has its parser extended, in Node and on the web', async () => {
    const extension = vscode.extensions.getExtension<Exports>('warrant.warrant');
    const exports = await extension?.activate();
    assert.ok(exports);
    const html = exports
      .extendMarkdownIt(new MarkdownIt())
      .render('[Trust]{.claim #c evidence=e}\n', {});
    assert.match(html, /<span class="warrant warrant-claim[^>]* id="c"[^>]*>.*Trust/);
    assert.ok(!html.includes('{.claim'));
  });
});
