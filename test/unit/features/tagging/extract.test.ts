import { describe, expect, it } from 'vitest';
import { extractDefinition } from '../../../../server/src/core/features/extractDefinition';
import {
  moveFromFrontMatter,
  moveToFrontMatter,
} from '../../../../server/src/core/features/moveAttributes';
import type { Refusal, Retagging } from '../../../../server/src/core/features/tagging/result';
import type { Project } from '../../../../server/src/core/project';
import type { TextRange } from '../../../../server/src/core/text/range';
import { readFixture } from '../../../tools/fixture';
import { ROOT } from '../../../tools/memoryFileSystem';
import { findings, projectFrom } from '../../../tools/project';
import { edited } from './edited';

type Deed = (project: Project, uri: string, selection: TextRange) => Retagging | Refusal;

/** `paper.md` after a deed at the caret or range in it, or why there was none. */
async function after(deed: Deed, marked: string): Promise<string> {
  const { text, ranges, carets } = readFixture(marked);
  const files = { 'paper.md': text };
  const caret = carets[0] ?? 0;
  const result = deed(
    await projectFrom(files),
    `${ROOT}paper.md`,
    ranges[0] ?? { start: caret, end: caret },
  );
  if (!result.ok) return result.message;
  const made = edited(files, result.changes);
  const project = await projectFrom(made);
  expect(project.problems, made['paper.md']).toEqual([]);
  for (const rule of ['near-miss', 'conflicting-definition', 'conflicting-attribute', 'unknown-id'])
    expect(findings(project, rule), made['paper.md']).toEqual([]);
  return made['paper.md'] ?? '';
}

describe('extracting a definition', () => {
  const extracted = (marked: string) => after(extractDefinition, marked);

  it.each([
    ['is defined as the pool of unused means', 'the pool of unused means'],
    ['(RS) refers to the pool of unused means', 'the pool of unused means'],
    ['is the pool of *unused* means', 'the pool of unused means'],
    ['can be understood as the pool', 'the pool'],
    ['wordt gedefinieerd als de voorraad middelen', 'de voorraad middelen'],
    ['— the pool of means', 'the pool of means'],
  ])('finds it in the words behind the term: %s', async (words, definition) => {
    expect(await extracted(`In it, [resource sl‸ack]{.construct #k-slack} ${words}. More.`)).toBe(
      `In it, [resource slack]{.construct #k-slack def="${definition}"} ${words}. More.`,
    );
  });

  it('takes the words that are selected', async () => {
    expect(
      await extracted('By ⟦unused “means”⟧ we mean [resource slack]{.construct #k-slack}.'),
    ).toBe('By unused “means” we mean [resource slack]{.construct #k-slack def="unused “means”"}.');
  });

  it('says why there is none', async () => {
    expect(await extracted('[Sla‸ck]{.construct #k} grew fast.')).toContain('select the words');
    expect(await extracted('[Sla‸ck]{.construct #k def=x} is old.')).toContain('already');
    expect(await extracted('[Sla‸ck]{.claim #k} is old.')).toContain('tagged construct');
  });
});

const TAG = '[Tru‸st]{.claim #c-a type=finding scope="all firms, now" from="c-b" .x}';
const REST = ' held. [b]{.claim #c-b}\n';
const BARE = '[Trust]{.claim #c-a .x} held. [b]{.claim #c-b}\n';
const ENTRY = 'c-a: {type: finding, scope: "all firms, now", from: c-b}';

describe('moving attributes to the front matter', () => {
  it.each([
    ['none yet', '', `---\nwarrant:\n  elements:\n    ${ENTRY}\n---\n\n`],
    [
      'no key of ours',
      '---\ntitle: T # so\n---\n\n',
      `---\ntitle: T # so\nwarrant:\n  elements:\n    ${ENTRY}\n---\n\n`,
    ],
    [
      'a mere switch',
      '---\nwarrant: true # take part\nx: 1\n---\n\n',
      `---\nwarrant: # take part\n  elements:\n    ${ENTRY}\nx: 1\n---\n\n`,
    ],
    [
      'other keys of ours',
      '---\nwarrant:\n    stage: draft # yet\nx: 1\n---\n\n',
      `---\nwarrant:\n    elements:\n      ${ENTRY}\n    stage: draft # yet\nx: 1\n---\n\n`,
    ],
    [
      'other entries',
      '---\nwarrant:\n  elements:\n    # the others\n    c-b:\n      note: y # why\n  stage: draft\n---\n\n',
      `---\nwarrant:\n  elements:\n    # the others\n    c-b:\n      note: y # why\n    ${ENTRY}\n  stage: draft\n---\n\n`,
    ],
    [
      'an entry of it in braces',
      '---\nwarrant:\n  elements:\n    c-a: {note: y} # why\n---\n\n',
      '---\nwarrant:\n  elements:\n    c-a: {note: y, type: finding, scope: "all firms, now", from: c-b} # why\n---\n\n',
    ],
    [
      'an entry of it on lines',
      '---\nwarrant:\n  elements:\n    c-a:\n      note: y # why\n---\n\n',
      '---\nwarrant:\n  elements:\n    c-a:\n      type: finding\n      scope: "all firms, now"\n      from: c-b\n      note: y # why\n---\n\n',
    ],
  ])('writes beside what stands there: %s', async (_, before, front) => {
    expect(await after(moveToFrontMatter, before + TAG + REST)).toBe(front + BARE);
  });

  it('leaves citations and what Pandoc acts on', async () => {
    expect(
      await after(
        moveToFrontMatter,
        '["Ja‸"]{.evidence #e-a lang=nl source="@kay" loc="p. 3" display=proof}\n',
      ),
    ).toBe(
      '---\nwarrant:\n  elements:\n    e-a: {loc: p. 3, display: proof}\n---\n\n["Ja"]{.evidence #e-a lang=nl source="@kay"}\n',
    );
  });

  it('gives the tag an id where it has none', async () => {
    expect(await after(moveToFrontMatter, '[Tru‸st]{.claim type=finding}\n')).toBe(
      '---\nwarrant:\n  elements:\n    c-trust: {type: finding}\n---\n\n[Trust]{.claim #c-trust}\n',
    );
  });

  it('says why it cannot', async () => {
    const say = (front: string) => after(moveToFrontMatter, `---\n${front}\n---\n\n${TAG}${REST}`);
    expect(await say('warrant: {elements: {c-b: {note: x}}}')).toContain('on lines of their own');
    expect(await say('warrant:\n  elements:\n    c-a: {type: finding}')).toContain(
      'in YAML already',
    );
    expect(await after(moveToFrontMatter, '[Tru‸st]{.claim #c-a}')).toContain('no attributes');
  });
});

describe('moving attributes back', () => {
  it.each([
    ['---\nwarrant: true\n---\n\n', `---\nwarrant:\n  elements:\n    ${ENTRY}\n---\n\n`],
    [
      '---\nwarrant:\n  stage: draft\n---\n\n',
      `---\nwarrant:\n  stage: draft\n  elements:\n    ${ENTRY}\n---\n\n`,
    ],
    [
      '---\nwarrant:\n  elements:\n    # others\n    c-b: {note: y}\n---\n\n',
      `---\nwarrant:\n  elements:\n    # others\n    ${ENTRY}\n    c-b: {note: y}\n---\n\n`,
    ],
    [
      '---\nwarrant: true\n---\n\n',
      '---\nwarrant:\n  elements:\n    c-a:\n      type: finding\n      scope: all firms, now\n      from: [c-b]\n---\n\n',
    ],
  ])('takes the entry along: %s', async (front, before) => {
    const marked = before + BARE.replace('Trust', 'Tru‸st');
    expect(await after(moveFromFrontMatter, marked)).toBe(
      `${front}[Trust]{.claim #c-a .x type=finding scope="all firms, now" from=c-b}${REST}`,
    );
  });

  it('is the way back', async () => {
    const there = await after(moveToFrontMatter, `---\nwarrant: true\n---\n\n${TAG}${REST}`);
    expect(await after(moveFromFrontMatter, there.replace('Trust', 'Tru‸st'))).toBe(
      `---\nwarrant: true\n---\n\n[Trust]{.claim #c-a .x type=finding scope="all firms, now" from=c-b}${REST}`,
    );
  });

  it('says why it cannot', async () => {
    expect(await after(moveFromFrontMatter, TAG + REST)).toContain('says nothing about');
  });
});
