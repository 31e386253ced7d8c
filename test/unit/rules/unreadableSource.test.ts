import { describe, expect, it } from 'vitest';
import { unreadableSource } from '../../../server/src/core/rules/unreadableSource';
import { expectFindings } from '../../tools/project';

const PAPER = { 'paper.md': '[x]{.claim}\n' };

/** A project with one source, written as in YAML. */
function project(source: string) {
  return { ...PAPER, 'warrant.yaml': `manuscript: paper.md\nsources:\n  - ${source}\n` };
}

describe('unreadable-source', () => {
  it('reports a file that is not there, once for a range', async () => {
    const [finding] = await expectFindings(
      unreadableSource,
      project('{ids: i01..i03, file: ⟦data/owner.txt⟧}'),
      { messages: [/i01 is not there/], severity: 'warning' },
    );
    expect(finding?.related).toEqual([]);
  });

  it('reports it in the front matter too, relative to that file', async () => {
    await expectFindings(unreadableSource, {
      'chapters/a.md': `---\nwarrant:\n  sources: [{id: a, file: ⟦b.txt⟧}, {id: c, file: c.txt}]\n---\n`,
      'b.txt': 'x',
      'chapters/c.txt': 'x',
    });
  });

  it.each([
    ['confidential', '{id: a, file: a.txt, access: confidential}'],
    ['a recording', '{id: a, file: tapes/a.mp3}'],
    ['on the web', "{id: a, file: 'https://example.org/a.txt'}"],
    ['not named', '{id: a}'],
  ])('says nothing of one that is %s', async (_, source) => {
    await expectFindings(unreadableSource, project(source));
  });

  it('says as an information that a restricted one is not here', async () => {
    await expectFindings(unreadableSource, project('{id: a, file: ⟦a.txt⟧, access: restricted}'), {
      severity: 'information',
    });
  });

  it('reports a folder, which no quotation can be looked up in', async () => {
    await expectFindings(
      unreadableSource,
      { ...project('{id: a, file: ⟦data/a⟧, access: confidential}'), 'data/a/one.txt': 'Yes.' },
      { messages: [/source a is a folder/], severity: 'warning' },
    );
  });

  it('says why a document cannot be read', async () => {
    await expectFindings(
      unreadableSource,
      { ...project('{id: a, file: ⟦a.pdf⟧}'), 'a.pdf': '%PDF-1.7' },
      { messages: [/PDF cannot be read here; save it as text/], severity: 'information' },
    );
    await expectFindings(
      unreadableSource,
      { ...project('{id: a, file: ⟦a.docx⟧}'), 'a.docx': 'no document' },
      { severity: 'information' },
    );
  });
});
