import { describe, expect, it } from 'vitest';
import { linkElements, linkTargetsOf } from '../../../../server/src/core/features/linkTags';
import type { Element, Project } from '../../../../server/src/core/project';
import { projectFrom, type Files } from '../../../tools/project';
import { edited } from './edited';

const BOOK = { 'warrant.yaml': 'manuscript: [paper.md, two.md]\n', 'two.md': '' };

/** The element that has an id or begins with some words. */
function find(project: Project, name: string): Element {
  const found = project.elements.find(({ id, text }) => id === name || text.startsWith(name));
  if (!found) throw new Error(`no element ${name}`);
  return found;
}

/** Puts elements on another one: the text of `paper.md` afterwards, and the notes; or why not. */
async function put(text: string, names: readonly string[], target: string, others: Files = {}) {
  const files: Files = { ...BOOK, 'paper.md': text, ...others };
  const project = await projectFrom(files, 'paper.md');
  const elements = names.map((name) => find(project, name));
  const result = linkElements(project, elements, find(project, target));
  if (!result.ok) return result.message;
  const after = edited(files, result.changes);
  const again = await projectFrom(after, 'paper.md');
  const wanted = names.length - result.notes.length;
  expect(again.links.length, after['paper.md']).toBe(project.links.length + wanted);
  return { text: after['paper.md'], two: after['two.md'], notes: result.notes };
}

describe('putting elements on another one', () => {
  it('lets evidence support a claim and a step', async () => {
    expect(await put('[x]{.evidence} [y]{.claim #c-y}', ['x'], 'c-y')).toMatchObject({
      text: '[x]{.evidence supports=c-y} [y]{.claim #c-y}',
      notes: [],
    });
    expect(await put('[x]{.evidence} [y]{.step #s-y}', ['x'], 's-y')).toMatchObject({
      text: '[x]{.evidence supports=s-y} [y]{.step #s-y}',
    });
  });

  it('takes several at once, of several files, and gives the target one id', async () => {
    expect(
      await put(
        '[x]{.evidence} [y]{.evidence supports=c-o} [o]{.claim #c-o} [aim]{.claim}',
        ['x', 'y', 'z'],
        'aim',
        {
          'two.md': '[z]{.evidence}',
        },
      ),
    ).toMatchObject({
      text: '[x]{.evidence supports=c-aim} [y]{.evidence supports="c-o c-aim"} [o]{.claim #c-o} [aim]{.claim #c-aim}',
      two: '[z]{.evidence supports=c-aim}',
    });
  });

  it('names several in one attribute where the target bears it, each by an id of its own', async () => {
    expect(
      await put(
        '[same]{.claim} [same]{.claim .x} [aim]{.claim from=c-o} [o]{.claim #c-o}',
        ['same'],
        'aim',
      ),
    ).toMatchObject({ text: expect.stringContaining('[aim]{.claim from="c-o c-same"}') as string });
    const project = await projectFrom({
      'paper.md': '[same]{.claim} [same]{.claim} [aim]{.claim}',
    });
    const [one, other, aim] = project.elements;
    if (!one || !other || !aim) throw new Error('three claims');
    const result = linkElements(project, [one, other], aim);
    const files = { 'paper.md': '[same]{.claim} [same]{.claim} [aim]{.claim}' };
    expect(result.ok && edited(files, result.changes)['paper.md']).toBe(
      '[same]{.claim #c-same} [same]{.claim #c-same-2} [aim]{.claim from="c-same c-same-2"}',
    );
  });

  it('makes a claim a premise, a mechanism a part, a step a step of it or a later one', async () => {
    expect(await put('[a]{.claim #c-a} [b]{.claim #c-b}', ['c-a'], 'c-b')).toMatchObject({
      text: '[a]{.claim #c-a} [b]{.claim #c-b from=c-a}',
    });
    expect(await put('[a]{.mechanism #m-a} [b]{.mechanism #m-b}', ['m-a'], 'm-b')).toMatchObject({
      text: '[a]{.mechanism #m-a} [b]{.mechanism #m-b parts=m-a}',
    });
    expect(await put('[a]{.step #s-a} [b]{.mechanism #m-b}', ['s-a'], 'm-b')).toMatchObject({
      text: '[a]{.step #s-a of=m-b} [b]{.mechanism #m-b}',
    });
    expect(await put('[a]{.step #s-a} [b]{.step #s-b}', ['s-a'], 's-b')).toMatchObject({
      text: '[a]{.step #s-a after=s-b} [b]{.step #s-b}',
    });
  });

  it('leaves out what is linked already or cannot be, and says so', async () => {
    expect(
      await put(
        '[x]{.evidence #e-x supports=c-y} [z]{.evidence #e-z} [y]{.claim #c-y}',
        ['e-x', 'e-z'],
        'c-y',
      ),
    ).toMatchObject({
      text: '[x]{.evidence #e-x supports=c-y} [z]{.evidence #e-z supports=c-y} [y]{.claim #c-y}',
      notes: ['“x” and “y” are linked already'],
    });
  });

  it('refuses where nothing can be linked', async () => {
    expect(await put('[x]{.evidence} [y]{.evidence #e-y}', ['x'], 'e-y')).toBe(
      '“x” (evidence) cannot be linked to “y” (evidence)',
    );
    expect(await put('[x]{.claim #c-x}', ['x'], 'c-x')).toContain('itself');
    const yaml = {
      'warrant.yaml': 'manuscript: [paper.md]\nelements: {c-y: {is: claim, quote: why}}\n',
    };
    expect(await put('[x]{.evidence #e-x} and why', ['e-x'], 'c-y', yaml)).toMatchObject({
      text: '[x]{.evidence #e-x supports=c-y} and why',
    });
    expect(await put('[x]{.claim #c-x} and why', ['c-x'], 'c-y', yaml)).toContain('YAML');
  });
});

describe('what an element can be linked to', () => {
  it('is found without a caret in it', async () => {
    const text =
      '[x]{.evidence #e-x} [y]{.claim #c-y} [z]{.claim #c-z evidence=e-x} [k]{.construct}';
    const project = await projectFrom({ 'paper.md': text });
    const targets = linkTargetsOf(project, find(project, 'e-x'));
    expect(targets.map(({ element, isLinked }) => [element.id, isLinked])).toEqual([
      ['c-y', false],
      ['c-z', true],
    ]);
  });
});
