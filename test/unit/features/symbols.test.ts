import { describe, expect, it } from 'vitest';
import {
  documentSymbols,
  type DocumentSymbol,
} from '../../../server/src/core/features/documentSymbols';
import { workspaceSymbols } from '../../../server/src/core/features/workspaceSymbols';
import { containsRange } from '../../../server/src/core/text/range';
import { Engine } from '../../tools/engine';
import { ROOT } from '../../tools/memoryFileSystem';
import { projectFrom } from '../../tools/project';

const PAPER = `# Findings

## Stage 1: Compliance {.stage #s-comply n=1 of=m-path}

[Trust outlived the incentives, whatever the managers said or did in the meantime]{.claim #c-trust label=P1} as
["Nobody paid us."]{.evidence #e-own kind=interview} shows.

::: {.evidence #e-notes}
Notes of a winter morning.

## Inside
:::

# Discussion

[The path]{.mechanism #m-path} and [trust went on]{.claim ref=c-trust}.
`;

function draw(symbols: readonly DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ kind, name, detail, children }) => [
    `${indent}${kind} | ${name} | ${detail}`,
    ...draw(children, `${indent}  `),
  ]);
}

describe('document symbols', () => {
  it('are the headings and tags as a tree', async () => {
    const project = await projectFrom({ 'paper.md': PAPER });
    expect(draw(documentSymbols(project, `${ROOT}paper.md`)).join('\n')).toMatchInlineSnapshot(`
      "section | Findings | 
        step | Stage 1: Compliance | #s-comply
          claim | Claim P1: “Trust outlived the incentives, whatever the managers said…” | finding · #c-trust
          evidence | Evidence: “Nobody paid us.” | interview · #e-own
          evidence | Evidence: “Notes of a winter morning. Inside” | #e-notes
            section | Inside | 
      section | Discussion | 
        mechanism | Mechanism: The path | #m-path
        claim | Claim P1: “trust went on” | again · finding · #c-trust"
    `);
  });

  it.each([
    ['words', 'incentives', 'rewards'],
    ['an attribute', 'label=P1', 'label=P2'],
    ['a type', '#c-trust label', '#c-trust type=proposition label'],
    ['an id', '#e-own', '#e-mine'],
    ['the kind', '.evidence #e-notes', '.claim #e-notes'],
    ['a heading', 'Stage 1: Compliance', 'Stage 1: Defiance'],
    ['what another tag repeats', '{.claim #c-trust label=P1}', ''],
    ['an attribute in the front matter', 'label: P3', 'label: P4'],
  ])('follow an edit of %s', async (_, before, after) => {
    const text = `---\nwarrant:\n  elements: {c-path: {label: P3}}\n---\n\n[It goes on]{.claim #c-path}.\n\n${PAPER}`;
    const engine = new Engine();
    await engine.open('paper.md', text);
    const drawn = async () =>
      draw(documentSymbols(await engine.project('paper.md'), `${ROOT}paper.md`));
    const known = await drawn();
    const start = text.indexOf(before);
    await engine.edit('paper.md', [
      { range: { start, end: start + before.length }, newText: after },
    ]);
    const anew = await projectFrom({ 'paper.md': text.replace(before, after) });
    const followed = await drawn();
    expect(followed).not.toEqual(known);
    expect(followed).toEqual(draw(documentSymbols(anew, `${ROOT}paper.md`)));
  });

  it('lie inside each other, and each holds its selection', async () => {
    const project = await projectFrom({ 'paper.md': PAPER });
    const check = (symbols: readonly DocumentSymbol[]): void => {
      for (const { range, selectionRange, children } of symbols) {
        expect(containsRange(range, selectionRange)).toBe(true);
        for (const child of children) expect(containsRange(range, child.range)).toBe(true);
        check(children);
      }
    };
    check(documentSymbols(project, `${ROOT}paper.md`));
  });

  it('show what the registry annotates in untagged prose', async () => {
    const project = await projectFrom({
      'warrant.yaml':
        'manuscript: [paper.md]\nelements:\n  c-a: {is: claim, quote: firms signed}\n',
      'paper.md': '# Findings\n\nAll firms signed.\n',
    });
    expect(draw(documentSymbols(project, `${ROOT}paper.md`))).toEqual([
      'section | Findings | ',
      '  claim | Claim: “firms signed” | finding · #c-a',
    ]);
  });

  it('are none in a file that takes no part', async () => {
    const project = await projectFrom({ 'paper.md': '# Protocol\n\n::: {.step}\nHeat.\n:::\n' });
    expect(documentSymbols(project, `${ROOT}paper.md`)).toEqual([]);
  });
});

describe('workspace symbols', () => {
  const search = async (query: string) => {
    const project = await projectFrom({ 'paper.md': PAPER });
    return workspaceSymbols(project, query).map(({ name, container }) => `${name} (${container})`);
  };

  it('are found by id, name and text, best first', async () => {
    expect(await search('#c-tr')).toEqual([
      'Claim P1: “Trust outlived the incentives, whatever the managers said…” #c-trust (paper.md:5)',
    ]);
    expect(await search('path')).toEqual(['Mechanism: The path #m-path (paper.md:16)']);
    expect(await search('in the meantime')).toHaveLength(1);
    expect(await search('eown')).toEqual(['Evidence: “Nobody paid us.” #e-own (paper.md:6)']);
    expect(await search('xyz')).toEqual([]);
  });

  it('are all elements for an empty query, each once', async () => {
    expect(await search('')).toHaveLength(5);
  });
});
