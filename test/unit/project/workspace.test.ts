import { describe, expect, test } from 'vitest';
import { Workspace, type Project } from '../../../server/src/core/project';
import { MemoryFileSystem, ROOT } from '../../tools/memoryFileSystem';

const paths = (project: Project) => project.files.map(({ uri }) => uri.slice(ROOT.length));

function open(files: Readonly<Record<string, string>>) {
  const fileSystem = new MemoryFileSystem(files);
  const workspace = new Workspace(fileSystem);
  return {
    workspace,
    of: (path: string) => workspace.projectOf(ROOT + path),
    write: (path: string, text: string): void => {
      fileSystem.write(path, text);
      workspace.fileChanged(ROOT + path);
    },
    remove: (path: string): void => {
      fileSystem.remove(path);
      workspace.fileChanged(ROOT + path);
    },
  };
}

const messages = ({ problems }: Project) => problems.map(({ message }) => message);

describe('which project a file belongs to', () => {
  test('the nearest warrant.yaml, before a nearer _quarto.yml', async () => {
    const { of } = open({
      'warrant.yaml': 'manuscript: [book/a.qmd, b.md]\n',
      'b.md': '',
      'book/_quarto.yml': 'project: {type: book}\nbook: {chapters: [a.qmd, c.qmd]}\n',
      'book/a.qmd': '',
      'book/c.qmd': '',
      'inner/warrant.yaml': 'manuscript: [d.md]\n',
      'inner/d.md': '',
    });
    expect(paths(await of('book/a.qmd'))).toEqual(['book/a.qmd', 'b.md']);
    expect(paths(await of('inner/d.md'))).toEqual(['inner/d.md']);
    expect((await of('inner/d.md')).root).toBe('file:///paper/inner');
  });

  test('a Quarto book without warrant.yaml; two books under one warrant.yaml that lists nothing', async () => {
    const book =
      'project: {type: book}\nbibliography: refs.bib\nbook: {chapters: [a.qmd, b.qmd]}\n';
    const { of } = open({
      'warrant.yaml': 'sources: [{id: owner}]\n',
      'one/_quarto.yml': book,
      'one/a.qmd': '',
      'one/b.qmd': '',
      'two/_quarto.yml': book,
      'two/a.qmd': '',
      'two/b.qmd': '',
    });
    const one = await of('one/a.qmd');
    expect(paths(one)).toEqual(['one/a.qmd', 'one/b.qmd']);
    expect(paths(await of('two/b.qmd'))).toEqual(['two/a.qmd', 'two/b.qmd']);
    expect(one.source('owner')).toBeDefined();
    expect(one.bibliography.map(({ path }) => path)).toEqual(['refs.bib']);
  });

  test('nothing above .git counts', async () => {
    const { of } = open({
      'warrant.yaml': 'sources: [{id: s}]\n',
      'repo/.git/HEAD': '',
      'repo/a.md': '',
    });
    expect((await of('repo/a.md')).config).toBeUndefined();
  });

  test('a file that is not listed stands alone, and shares sources and bibliography', async () => {
    const { of } = open({
      'warrant.yaml':
        'manuscript: [a.md]\nbibliography: refs.bib\nsources: [{id: s}]\nelements: {c-a: {note: x}}\n',
      'a.md': '[x]{.claim #c-a}',
      'letter.md': '[y]{.claim #c-a}',
    });
    const letter = await of('letter.md');
    expect(paths(letter)).toEqual(['letter.md']);
    expect(letter.source('s')).toBeDefined();
    expect(letter.bibliography).toHaveLength(1);
    expect(letter.element('c-a')?.entry).toBeUndefined();
    expect(letter.problems).toEqual([]);
  });

  test('a file that is not listed has the entries that no other file takes up, also when that changes', async () => {
    const { workspace, of } = open({
      'warrant.yaml': 'elements: {c-a: {note: x}}\n',
      'a.md': 'Words.\n',
      'b.md': '[y]{.claim #c-a}\n',
    });
    const entries = async () => (await of('a.md')).config?.elements.map(({ id }) => id);
    await of('b.md');
    expect(await entries()).toEqual([]);
    workspace.setDocument(`${ROOT}b.md`, '[y]{.claim #c-b}\n');
    expect(await entries()).toEqual(['c-a']);
    workspace.setDocument(`${ROOT}b.md`, '[y]{.claim #c-a}\n');
    expect(await entries()).toEqual([]);
  });

  test('an untitled document is a project of its own', async () => {
    const { workspace } = open({});
    workspace.setDocument('untitled:Untitled-1', '[x]{.claim #c}');
    const project = await workspace.projectOf('untitled:Untitled-1');
    expect(project.element('c')?.kind).toBe('claim');
    expect(project.problems).toEqual([]);
  });

  test('several roots do not meet', async () => {
    const { of } = open({
      'one/warrant.yaml': 'manuscript: ["*.md"]\n',
      'one/a.md': '',
      'two/warrant.yaml': 'manuscript: ["*.md"]\n',
      'two/b.md': '',
    });
    expect(paths(await of('one/a.md'))).toEqual(['one/a.md']);
    expect(paths(await of('two/b.md'))).toEqual(['two/b.md']);
  });
});

describe('manuscript:', () => {
  const files = { 'z.md': '', 'c/10.md': '', 'c/2.md': '', 'c/sub/x.md': '', 'c/notes.txt': '' };
  test.each([
    ['[z.md, "c/*.md"]', ['z.md', 'c/2.md', 'c/10.md']],
    ['["c/*.md", "./c/2.md", z.md]', ['c/2.md', 'c/10.md', 'z.md']],
    ['["**/*.md", "!c/sub/**", "!z.md"]', ['c/2.md', 'c/10.md']],
    ['"c/**"', ['c/2.md', 'c/10.md', 'c/sub/x.md']],
    ['c', ['c/2.md', 'c/10.md', 'c/sub/x.md']],
    ['c\\2.md', ['c/2.md']],
  ])('%s', async (list, expected) => {
    const project = await open({ ...files, 'warrant.yaml': `manuscript: ${list}\n` }).of(
      'warrant.yaml',
    );
    expect(paths(project)).toEqual(expected);
    expect(project.problems).toEqual([]);
  });

  test('what is not there is said at its place', async () => {
    const text = 'manuscript: [a.md, none.md, "x/*.md"]\n';
    const project = await open({ 'warrant.yaml': text, 'a.md': '' }).of('a.md');
    const said = project.problems.map(({ place }) =>
      text.slice(place.range.start, place.range.end),
    );
    expect(said.sort()).toEqual(['none.md', 'x/*.md']);
    expect(messages(project).join()).toMatch(
      /no Markdown file matches.*none\.md: there is no such file/,
    );
  });
});

describe('includes', () => {
  test('from the root of a Quarto website, whichever file is asked for', async () => {
    const { of } = open({
      '_quarto.yml': 'project:\n  type: website\n',
      'docs/a.qmd': '[x]{.claim}\n\n{{< include /docs/_one.qmd >}}\n',
      'docs/_one.qmd': 'Words.\n',
    });
    const project = await of('docs/_one.qmd');
    expect(project.files.map(({ path }) => path)).toEqual(['docs/a.qmd', 'docs/_one.qmd']);
    expect(project.problems).toEqual([]);
  });

  test('stand behind the file that includes them, nested, cyclic and from the root', async () => {
    const { of } = open({
      'warrant.yaml': 'manuscript: [s/a.qmd, s/b.Rmd]\n',
      's/a.qmd': '{{< include _one.qmd >}}\n\n{{< include /shared/two.qmd >}}\n',
      's/_one.qmd': '{{< include a.qmd >}}\n\n[x]{.claim #c-one}\n',
      'shared/two.qmd': 'Two.\n',
      's/b.Rmd': '```{r, child="c.Rmd"}\n```\n',
      's/c.Rmd': 'Child.\n',
    });
    expect(paths(await of('s/a.qmd'))).toEqual([
      's/a.qmd',
      's/_one.qmd',
      'shared/two.qmd',
      's/b.Rmd',
      's/c.Rmd',
    ]);
  });

  test('that are missing are said at their path', async () => {
    const text = 'A.\n\n{{< include none.qmd >}}\n';
    const { problems } = await open({ 'a.qmd': text }).of('a.qmd');
    expect(problems.map(({ place }) => text.slice(place.range.start, place.range.end))).toEqual([
      'none.qmd',
    ]);
  });

  test('take part as their host does, under its settings', async () => {
    const { of } = open({
      'main.qmd':
        '---\nwarrant: {stage: submission, rules: {weak-tests: off}}\n---\n\n{{< include part.qmd >}}\n',
      'part.qmd': 'Words.\n',
    });
    const part = (await of('part.qmd')).file(`${ROOT}part.qmd`);
    expect(part).toMatchObject({ participates: true, stage: 'submission' });
    expect(part?.rules).toMatchObject([{ rule: 'weak-tests' }]);
  });

  test('take no part where they say so', async () => {
    const { of } = open({
      'main.qmd': '---\nwarrant: true\n---\n\n{{< include part.qmd >}}\n',
      'part.qmd': '---\nwarrant: false\n---\n\n[Words]{.claim}.\n',
    });
    expect((await of('part.qmd')).file(`${ROOT}part.qmd`)).toMatchObject({ participates: false });
  });

  test('in a circle end', async () => {
    const { of } = open({ 'a.md': '{{< include b.md >}}\n', 'b.md': '{{< include a.md >}}\n' });
    expect(paths(await of('a.md')).sort()).toEqual(['a.md', 'b.md']);
  });
});

describe('changes', () => {
  test('an open document goes before its file, until it is closed', async () => {
    const { workspace, of } = open({ 'a.md': '[x]{.claim #c-file}' });
    const ids = async () => (await of('a.md')).elements.map(({ id }) => id);
    expect(await ids()).toEqual(['c-file']);
    workspace.setDocument(`${ROOT}a.md`, '[x]{.claim #c-open}');
    expect(await ids()).toEqual(['c-open']);
    workspace.closeDocument(`${ROOT}a.md`);
    expect(await ids()).toEqual(['c-file']);
  });

  test('a project is kept up to date, and put together anew only where an edit changes what belongs to it', async () => {
    const { workspace, of } = open({ 'a/x.md': 'A.', 'b/y.md': 'B.' });
    const before = await of('a/x.md');
    workspace.setDocument(`${ROOT}b/y.md`, 'C.');
    workspace.setDocument(`${ROOT}a/x.md`, 'D.');
    expect(await of('a/x.md')).toBe(before);
    expect(before.file(`${ROOT}a/x.md`)?.facts.document.text).toBe('D.');
    workspace.setDocument(`${ROOT}a/x.md`, '{{< include ../b/y.md >}}');
    expect(await of('a/x.md')).not.toBe(before);
    expect(paths(await of('a/x.md'))).toEqual(['a/x.md', 'b/y.md']);
  });

  test('a warrant.yaml that comes, moves below and goes', async () => {
    const { of, write, remove } = open({ 'p/a.md': '', 'p/b.md': '' });
    expect(paths(await of('p/a.md'))).toEqual(['p/a.md']);
    write('warrant.yaml', 'manuscript: ["p/*.md"]\n');
    expect(paths(await of('p/a.md'))).toEqual(['p/a.md', 'p/b.md']);
    write('p/warrant.yaml', 'sources: [{id: s}]\n');
    expect(paths(await of('p/a.md'))).toEqual(['p/a.md']);
    expect((await of('p/a.md')).source('s')).toBeDefined();
    remove('p/warrant.yaml');
    remove('warrant.yaml');
    expect((await of('p/a.md')).config).toBeUndefined();
  });

  test('files that come and go under a pattern, in new folders as well', async () => {
    const { of, write, remove } = open({ 'warrant.yaml': 'manuscript: ["**/*.md"]\n', 'a.md': '' });
    expect(paths(await of('a.md'))).toEqual(['a.md']);
    write('new/deep/b.md', '');
    expect(paths(await of('a.md'))).toEqual(['a.md', 'new/deep/b.md']);
    remove('new/deep/b.md');
    expect(paths(await of('a.md'))).toEqual(['a.md']);
  });

  test('a folder that goes takes its files along', async () => {
    const files = new MemoryFileSystem({
      'p/warrant.yaml': 'sources: [{id: s}]\n',
      'p/a.md': 'A.',
    });
    const workspace = new Workspace(files);
    expect((await workspace.projectOf(`${ROOT}p/a.md`)).files).toHaveLength(1);
    files.remove('p/warrant.yaml');
    files.remove('p/a.md');
    workspace.fileChanged(`${ROOT}p`);
    const after = await workspace.projectOf(`${ROOT}p/a.md`);
    expect([after.files, after.config]).toEqual([[], undefined]);
  });

  test('a missing include that is written later', async () => {
    const { of, write } = open({ 'a.md': '{{< include b.md >}}\n' });
    expect((await of('a.md')).problems).toHaveLength(1);
    write('b.md', '[x]{.claim #c-b}');
    expect((await of('a.md')).element('c-b')).toBeDefined();
  });

  test('a URI in another spelling is the same file', async () => {
    const { workspace } = open({ 'a b.md': '' });
    workspace.setDocument('file:///paper/a b.md', '[x]{.claim #c}');
    expect((await workspace.projectOf('file:///paper/a%20b.md')).element('c')).toBeDefined();
  });

  test('a file that is edited, where projects are asked once and not followed', async () => {
    const workspace = new Workspace(new MemoryFileSystem(), { isFinal: true });
    const uri = `${ROOT}a.md`;
    workspace.setDocument(uri, '[x]{.evidence #e-a supports=c-a} [y]{.claim #c-a}');
    const before = await workspace.projectOf(uri);
    workspace.setDocument(uri, '[x]{.evidence #e-a supports=c-b} [y]{.claim #c-b}');
    const after = await workspace.projectOf(uri);
    expect([before, after].map(({ links }) => links.length)).toEqual([1, 1]);
    expect([before, after].map((one) => one.element('c-b')?.text)).toEqual([undefined, 'y']);
  });
});
