import { describe, expect, it } from 'vitest';
import {
  hierarchyAt,
  hierarchyItem,
  restingOn,
  restsOn,
  type HierarchyCall,
} from '../../../server/src/core/features/callHierarchy';
import type { Files } from '../../tools/project';
import { atCaret, draw } from './caret';

const PAPER = `[Trust outlived the bonus]{.claim #c-trust evidence="e-own @kay" from=c-habit warrant="#k-trust"}.
[Habits stay]{.claim #c-habit type=assumption}, as
["We stayed."]{.evidence #e-own source=owner} shows, and ["No."]{.evidence tests=c-trust:hoop:fail}.
[Trust]{.construct #k-trust def="a will to rely on others"} counts.

::: {.mechanism #m-path term=path trigger="#k-trust" outcome="#c-trust" parts=m-part}
[Then]{.step #s-two n=2} and [first]{.step #s-one n=1}.
:::

[A part]{.mechanism #m-part}.
`;
const FILES: Files = {
  'warrant.yaml':
    'manuscript: [paper.md, end.md]\nsources: [{id: owner, informant: the owner}]\nelements:\n  c-late: {is: claim, quote: All is said, from: c-trust}\n',
  'paper.md': PAPER,
  'end.md': 'All is said. [The path held]{.claim #c-path mechanism=m-path ref=c-none}.\n',
};

async function ask(path: string, from: string, to: string) {
  const at = await atCaret({ ...FILES, [path]: (FILES[path] ?? '').replace(from, to) });
  const item = hierarchyAt(at.project, at.uri, at.offset);
  if (!item) throw new Error('no item at the caret');
  expect(hierarchyItem(at.project, item.key)?.name).toBe(item.kind === 'work' ? '@kay' : item.name);
  const show = (calls: readonly HierarchyCall[]) =>
    calls.map(({ item: { name, detail }, caller, ranges }) => {
      const places = ranges.map((range) => ({ uri: caller, range }));
      const drawn = Object.values(draw(at.files, places)).join('');
      return `${name} (${detail}) by ${[...drawn.matchAll(/⟦([^⟧]*)⟧/g)].map(([, words]) => words).join(', ')}`;
    });
  return {
    name: item.name,
    below: show(restsOn(at.project, item.key)),
    above: show(restingOn(at.project, item.key)),
  };
}

describe('the hierarchy of an argument', () => {
  it('shows what a claim rests on, and what rests on it', async () => {
    expect(await ask('paper.md', '#c-trust', '#c-tr‸ust')).toEqual({
      name: 'Claim: “Trust outlived the bonus”',
      below: [
        'Evidence: “We stayed.” (evidence · #e-own · paper.md:3) by e-own',
        '@kay (evidence · paper.md:1) by @kay',
        'Claim: “Habits stay” (premise · #c-habit · paper.md:2) by c-habit',
        'Construct: Trust (warrant · #k-trust · paper.md:4) by #k-trust',
      ],
      above: [
        'Mechanism: path (outcome · #m-path · paper.md:6) by #c-trust',
        'Claim: “All is said” (premise · #c-late · end.md:1) by All is said',
      ],
    });
  });

  it('shows trigger, parts, steps in their order, and outcome of a mechanism', async () => {
    const { below, above } = await ask('end.md', 'mechanism=m-path', 'mechanism=m-p‸ath');
    expect(below).toEqual([
      'Construct: Trust (trigger · #k-trust · paper.md:4) by #k-trust',
      'Step 1: first (part · #s-one · paper.md:7) by [first]{.step #s-one n=1}',
      'Step 2: Then (part · #s-two · paper.md:7) by [Then]{.step #s-two n=2}',
      'Mechanism: A part (part · #m-part · paper.md:10) by m-part',
      'Claim: “Trust outlived the bonus” (outcome · #c-trust · paper.md:1) by #c-trust',
    ]);
    expect(above).toEqual(['Claim: “The path held” (mechanism · #c-path · end.md:1) by m-path']);
  });

  it('goes down to sources and works, and up again', async () => {
    expect(await ask('paper.md', '#e-own', '#e-‸own')).toMatchObject({
      below: ['the owner (source · owner · warrant.yaml) by owner'],
      above: ['Claim: “Trust outlived the bonus” (evidence · #c-trust · paper.md:1) by e-own'],
    });
    expect(await ask('warrant.yaml', 'id: owner', 'id: ow‸ner')).toMatchObject({
      name: 'the owner',
      above: ['Evidence: “We stayed.” (source · #e-own · paper.md:3) by owner'],
    });
    expect(await ask('paper.md', '@kay', '@k‸ay')).toMatchObject({
      name: '@kay',
      below: [],
      above: ['Claim: “Trust outlived the bonus” (evidence · #c-trust · paper.md:1) by @kay'],
    });
  });

  it('begins at an entry of the registry too', async () => {
    const { name, below } = await ask('warrant.yaml', 'c-late', 'c-l‸ate');
    expect(name).toBe('Claim: “All is said”');
    expect(below).toEqual([
      'Claim: “Trust outlived the bonus” (premise · #c-trust · paper.md:1) by All is said',
    ]);
  });

  it('ends where claims rest on each other', async () => {
    const text = '[a]{.claim #c-a from=c-b} [b]{.claim #c-b from="c-‸a c-b"}';
    const { project, uri, offset } = await atCaret(text);
    const item = hierarchyAt(project, uri, offset);
    const names = (calls: readonly HierarchyCall[]) => calls.map(({ item: { name } }) => name);
    expect(names(restsOn(project, item?.key ?? ''))).toEqual(['Claim: “b”']);
    expect(names(restingOn(project, item?.key ?? ''))).toEqual(['Claim: “b”']);
  });

  it('begins nowhere in plain text, and is none of what is gone', async () => {
    const { project, uri, offset } = await atCaret('Pla‸in. [a]{.claim #c-a}');
    expect(hierarchyAt(project, uri, offset)).toBeUndefined();
    expect(hierarchyItem(project, '#none')).toBeUndefined();
    expect(restsOn(project, '#none')).toEqual([]);
  });
});
