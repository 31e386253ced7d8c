import { describe, expect, it } from 'vitest';
import {
  addLink,
  removeLink,
  type MatrixLink,
} from '../../../server/src/core/features/matrix/changeLink';
import { claimEvidenceMatrix } from '../../../server/src/core/features/matrix/claimEvidenceMatrix';
import { projectFrom, type Files } from '../../tools/project';
import { edited } from './tagging/edited';

type Asked = readonly [row: string, evidence: string, stance?: MatrixLink['stance']];

/** What a change of a link, named by ids, makes of `paper.md`; why there is none. */
async function changed(
  change: typeof addLink,
  text: string,
  [row, evidence, stance = 'for']: Asked,
  others: Files = {},
): Promise<string> {
  const files = { 'paper.md': text, ...others };
  const project = await projectFrom(files, 'paper.md');
  const { rows, columns } = claimEvidenceMatrix(project, { rows: 'all' });
  const keyOf = (list: readonly { readonly id?: string; readonly key: string }[], id: string) =>
    list.find((one) => one.id === id || one.key === id)?.key ?? id;
  const asked = { row: keyOf(rows, row), evidence: keyOf(columns, evidence), stance };
  const result = change(project, asked);
  if (!result.ok) return result.message;
  const after = edited(files, result.changes);
  const again = await projectFrom(after, 'paper.md');
  const links = again.links.length - project.links.length;
  expect(links, after['paper.md']).toBe(change === addLink ? 1 : -1);
  return [after['paper.md'] ?? '', ...result.notes].join('\n');
}

const made = (text: string, asked: Asked, others?: Files) => changed(addLink, text, asked, others);
const taken = (text: string, asked: Asked, others?: Files) =>
  changed(removeLink, text, asked, others);

describe('making a link', () => {
  it('writes the attribute, for or against', async () => {
    const text = '[a]{.claim #c-a} ["1"]{.evidence #e-a}';
    expect(await made(text, ['c-a', 'e-a'])).toBe(
      '[a]{.claim #c-a} ["1"]{.evidence #e-a supports=c-a}',
    );
    expect(await made(text, ['c-a', 'e-a', 'against'])).toBe(
      '[a]{.claim #c-a} ["1"]{.evidence #e-a challenges=c-a}',
    );
  });

  it('writes a work on the claim', async () => {
    const text = '[a]{.claim #c-a evidence=@kay} [b]{.claim #c-b evidence=@lee}';
    expect(await made(text, ['c-a', '@lee'])).toBe(
      '[a]{.claim #c-a evidence="@kay @lee"} [b]{.claim #c-b evidence=@lee}',
    );
    expect(await made(text, ['c-a', '@kay'])).toBe('“a” and @kay are linked already');
  });

  it('is refused where there is a link, or an end is gone', async () => {
    const text = '[a]{.claim #c-a evidence=e-a} ["1"]{.evidence #e-a}';
    expect(await made(text, ['c-a', 'e-a'])).toMatch(/linked already/);
    expect(await made(text, ['c-a', '#nothing'])).toMatch(/no more/);
  });

  it('is refused where the claim stands in YAML only', async () => {
    const yaml = `manuscript: [paper.md]\nelements:\n  c-a: {is: claim, quote: it grew}\n`;
    const text = 'We saw that it grew. [b]{.claim #c-b evidence=@kay}';
    expect(await made(text, ['c-a', '@kay'], { 'warrant.yaml': yaml })).toMatch(/YAML/);
  });
});

describe('taking a link back', () => {
  it('leaves what else the attribute says', async () => {
    const text = '[a]{.claim #c-a evidence="e-a e-b"} ["1"]{.evidence #e-a} ["2"]{.evidence #e-b}';
    expect(await taken(text, ['c-a', 'e-a'])).toBe(
      '[a]{.claim #c-a evidence="e-b"} ["1"]{.evidence #e-a} ["2"]{.evidence #e-b}',
    );
  });

  it('takes it from both ends, with its tests, and says so', async () => {
    const text =
      '[a]{.claim #c-a evidence=e-a} ["1"]{.evidence #e-a supports=c-a tests="c-a:hoop:pass"}';
    expect(await taken(text, ['c-a', 'e-a'])).toBe(
      '[a]{.claim #c-a} ["1"]{.evidence #e-a}\nThe hoop test went with the link',
    );
  });

  it('takes the support, and leaves the challenge', async () => {
    const text = '[a]{.claim #c-a evidence=e-a against=e-a} ["1"]{.evidence #e-a}';
    expect(await taken(text, ['c-a', 'e-a'])).toBe(
      '[a]{.claim #c-a against=e-a} ["1"]{.evidence #e-a}',
    );
    expect(await taken(text, ['c-a', 'e-a', 'against'])).toBe(
      '[a]{.claim #c-a evidence=e-a} ["1"]{.evidence #e-a}',
    );
  });

  it('takes a work', async () => {
    expect(await taken('[a]{.claim #c-a evidence="@kay @lee"}', ['c-a', '@kay'])).toBe(
      '[a]{.claim #c-a evidence="@lee"}',
    );
  });

  it('is refused with the reason where nesting or YAML says it', async () => {
    expect(await taken('[a ["1"]{.evidence #e-a}]{.claim #c-a}', ['c-a', 'e-a'])).toMatch(
      /stands inside .*move it out/,
    );
    const yaml = 'manuscript: [paper.md]\nelements:\n  c-a: {evidence: e-a}\n';
    const text = '[a]{.claim #c-a} ["1"]{.evidence #e-a}';
    expect(await taken(text, ['c-a', 'e-a'], { 'warrant.yaml': yaml })).toMatch(
      /is written in warrant\.yaml; take it out there/,
    );
    expect(await taken(text, ['c-a', 'e-a'])).toBe('This link is there no more');
  });
});
