import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { eventually } from './eventually';

const UNSUPPORTED = '[Trust outlived the incentives]{.claim #c-trust} in both firms.\n';

let opened = 0;

/** Opens a new document. Each has a name of its own, since a name that is used again may bring its old text along. */
async function open(content: string, language = 'markdown'): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.from({ scheme: 'untitled', path: `manuscript-${++opened}` });
  const plain = await vscode.workspace.openTextDocument(uri);
  const document = await vscode.languages.setTextDocumentLanguage(plain, language);
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((builder) => {
    builder.insert(new vscode.Position(0, 0), content);
  });
  return editor;
}

/** The rule of a diagnostic. */
function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

function withRule(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return eventually(`a finding of ${rule} in ${uri.toString()}`, () =>
    vscode.languages.getDiagnostics(uri).find((diagnostic) => ruleOf(diagnostic) === rule),
  );
}

describe('a manuscript in the editor', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  for (const language of ['markdown', 'quarto', 'rmd']) {
    it(`gets its findings in the language ${language}`, async () => {
      const { document } = await open(UNSUPPORTED, language);
      const diagnostic = await withRule(document.uri, 'unsupported-finding');
      assert.equal(document.getText(diagnostic.range), 'Trust outlived the incentives');
      assert.equal(diagnostic.source, 'warrant');
    });
  }

  it('leaves other languages alone', async () => {
    const { document } = await open(UNSUPPORTED, 'plaintext');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });

  it('loses a finding when a quick fix is applied', async () => {
    const { document } = await open(
      'A [claim]{claim #c-a status=assumed}.\n\n[B]{.construct #k}\n',
    );
    const diagnostic = await withRule(document.uri, 'near-miss');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      diagnostic.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const edit = actions.find(({ isPreferred }) => isPreferred)?.edit ?? actions[0]?.edit;
    assert.ok(edit);
    await vscode.workspace.applyEdit(edit);
    assert.match(document.getText(), /\[claim\]\{\.claim/);
    await eventually('the finding to go', () => {
      const left = vscode.languages.getDiagnostics(document.uri);
      return left.some((one) => ruleOf(one) === 'near-miss') ? undefined : true;
    });
  });

  it('defines a construct where the plain text uses it', async () => {
    const { document } = await open(
      '[Trust is the willingness to rely on another]{.construct #k-trust term="trust"}.\n\nTrust grew.\n',
    );
    const hovers = await eventually('a hover', async () => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        new vscode.Position(2, 2),
      );
      return found.length > 0 ? found : undefined;
    });
    const contents = hovers.flatMap((hover) => hover.contents as vscode.MarkdownString[]);
    assert.match(contents.map(({ value }) => value).join('\n'), /willingness to rely on another/);
  });

  it('is tagged by a command, with the new id selected, and one undo takes it back', async () => {
    const text = 'We saw that trust outlived the incentives here.\n';
    const editor = await open(text);
    const start = text.indexOf('trust');
    const end = text.indexOf(' here');
    editor.selection = new vscode.Selection(0, start, 0, end);
    await vscode.commands.executeCommand('warrant.tagClaim');
    const tagged = await eventually('the tag', () =>
      editor.document.getText().includes('{.claim') ? editor.document.getText() : undefined,
    );
    assert.match(tagged, /that \[trust outlived the incentives\]\{\.claim #c-[a-z-]+\} here/);
    assert.match(editor.document.getText(editor.selection), /^c-/);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), text);
  });

  it('is tagged at every selection, and one undo takes all back', async () => {
    const text = 'We saw that trust grew here.\n\nAnd then the sales grew there.\n';
    const editor = await open(text);
    const { document } = editor;
    editor.selections = ['trust grew', 'the sales grew'].map((words) => {
      const start = document.positionAt(text.indexOf(words));
      return new vscode.Selection(start, start.translate(0, words.length));
    });
    await vscode.commands.executeCommand('warrant.tagEvidence');
    assert.match(
      document.getText(),
      /^We saw that \[trust grew\]\{\.evidence #e-trust[\w-]*\} here\.\n\nAnd then \[the sales grew\]\{\.evidence #e-[\w-]+\} there\.\n$/,
    );
    const selected = editor.selections.map((selection) => document.getText(selection));
    assert.equal(new Set(selected).size, 2);
    for (const id of selected) assert.match(id, /^e-[\w-]+$/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('gets its findings again after the server was restarted', async () => {
    const { document } = await open(UNSUPPORTED);
    await withRule(document.uri, 'unsupported-finding');
    await vscode.commands.executeCommand('warrant.restartServer');
    const end = document.positionAt(document.getText().length);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, end, '\n[Sales grew]{.claim #c-trust}.\n');
    await vscode.workspace.applyEdit(edit);
    await withRule(document.uri, 'duplicate-id');
  });
});
