import { describe, expect, it } from 'vitest';
import { changeKind, type UnfitPolicy } from '../../../../server/src/core/features/changeKind';
import type { Kind } from '../../../../server/src/core/model';
import type { Files } from '../../../tools/project';
import { atCaret } from '../caret';
import { edited } from './edited';

async function changed(marked: string | Files, kind: Kind, policy?: UnfitPolicy) {
  const { project, uri, offset, files } = await atCaret(marked);
  const result = changeKind(project, uri, { start: offset, end: offset }, kind, policy);
  if (!result.ok) throw new Error(result.message);
  return { ...result, files: edited(files, result.changes) };
}

const textOf = async (marked: string, kind: Kind, policy?: UnfitPolicy) =>
  (await changed(marked, kind, policy)).files['paper.md'];

describe('changing the kind of a tag', () => {
  it('keeps what the new kind knows, and its id follows', async () => {
    expect(await textOf('A [tr‸ust]{.claim #c-trust note="x y" .x} b.', 'mechanism')).toBe(
      'A [trust]{.mechanism #m-trust note="x y" .x} b.',
    );
    expect(await textOf('A [tr‸ust]{.claim #sum} b.', 'mechanism')).toBe(
      'A [trust]{.mechanism #sum} b.',
    );
  });

  it('works on every carrier', async () => {
    const front = '---\nwarrant: true\n---\n\n';
    expect(await textOf(`${front}::: evidence\nA ‸b.\n:::\n`, 'claim')).toBe(
      `${front}::: claim\nA b.\n:::\n`,
    );
    expect(await textOf(`${front}## Co‸re {.step #s-core}\n`, 'mechanism')).toBe(
      `${front}## Core {.mechanism #m-core}\n`,
    );
    expect(await textOf('A <span class="x claim" id="c-a">tr‸ust</span> b.', 'construct')).toBe(
      'A <span class="x construct" id="k-a">trust</span> b.',
    );
    expect(await textOf('[a‸]{.stage #s-a n=1}', 'mechanism')).toBe('[a]{.mechanism #m-a n=1}');
  });

  it('takes what restates something for no restatement of it as something else', async () => {
    const marked = '[x]{.construct #k-x} [y‸]{.construct ref=k-x}';
    expect((await changed(marked, 'claim')).unfit).toEqual(['ref']);
    expect(await textOf(marked, 'claim', 'remove')).toBe('[x]{.construct #k-x} [y]{.claim}');
  });

  it('keeps what the new kind does not know, or takes it away', async () => {
    const marked = '[a‸]{.claim #c-a type=finding status=assumed scope="all firms"}';
    const kept = await changed(marked, 'mechanism');
    expect(kept.unfit).toEqual(['type', 'status']);
    expect(kept.files['paper.md']).toBe(
      '[a]{.mechanism #m-a type=finding status=assumed scope="all firms"}',
    );
    expect(await textOf(marked, 'mechanism', 'remove')).toBe(
      '[a]{.mechanism #m-a scope="all firms"}',
    );
  });

  it('lets the id follow wherever it is written, and finds one that is free', async () => {
    const { files, notes } = await changed(
      {
        'paper.md': '[a‸]{.claim #c-a} [see](#c-a) [x]{.mechanism #m-a} [y]{.claim mechanism=c-a}',
        'warrant.yaml': 'manuscript: [paper.md, two.md]\nelements:\n  c-a: {note: x}\n',
        'two.md': '[z]{.evidence supports="#c-a"}',
      },
      'mechanism',
    );
    expect(files).toEqual({
      'paper.md':
        '[a]{.mechanism #m-a-2} [see](#m-a-2) [x]{.mechanism #m-a} [y]{.claim mechanism=m-a-2}',
      'warrant.yaml': 'manuscript: [paper.md, two.md]\nelements:\n  m-a-2: {note: x}\n',
      'two.md': '[z]{.evidence supports="#m-a-2"}',
    });
    expect(notes).toEqual([]);
  });

  it('says what names the tag and cannot any more', async () => {
    const { notes } = await changed('[a‸]{.claim #c-a}\n\n[b]{.claim from=c-a}', 'construct');
    expect(notes).toEqual(['from= in paper.md:3 names it, and takes no construct']);
  });

  it('refuses the kind that it is, and where there is no tag', async () => {
    const ask = async (marked: string) => {
      const { project, uri, offset } = await atCaret(marked);
      return changeKind(project, uri, { start: offset, end: offset }, 'claim');
    };
    expect(await ask('[a‸]{.claim}')).toMatchObject({ message: '“a” is tagged as claim already' });
    expect(await ask('[a]{.claim} b‸ c')).toMatchObject({ ok: false });
  });
});
