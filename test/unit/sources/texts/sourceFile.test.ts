import { expect, it } from 'vitest';
import { contentOf, TEXT } from '../../../../server/src/core/sources/contents';
import { Workspace } from '../../../../server/src/core/project';
import { MemoryFileSystem, ROOT } from '../../../tools/memoryFileSystem';

/** The state of each source's text, once all is read that was asked for. */
async function states(files: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const workspace = new Workspace(new MemoryFileSystem(files));
  const project = await workspace.projectOf(`${ROOT}paper.md`);
  const asked = () =>
    project.sources.map((source) => {
      const reading = contentOf(project, source, TEXT)?.reading;
      const text = reading?.state === 'read' ? reading.value.text : (reading?.state ?? 'no file');
      return [source.id, text];
    });
  await workspace.whenRead(asked);
  return Object.fromEntries(asked()) as Record<string, string>;
}

it('reads the files that sources name, beside the file that declares them', async () => {
  expect(
    await states({
      'warrant.yaml': `manuscript: [paper.md]
sources:
  - {id: a, file: data/a.txt}
  - {id: b, file: data/b.txt}
  - {id: c, file: data/c.pdf}
  - {id: d}
  - {id: e, file: 'https://example.org/e.txt'}
  - {id: f, file: 'data\\a.txt'}
`,
      'paper.md': '[x]{.claim}\n',
      'data/a.txt': 'Words.',
      'data/c.pdf': '%PDF-1.7',
    }),
  ).toEqual({
    a: 'Words.',
    b: 'missing',
    c: 'unreadable',
    d: 'no file',
    e: 'no file',
    f: 'Words.',
  });
});
