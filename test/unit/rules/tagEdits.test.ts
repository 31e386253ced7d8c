import { describe, expect, test } from 'vitest';
import {
  addId,
  addToList,
  removeAttribute,
  setAttributes,
} from '../../../server/src/core/rules/shared/tagEdits';
import type { Attributed, AttributeToken } from '../../../server/src/core/syntax';
import { applyEdits, type TextEdit } from '../../../server/src/core/text/textEdit';

interface Carrier {
  readonly text: string;
  readonly source: Attributed;
}

const PAIR = /([A-Za-z][\w-]*)(?:=(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s}>]*)))?/g;

/** Reads the tag of a small text by hand, so that the edits are tested by themselves. */
function carrier(text: string): Carrier {
  const html = /<(?:span|div)\b[^>]*>/.exec(text);
  const braces = /\{[^}]*\}/.exec(text);
  const block = html ?? braces;
  const bare = /^::: *(\w+)/.exec(text);
  const attributes: AttributeToken[] = [];
  if (block) {
    const inner = block[0].replace(/^<\w+|[.#][\w-]+(?=[\s}])/g, (match) =>
      ' '.repeat(match.length),
    );
    for (const match of inner.matchAll(PAIR)) {
      const [whole, key = '', double, single, plain = ''] = match;
      const start = block.index + match.index;
      const value = double ?? single ?? plain;
      const quote = double !== undefined ? '"' : single !== undefined ? "'" : '';
      const valueStart = Math.min(start + key.length + 1 + quote.length, start + whole.length);
      attributes.push({
        key,
        value,
        keyRange: { start, end: start + key.length },
        valueRange: { start: valueStart, end: valueStart + value.length },
        range: { start, end: start + whole.length },
        quote,
      });
    }
  }
  const id = /#([\w-]+)/.exec(block?.[0] ?? '');
  const className = bare?.[1];
  const classStart = text.indexOf(className ?? ' ');
  return {
    text,
    source: {
      carrier: text.startsWith(':::') ? 'div' : 'span',
      form: html ? 'html' : 'markdown',
      ...(id ? { id: { value: id[1] ?? '', range: { start: 0, end: 0 } } } : {}),
      classes: className
        ? [
            {
              name: className,
              range: { start: classStart, end: classStart + className.length },
            },
          ]
        : [],
      attributes: attributes.filter(({ key }) => key !== 'class' && key !== 'id'),
      range: { start: 0, end: text.length },
      contentRange: { start: 0, end: 0 },
      ...(block
        ? { attributeRange: { start: block.index, end: block.index + block[0].length } }
        : {}),
      parent: -1,
      context: 'body',
    },
  };
}

function after(text: string, edit: (text: string, source: Attributed) => TextEdit[]): string {
  const tagged = carrier(text);
  return applyEdits(text, edit(tagged.text, tagged.source));
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
    expect(set('[A]', { status: 'assumed' })).toBe('[A]');
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
