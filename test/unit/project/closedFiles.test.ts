import { expect, test } from 'vitest';
import { Workspace, type Link } from '../../../server/src/core/project';
import { MemoryFileSystem, ROOT } from '../../tools/memoryFileSystem';

const OPEN = `${ROOT}open.md`;
const CLOSED = `${ROOT}closed.md`;

const name = (node: Link['from']) =>
  node.type === 'element' ? (node.element.id ?? node.element.text) : node.type;

/** The links of two files of a project, one of which is being written. */
function twoFiles(files: { open: string; closed: string; yaml?: string }) {
  const workspace = new Workspace(
    new MemoryFileSystem({
      'warrant.yaml': `manuscript: [open.md, closed.md]\n${files.yaml ?? ''}`,
      'open.md': files.open,
      'closed.md': files.closed,
    }),
  );
  workspace.setDocument(OPEN, files.open);
  return {
    workspace,
    links: async () => {
      const { links } = await workspace.projectOf(OPEN);
      return links.map(({ kind, from, to }) => `${name(from)} ${kind} ${name(to)}`).sort();
    },
  };
}

test.each([
  {
    what: 'an id that is mistyped and mended',
    closed: '[x]{.claim #c evidence=e}',
    texts: ['[y]{.evidence #e}', '[y]{.evidence #ex}', '[y]{.evidence #e}'],
    links: [['e supports c'], [], ['e supports c']],
  },
  {
    what: 'an id that an earlier file has as well',
    closed: '[x]{.claim #c evidence=e} [y]{.evidence #e}',
    texts: ['', '[z]{.claim #e}', '[z]{.evidence #f}'],
    links: [['e supports c'], [], ['e supports c']],
  },
  {
    what: 'an occurrence that stands within something else',
    closed: '[y]{.evidence #e}',
    texts: [
      '[x [y]{.evidence ref=e}]{.claim #c}',
      '[x]{.claim #c} [y]{.evidence ref=e}',
      '[x]{.claim #d} [z [y]{.evidence ref=e}]{.claim #c}',
    ],
    links: [['e supports c'], [], ['e supports c']],
  },
  {
    what: 'the element to which an occurrence belongs',
    closed: '[x [y]{.evidence #e}]{.claim ref=d}',
    texts: ['[x]{.claim #d}', '[x]{.claim #d2}', '[x]{.claim #d}'],
    links: [['e supports d'], ['e supports x y'], ['e supports d']],
  },
  {
    what: 'an entry of `elements:` in the front matter of the other',
    closed: '[x]{.claim #c} [y]{.evidence #e}',
    texts: [
      '---\nwarrant:\n  elements:\n    c: { evidence: e }\n---\n',
      'No entry any more.\n',
      '---\nwarrant:\n  elements:\n    c: { evidence: e }\n---\n',
    ],
    links: [['e supports c'], [], ['e supports c']],
  },
  {
    what: 'the id of an occurrence',
    closed: '[x]{.claim #c evidence=o}',
    texts: [
      '[y]{.evidence #e} [z]{.evidence #o ref=e}',
      '[y]{.evidence #e} [z]{.evidence #o ref=f}',
      '[y]{.evidence #e} [z]{.evidence #p ref=e}',
    ],
    links: [['e supports c'], ['o supports c'], []],
  },
])('a closed file follows $what', async ({ closed, texts, links: expected }) => {
  const { workspace, links } = twoFiles({ open: texts[0] ?? '', closed });
  expect(await links()).toEqual(expected[0]);
  for (const [index, text] of texts.entries()) {
    const before = texts[index - 1];
    if (before === undefined) continue;
    const range = { start: 0, end: before.length };
    workspace.editDocument(OPEN, [{ range, newText: text }]);
    expect(await links()).toEqual(expected[index]);
  }
});

test('a closed file that is opened keeps its links, and follows its own edits and those of others', async () => {
  const open = '[y]{.evidence #e}';
  const closed = '[x]{.claim #c evidence=e}';
  const { workspace, links } = twoFiles({ open, closed });
  const before = (await workspace.projectOf(OPEN)).links;
  workspace.setDocument(CLOSED, closed);
  const after = (await workspace.projectOf(OPEN)).links;
  expect(after.map((link, index) => link === before[index])).toEqual([true]);
  const end = closed.indexOf('}');
  workspace.editDocument(CLOSED, [{ range: { start: end - 1, end }, newText: 'f' }]);
  expect(await links()).toEqual([]);
  const id = open.indexOf('#e') + 1;
  workspace.editDocument(OPEN, [{ range: { start: id, end: id + 1 }, newText: 'f' }]);
  expect(await links()).toEqual(['f supports c']);
});

const CLAIM = '[So it did]{.claim #c from=a}';

test.each([
  { where: 'the same file', open: `Distrust. Trust grew.\n\n${CLAIM}`, closed: '' },
  { where: 'a closed file', open: 'Distrust. Trust grew.', closed: CLAIM },
])('words of an entry that have moved keep the links to them from $where', async (files) => {
  const yaml = 'elements: { a: { is: claim, quote: Trust } }\n';
  const { workspace, links } = twoFiles({ ...files, yaml });
  expect(await links()).toEqual(['c premise a']);
  workspace.editDocument(OPEN, [{ range: { start: 3, end: 4 }, newText: 'T' }]);
  const project = await workspace.projectOf(OPEN);
  const moved = project.element('a');
  expect(moved?.place.range.start).toBe(3);
  const [link] = project.links;
  expect(link?.to.type === 'element' && link.to.element).toBe(moved);
});

test('entries that quote the same words have one order, whatever was read first', async () => {
  const entries = [
    'c: { is: claim, quote: Trust, from: a }',
    'a: { is: claim, quote: Trust, from: a }',
  ];
  for (const written of [entries, entries.toReversed()]) {
    const yaml = `elements: { ${written.join(', ')} }\n`;
    const { workspace } = twoFiles({ open: 'Trust grew.', closed: '', yaml });
    const { elements } = await workspace.projectOf(OPEN);
    expect(elements.map(({ id }) => id)).toEqual(['a', 'c']);
  }
});

test('a closed file follows the ids of headings', async () => {
  const { workspace } = twoFiles({ open: 'Words.', closed: '[x]{.claim #c evidence=h}' });
  const meaning = async () => {
    const project = await workspace.projectOf(OPEN);
    const claim = project.element('c');
    return claim && project.referencesFrom(claim)[0]?.resolution?.type;
  };
  expect(await meaning()).toBeUndefined();
  workspace.editDocument(OPEN, [{ range: { start: 0, end: 6 }, newText: '# H {#h}\n' }]);
  expect(await meaning()).toBe('id');
  workspace.editDocument(OPEN, [{ range: { start: 0, end: 9 }, newText: 'Words.' }]);
  expect(await meaning()).toBeUndefined();
});

test('a closed file that changes on disk is read anew, and what others say of it', async () => {
  const disk = new MemoryFileSystem({
    'warrant.yaml': 'manuscript: [open.md, closed.md]\n',
    'open.md': '[x]{.claim #c evidence=e}',
    'closed.md': '[y]{.evidence #e}',
  });
  const workspace = new Workspace(disk);
  const supports = async () =>
    (await workspace.projectOf(OPEN)).links.map(({ from, to }) => `${name(from)} ${name(to)}`);
  expect(await supports()).toEqual(['e c']);
  for (const [id, links] of [
    ['f', []],
    ['e', ['e c']],
  ] as const) {
    disk.write('closed.md', `[y]{.evidence #${id}}`);
    workspace.fileChanged(CLOSED);
    expect(await supports()).toEqual(links);
  }
});
