import { describe, expect, it } from 'vitest';
import { evidenceFor } from '../../../../server/src/core/features/evidenceFor';
import { linkTargets, linkTo } from '../../../../server/src/core/features/linkTags';
import type { Stance } from '../../../../server/src/core/features/tagging/linkAttribute';
import type { Element, Project } from '../../../../server/src/core/project';
import { readFixture } from '../../../tools/fixture';
import { ROOT } from '../../../tools/memoryFileSystem';
import { projectFrom, type Files } from '../../../tools/project';
import { edited } from './edited';

const BOOK = { 'warrant.yaml': 'manuscript: [paper.md, two.md]\n', 'two.md': '' };

interface At {
  readonly project: Project;
  readonly uri: string;
  readonly selection: { readonly start: number; readonly end: number };
  readonly files: Files;
  readonly target: Element;
}

/** A selection in `paper.md`, and the element that has an id or begins with some words. */
async function at(marked: string, target: string, others: Files = {}): Promise<At> {
  const { text, ranges, carets } = readFixture(marked);
  const files = { ...BOOK, 'paper.md': text, ...others };
  const project = await projectFrom(files, 'paper.md');
  const caret = carets[0] ?? 0;
  const element = project.elements.find(
    ({ id, text: words }) => id === target || words.startsWith(target),
  );
  if (!element) throw new Error(`no element ${target}`);
  const selection = ranges[0] ?? { start: caret, end: caret };
  return { project, files, uri: `${ROOT}paper.md`, selection, target: element };
}

async function linked(marked: string, target: string, others?: Files, stance?: Stance) {
  const { project, uri, selection, files, target: element } = await at(marked, target, others);
  const result = linkTo(project, uri, selection, element, stance);
  if (!result.ok) return result.message;
  const after = edited(files, result.changes);
  const again = await projectFrom(after, 'paper.md');
  expect(again.links.length, after['paper.md']).toBe(project.links.length + 1);
  return others ? after : after['paper.md'];
}

async function evidenced(marked: string, target: string, others?: Files, stance?: Stance) {
  const { project, uri, selection, files, target: element } = await at(marked, target, others);
  const result = evidenceFor(project, uri, selection, element, stance);
  if (!result.ok) return result.message;
  const after = edited(files, result.changes);
  const again = await projectFrom(after, 'paper.md');
  expect(again.links.length, after['paper.md']).toBe(project.links.length + 1);
  const { created } = result;
  if (created) {
    const text = after['paper.md'] ?? '';
    expect(text.slice(created.idRange.start, created.idRange.end)).toBe(created.id);
  }
  return others ? after : after['paper.md'];
}

describe('linking a tag', () => {
  it('names no tag whose id is that of another', async () => {
    const others = { 'two.md': '[B]{.claim #c-a}\n' };
    const marked = '[A‸]{.claim #c-a} [E]{.evidence #e-e}\n';
    expect(await linked(marked, 'B', others)).toBe(
      '“B” has the id c-a of another tag in paper.md:1; give it one of its own',
    );
    const { project, uri, selection } = await at(marked, 'B', others);
    const targets = linkTargets(project, uri, selection);
    expect(targets.map(({ element }) => element.text)).toEqual(['E']);
  });

  it('writes the reference where the caret is', async () => {
    expect(await linked('[Tru‸st]{.claim #c-a} [x]{.evidence #e-x}', 'e-x')).toBe(
      '[Trust]{.claim #c-a evidence=e-x} [x]{.evidence #e-x}',
    );
    expect(await linked('[Trust]{.claim #c-a} [‸x]{.evidence #e-x}', 'c-a')).toBe(
      '[Trust]{.claim #c-a} [x]{.evidence #e-x supports=c-a}',
    );
    expect(await linked('[Tru‸st]{.claim #c-a} [x]{.claim #c-x}', 'c-x')).toBe(
      '[Trust]{.claim #c-a from=c-x} [x]{.claim #c-x}',
    );
  });

  it('writes it at the other end where that alone has an attribute for it', async () => {
    expect(await linked('[Tru‸st]{.construct #k-a} [x]{.claim #c-x}', 'c-x')).toBe(
      '[Trust]{.construct #k-a} [x]{.claim #c-x constructs=k-a}',
    );
  });

  it('appends to a list, and quotes it then', async () => {
    const two = ' [x]{.evidence #e-x} [y]{.evidence #e-y}';
    expect(await linked(`[Tru‸st]{.claim #c-a evidence=e-x}${two}`, 'e-y')).toBe(
      `[Trust]{.claim #c-a evidence="e-x e-y"}${two}`,
    );
    expect(await linked(`[Tru‸st]{.claim #c-a evidence='e-x @kay'}${two}`, 'e-y')).toBe(
      `[Trust]{.claim #c-a evidence='e-x @kay e-y'}${two}`,
    );
  });

  it('may contradict', async () => {
    expect(await linked('[Tru‸st]{.claim} [x]{.evidence #e-x}', 'e-x', undefined, 'against')).toBe(
      '[Trust]{.claim against=e-x} [x]{.evidence #e-x}',
    );
    expect(await linked('[a]{.claim #c-a} [‸b]{.claim}', 'c-a', undefined, 'against')).toContain(
      'cannot be evidence against',
    );
  });

  it('gives an id to what has none, also in another file', async () => {
    expect(
      await linked('[Tru‸st]{.claim} here', '“The owner', {
        'two.md': '[“The owner signed”]{.evidence}',
      }),
    ).toMatchObject({
      'paper.md': '[Trust]{.claim evidence=e-owner-signed} here',
      'two.md': '[“The owner signed”]{.evidence #e-owner-signed}',
    });
  });

  it('is never done twice, wherever the link is declared', async () => {
    const message = '“Trust” and “x” are linked already';
    expect(await linked('[Tru‸st]{.claim evidence=e-x} [x]{.evidence #e-x}', 'e-x')).toBe(message);
    expect(await linked('[Tru‸st]{.claim #c-a} [x]{.evidence #e-x supports="#c-a"}', 'e-x')).toBe(
      message,
    );
    expect(await linked('[Trust [‸x]{.evidence}]{.claim #c-a}', 'c-a')).toBe(
      '“x” and “Trust x” are linked already',
    );
  });

  it('is refused where nothing can be said', async () => {
    expect(await linked('[a‸]{.evidence #e-a} [b]{.construct #k-b}', 'k-b')).toContain(
      '“a” (evidence) cannot be linked to b (construct)',
    );
    expect(await linked('a‸ b [b]{.construct #k-b}', 'k-b')).toContain('there is none here');
    expect(await linked('[a‸]{.construct #k-a}', 'k-a')).toContain('itself');
    expect(
      await linked('[a‸]{.step of=m-a} [x]{.mechanism #m-a} [y]{.mechanism #m-b}', 'm-b'),
    ).toContain('takes one only');
  });
});

describe('the targets of a link', () => {
  it('are those of the usual kind first, the nearest first', async () => {
    const { project, uri, selection } = await at(
      '[far]{.evidence #e-far}\n\n\n[near]{.evidence #e-near}\n\n[Tru‸st]{.claim #c-a evidence=e-far} [p]{.claim #c-p} [k]{.construct #k-a}\n',
      'c-a',
      { 'two.md': 'More.\n\n[other]{.evidence #e-other}\n' },
    );
    const targets = linkTargets(project, uri, selection);
    expect(targets.map(({ element, where }) => `${element.id ?? ''} ${where}`)).toEqual([
      'e-near 2 lines above',
      'e-far 5 lines above',
      'e-other two.md:3',
      'c-p this paragraph',
      'k-a this paragraph',
    ]);
    expect(targets.map(({ isLinked }) => isLinked)).toEqual([false, true, false, false, false]);
    expect(targets.map(({ takesStance }) => takesStance)).toEqual([true, true, true, false, false]);
  });

  it('of new evidence are claims, mechanisms and steps', async () => {
    const { project, uri, selection } = await at(
      '‸Text. [s]{.step #s-a} [m]{.mechanism #m-a} [c]{.claim #c-a} [e]{.evidence #e-a}',
      'c-a',
    );
    const targets = linkTargets(project, uri, selection, 'evidence');
    expect(targets.map(({ element }) => element.id)).toEqual(['c-a', 'm-a', 's-a']);
  });
});

describe('evidence for a claim', () => {
  it('is tagged and linked at once', async () => {
    expect(await evidenced('[Trust]{.claim #c-a}. They ⟦signed the deal⟧ then.', 'c-a')).toBe(
      '[Trust]{.claim #c-a}. They [signed the deal]{.evidence #e-signed-deal supports=c-a} then.',
    );
    expect(
      await evidenced('[Trust]{.claim #c-a}. They sig‸ned it.', 'c-a', undefined, 'against'),
    ).toBe(
      '[Trust]{.claim #c-a}. [They signed it]{.evidence #e-they-signed-it challenges=c-a}.'.replace(
        'e-they-signed-it',
        'e-signed',
      ),
    );
  });

  it('is the block quotation at the caret as a whole', async () => {
    expect(
      await evidenced(
        '[Trust]{.claim #c-a}:\n\n> We sig‸ned,\n> at last.\n>\n> Owner\n\nSo.\n',
        'c-a',
      ),
    ).toBe(
      '[Trust]{.claim #c-a}:\n\n::: {.evidence #e-signed-last-owner supports=c-a}\n> We signed,\n> at last.\n>\n> Owner\n:::\n\nSo.\n',
    );
  });

  it('gives the claim an id where it has none', async () => {
    expect(await evidenced('[Trust]{.claim}. They ⟦signed⟧.', 'Trust')).toBe(
      '[Trust]{.claim #c-trust}. They [signed]{.evidence #e-signed supports=c-trust}.',
    );
    expect(await evidenced('They ⟦signed⟧. [Trust]{.claim}', 'Trust')).toBe(
      'They [signed]{.evidence #e-signed supports=c-trust}. [Trust]{.claim #c-trust}',
    );
  });

  it('is only linked where it is tagged already', async () => {
    expect(await evidenced('[Trust]{.claim #c-a}. [si‸gned]{.evidence}.', 'c-a')).toBe(
      '[Trust]{.claim #c-a}. [signed]{.evidence supports=c-a}.',
    );
    expect(
      await evidenced('[Trust]{.claim #c-a}. [si‸gned]{.evidence supports=c-a}.', 'c-a'),
    ).toContain('linked already');
  });

  it('is not told so within its claim, which it supports anyway', async () => {
    expect(await evidenced('[Trust, "as ⟦we said⟧"]{.claim}', 'Trust')).toBe(
      '[Trust, "as [we said]{.evidence #e-said}"]{.claim}',
    );
  });

  it('says why a text cannot be tagged', async () => {
    expect(await evidenced('[Trust]{.claim #c-a} `co⟦de⟧`', 'c-a')).toContain('no text to tag');
    expect(await evidenced('[Trust]{.construct #k-a} ⟦x⟧', 'k-a')).toContain('neither supports');
  });
});
