import { describe, expect, test } from 'vitest';
import {
  addId,
  addToList,
  removeAttribute,
  setAttributes,
} from '../../../server/src/core/rules/shared/tagEdits';
import { parse, type Attributed } from '../../../server/src/core/syntax';
import { applyEdits, type TextEdit } from '../../../server/src/core/text/textEdit';

/** The text after an edit of its first element. */
function after(text: string, edit: (text: string, source: Attributed) => TextEdit[]): string {
  const [source] = parse(text).elements;
  if (!source) throw new Error(`no element in ${text}`);
  return applyEdits(text, edit(text, source));
}

describe('setAttributes', () => {
  const set = (text: string, values: Readonly<Record<string, string>>) =>
    after(text, (...tag) => setAttributes(...tag, values));

  test('writes a bare value where it can and quotes where it must', () => {
    expect(set('[A]{.claim}', { status: 'needs-support', note: 'ask the owner' })).toBe(
      '[A]{.claim status=needs-support note="ask the owner"}',
    );
  });

  test('quotes citation keys, sigils and empty values', () => {
    expect(set('[A]{.claim}', { evidence: '@kelman1958' })).toBe(
      '[A]{.claim evidence="@kelman1958"}',
    );
    expect(set('[A]{.construct}', { def: '' })).toBe('[A]{.construct def=""}');
  });

  test('leaves no space before the brace, and none in an empty block', () => {
    expect(set('[A]{.claim }', { status: 'assumed' })).toBe('[A]{.claim status=assumed }');
    expect(set('[A]{}', { status: 'assumed' })).toBe('[A]{status=assumed}');
  });

  test('adds to the last line of a block over several lines', () => {
    expect(set('[A]{.claim\n  #c-a}', { status: 'assumed' })).toBe(
      '[A]{.claim\n  #c-a status=assumed}',
    );
  });

  test('replaces what is written, under its own spelling', () => {
    expect(set('[A]{.claim status="asserted" #c}', { status: 'assumed' })).toBe(
      '[A]{.claim status=assumed #c}',
    );
    expect(set('[A]{.claim data-status=asserted}', { status: 'assumed' })).toBe(
      '[A]{.claim data-status=assumed}',
    );
  });

  test('escapes quotes, backslashes and ampersands, and folds line breaks', () => {
    expect(set('[A]{.claim}', { note: 'say "no"\nR&D \\ more' })).toBe(
      '[A]{.claim note="say \\"no\\" R\\&D \\\\ more"}',
    );
  });

  test('writes HTML into an HTML tag', () => {
    expect(set('<span class="claim">A</span>', { status: 'assumed', note: '"R&D"' })).toBe(
      '<span class="claim" status="assumed" note="&quot;R&amp;D&quot;">A</span>',
    );
    expect(set('<span class="claim" status=asserted >A</span>', { status: 'assumed' })).toBe(
      '<span class="claim" status="assumed" >A</span>',
    );
  });

  test('gives a bare div opener braces', () => {
    expect(set('::: claim\nA\n:::\n', { status: 'needs-support', note: 'a b' })).toBe(
      '::: {.claim status=needs-support note="a b"}\nA\n:::\n',
    );
    expect(set('::: claim :::\nA\n:::\n', { status: 'assumed' })).toBe(
      '::: {.claim status=assumed} :::\nA\n:::\n',
    );
  });

  test('leaves a carrier without attributes alone', () => {
    expect(set('# A\n', { status: 'assumed' })).toBe('# A\n');
  });

  test('writes on headings, images and captions', () => {
    expect(set('# A {.step}\n', { n: '2a' })).toBe('# A {.step n=2a}\n');
    expect(set('A {.step}\n===\n', { n: '2a' })).toBe('A {.step n=2a}\n===\n');
    expect(set('![A](a.png){.evidence width=50%}\n', { supports: 'c-a' })).toBe(
      '![A](a.png){.evidence width=50% supports=c-a}\n',
    );
    expect(set('| a |\n|---|\n| b |\n\n: A {.evidence}\n', { supports: 'c-a' })).toBe(
      '| a |\n|---|\n| b |\n\n: A {.evidence supports=c-a}\n',
    );
  });

  test('does not break a quoted text of the front matter', () => {
    const inMetadata = (text: string, values: Readonly<Record<string, string>>) => {
      // The same offsets as in the front matter, whose scanning is tested elsewhere.
      const [source] = parse(text.replace(/^---\n|\n---\n$/g, 'xxx ')).elements;
      if (!source) throw new Error('no element');
      return applyEdits(text, setAttributes(text, { ...source, context: 'metadata' }, values));
    };
    const quoted = '---\nabstract: "We show [A]{.claim}."\n---\n';
    expect(inMetadata(quoted, { note: 'to do' })).toBe(quoted);
    expect(inMetadata(quoted, { ref: 'c-a' })).toBe(quoted.replace('.claim', '.claim ref=c-a'));
    const plain = '---\nabstract: We show [A]{.claim}.\n---\n';
    expect(inMetadata(plain, { note: 'to do' })).toBe(
      plain.replace('.claim', '.claim note="to do"'),
    );
  });
});

describe('addToList', () => {
  const add = (text: string, name: string, items: string[], separator?: ' ' | '; ') =>
    after(text, (...tag) => addToList(...tag, name, items, separator));

  test('starts the list', () => {
    expect(add('[A]{.claim}', 'evidence', ['e-a', 'e-b'])).toBe('[A]{.claim evidence="e-a e-b"}');
  });

  test('quotes a bare list that grows', () => {
    expect(add('[A]{.claim evidence=e-a #c}', 'evidence', ['e-b'])).toBe(
      '[A]{.claim evidence="e-a e-b" #c}',
    );
  });

  test('keeps a quoted list as it is written', () => {
    expect(add('[A]{.claim evidence="#e-a,\n  e-b"}', 'evidence', ['e-c'])).toBe(
      '[A]{.claim evidence="#e-a,\n  e-b e-c"}',
    );
    expect(add("[A]{.claim evidence='e-a '}", 'evidence', ['e-c'])).toBe(
      "[A]{.claim evidence='e-a e-c'}",
    );
    expect(add('[A]{.construct alias="x;"}', 'alias', ['y'], '; ')).toBe(
      '[A]{.construct alias="x; y"}',
    );
  });

  test('fills an empty list', () => {
    expect(add('[A]{.claim evidence=""}', 'evidence', ['e-c'])).toBe('[A]{.claim evidence=e-c}');
  });

  test('adds nothing twice', () => {
    expect(add('[A]{.claim evidence="#e-a"}', 'evidence', ['e-a'])).toBe(
      '[A]{.claim evidence="#e-a"}',
    );
  });

  test('adds to an HTML tag', () => {
    expect(add('<div class="claim" evidence="e-a">A</div>', 'evidence', ['e-b'])).toBe(
      '<div class="claim" evidence="e-a e-b">A</div>',
    );
  });
});

describe('removeAttribute', () => {
  const remove = (text: string, name: string) =>
    after(text, (...tag) => removeAttribute(...tag, name));

  test('takes the white space before it along', () => {
    expect(remove('[A]{.claim status=needs-support #c}', 'status')).toBe('[A]{.claim #c}');
    expect(remove('[A]{.claim\n  status="needs-support"}', 'status')).toBe('[A]{.claim}');
    expect(remove('<span class="claim" status="x">A</span>', 'status')).toBe(
      '<span class="claim">A</span>',
    );
  });

  test('takes the white space behind the first one along', () => {
    expect(remove('[A]{status=needs-support .claim}', 'status')).toBe('[A]{.claim}');
  });

  test('removes every repetition and leaves a tag without it alone', () => {
    expect(remove('[A]{.claim status=a note=b status=c}', 'status')).toBe('[A]{.claim note=b}');
    expect(remove('[A]{.claim note=b}', 'status')).toBe('[A]{.claim note=b}');
  });
});

describe('addId', () => {
  const add = (text: string) => after(text, (...tag) => addId(...tag, 'e-new'));

  test('writes the id in the way of the carrier', () => {
    expect(add('[A]{.evidence}')).toBe('[A]{.evidence #e-new}');
    expect(add('<span class="evidence">A</span>')).toBe(
      '<span class="evidence" id="e-new">A</span>',
    );
    expect(add('::: evidence\nA\n:::')).toBe('::: {.evidence #e-new}\nA\n:::');
  });

  test('keeps an id that is there', () => {
    expect(add('[A]{.evidence #e-old}')).toBe('[A]{.evidence #e-old}');
  });
});
