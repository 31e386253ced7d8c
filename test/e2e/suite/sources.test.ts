import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { before, after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { gitIndex } from '../../tools/gitIndex';
import { pdfDocument } from '../../tools/pdfDocument';
import { eventually } from './eventually';

const MANUSCRIPT = `# Paper

[Trust grows with use]{.claim type=background} [@ring1994; @kay2001; @lee2010; @nobody1900].

["We did join for it at all, and said so."]{.evidence #e-text source=text}
["We did wait for the money to come in."]{.evidence #e-word source=word}
["They did tell us about the second bid."]{.evidence #e-video source=video}
["We did sign the paper he brought us."]{.evidence #e-pdf source=paper}
["We did sleep for a whole week then."]{.evidence #e-qda source=coded qda=a1000001}
["Nobody asked for the second bonus here."]{.evidence #e-table source=listed qda=b1000001}

It was Anna de Vries who said so.
`;

const CONFIG = `bibliography: [refs.bib, works.json, works.yaml]
qda: [study.qdpx, codings.csv]
pseudonyms: names.yaml
sources:
  - {id: text, kind: interview, file: text.txt, access: confidential}
  - {id: word, kind: interview, file: word.docx}
  - {id: video, kind: interview, file: video.vtt}
  - {id: paper, kind: document, file: paper.pdf}
  - {id: coded, kind: interview, qda: Interview 3}
  - {id: listed, kind: interview, qda: Interview 4}
`;

const QDA_TEXT = 'R1: We did not sleep for a whole week then.\n';
const QDA = `<?xml version="1.0" encoding="utf-8"?>
<Project name="Study" xmlns="urn:QDA-XML:project:1.0">
  <CodeBook><Codes><Code guid="c1000001-0000-4000-8000-000000000001" name="Fear" isCodable="true"/></Codes></CodeBook>
  <Sources>
    <TextSource guid="50000001-0000-4000-8000-000000000001" name="Interview 3" plainTextPath="internal://owner.txt">
      <PlainTextSelection guid="a1000001-0000-4000-8000-000000000001" startPosition="4" endPosition="42">
        <Coding guid="d1000001-0000-4000-8000-000000000001"><CodeRef targetGUID="c1000001-0000-4000-8000-000000000001"/></Coding>
      </PlainTextSelection>
    </TextSource>
  </Sources>
</Project>
`;

const WORD = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:r><w:t>${'It was a long year for all of us. '.repeat(200)}</w:t></w:r></w:p>
<w:p><w:r><w:t>We did not wait for the money to come in.</w:t></w:r></w:p></w:body></w:document>`;

/** “naïve” in Windows-1252, which is no UTF-8. */
const WINDOWS_TEXT = Uint8Array.from([
  ...strToU8('R1: It was na'),
  0xef,
  ...strToU8('ve. We did not join for it at all, and said so.\n'),
]);

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'paper.md': MANUSCRIPT,
  'warrant.yaml': CONFIG,
  'refs.bib': '@article{ring1994, title = {Processes}, year = 1994}\n@book{lost, title = {Lost\n',
  'works.json': '[{"id": "kay2001", "type": "book", "title": "Ties That Hold"}]',
  'works.yaml': 'references:\n  - id: lee2010\n    type: book\n    title: Bonds\n',
  'text.txt': WINDOWS_TEXT,
  'word.docx': zipSync({ 'word/document.xml': strToU8(WORD) }, { level: 9 }),
  'video.vtt':
    'WEBVTT\n\n00:01.000 --> 00:04.000\n<v Kim>They did not tell us\n\n00:04.000 --> 00:06.000\n<v Kim>about the second bid.\n',
  'paper.pdf': pdfDocument([['A beginning.'], ['We did not sign the paper', 'he brought us.']]),
  'study.qdpx': zipSync({ 'project.qde': strToU8(QDA), 'sources/owner.txt': strToU8(QDA_TEXT) }),
  'codings.csv':
    'guid,code,quotation,source\nb1000001-0000-4000-8000-000000000001,Pay,Nobody asked for the first bonus here.,Interview 4\n',
  'names.yaml': 'Anna de Vries: Karin Bosman\n',
  '.git/index': gitIndex(['paper.md', 'text.txt']),
};

/** The rule of a diagnostic. */
function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

describe('what a manuscript rests on', () => {
  const [root] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(root);
  // Its name begins the path of no other test's document.
  const folder = vscode.Uri.joinPath(root.uri, 'rests-on');
  const uriOf = (name: string) => vscode.Uri.joinPath(folder, ...name.split('/'));

  const found = (file: string, rule: string, words: string) =>
    eventually(`${rule} in ${file} at ${words}`, async () => {
      const uri = uriOf(file);
      const document = await vscode.workspace.openTextDocument(uri);
      return vscode.languages
        .getDiagnostics(uri)
        .find(
          (one) =>
            ruleOf(one) === rule && document.lineAt(one.range.start.line).text.includes(words),
        );
    });

  before(async () => {
    for (const [name, content] of Object.entries(FILES)) {
      const bytes = typeof content === 'string' ? strToU8(content) : content;
      await vscode.workspace.fs.writeFile(uriOf(name), bytes);
    }
    await vscode.window.showTextDocument(uriOf('paper.md'));
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  for (const [what, id] of [
    ['a text in the encoding of Windows', '#e-text'],
    ['a Word document', '#e-word'],
    ['subtitles', '#e-video'],
    ['a PDF', '#e-pdf'],
    ['a QDA project', '#e-qda'],
  ] as const) {
    it(`is read: ${what}`, async () => {
      const { message } = await found('paper.md', 'altered-quotation', id);
      assert.match(message, /not/);
    });
  }

  for (const [what, id, name, words] of [
    ['a Word document', '#e-word', 'word.docx', 'We did not wait for the money to come in'],
    ['a PDF', '#e-pdf', 'paper.pdf', 'We did not sign the paper\nhe brought us'],
    ['a QDA project', '#e-qda', 'Interview 3', 'We did not sleep for a whole week then'],
  ] as const) {
    it(`is shown at the passage, read-only: ${what}`, async () => {
      const { range } = await found('paper.md', 'altered-quotation', id);
      const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        uriOf('paper.md'),
        range.start,
      );
      const [link] = links;
      assert.ok(link);
      const document = await vscode.workspace.openTextDocument(link.targetUri);
      const editor = await vscode.window.showTextDocument(document, {
        selection: link.targetRange,
      });
      assert.equal(document.getText(editor.selection), words);
      assert.equal(document.uri.path, `/${name}.txt`);
      assert.equal(document.languageId, 'plaintext');
      assert.equal(vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) ?? false, false);
      assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
      await vscode.window.showTextDocument(uriOf('paper.md'));
    });
  }

  it('is read: codings in a table', async () => {
    await found('paper.md', 'changed-selection', '#e-table');
  });

  it('is read: bibliographies of three formats, and what is broken in one', async () => {
    await found('refs.bib', 'broken-entry', '@book{lost');
    const { message } = await found('paper.md', 'unknown-citation', '@nobody1900');
    assert.match(message, /nobody1900/);
    const unknown = vscode.languages
      .getDiagnostics(uriOf('paper.md'))
      .filter((one) => ruleOf(one) === 'unknown-citation');
    assert.equal(unknown.length, 1);
  });

  it('is read as it stands in the editor, saved or not, and is mended there', async () => {
    const uri = uriOf('refs.bib');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), '@book{nobody1900, title = {Ties}}\n');
    await vscode.workspace.applyEdit(edit);
    await eventually('the work to be known', () =>
      vscode.languages
        .getDiagnostics(uriOf('paper.md'))
        .some((one) => one.message.includes('nobody1900'))
        ? undefined
        : true,
    );
    const { range } = await found('refs.bib', 'broken-entry', '@book{lost');
    assert.equal(document.getText(range), 'lost');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Close the value and the entry'],
    );
    await vscode.workspace.applyEdit(actions[0]?.edit ?? new vscode.WorkspaceEdit());
    await eventually('the fault to go', () =>
      vscode.languages.getDiagnostics(uri).length === 0 ? true : undefined,
    );
    assert.match(document.getText(), /Lost\}\n\}/);
    assert.ok(document.isDirty);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await found('paper.md', 'unknown-citation', '@nobody1900');
  });

  it('is read: real names, and what git tracks', async () => {
    await found('paper.md', 'real-name', 'It was Anna');
    const { message } = await found('warrant.yaml', 'tracked-source', 'id: text');
    assert.match(message, /git tracks it/);
  });
});
