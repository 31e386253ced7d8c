import { describe, expect, it } from 'vitest';
import { type Attributed, parse } from '../../../server/src/core/syntax';
import { cut, firstPieces, pieces } from './marked';

describe('the ranges of an element', () => {
  it('are exact for a span', () => {
    expect(
      firstPieces('A [claim here]{.claim #c-1 evidence="e1 e2" from=\'x\' type=finding} b'),
    ).toEqual({
      whole: '[claim here]{.claim #c-1 evidence="e1 e2" from=\'x\' type=finding}',
      content: 'claim here',
      attributes: '{.claim #c-1 evidence="e1 e2" from=\'x\' type=finding}',
      id: 'c-1',
      classes: ['claim'],
      pairs: [
        ['evidence', 'e1 e2', 'evidence="e1 e2"'],
        ['from', 'x', "from='x'"],
        ['type', 'finding', 'type=finding'],
      ],
    });
  });

  it('are exact for a div, from the first fence to the last', () => {
    expect(firstPieces('::: {.evidence #e}\nText.\n:::\nafter')).toMatchObject({
      whole: '::: {.evidence #e}\nText.\n:::',
      content: 'Text.\n',
      attributes: '{.evidence #e}',
      id: 'e',
    });
  });

  it('run to the end of the file for a div that is not closed', () => {
    expect(firstPieces('::: {.a}\nText.\n')).toMatchObject({
      whole: '::: {.a}\nText.\n',
      content: 'Text.\n',
    });
  });

  it('cover a heading without its line break, and its text without hashes', () => {
    expect(firstPieces('## The text ## {#h .step}\n\nx')).toMatchObject({
      whole: '## The text ## {#h .step}',
      content: 'The text',
      attributes: '{#h .step}',
    });
  });

  it('cover both lines of an underlined heading', () => {
    expect(firstPieces('Text {#h}\n=====\nx')).toMatchObject({
      whole: 'Text {#h}\n=====',
      content: 'Text',
    });
  });

  it('cover an image with its description', () => {
    expect(firstPieces('![Incident *rate*](rate.png "T"){.evidence #fig}')).toMatchObject({
      whole: '![Incident *rate*](rate.png "T"){.evidence #fig}',
      content: 'Incident *rate*',
      attributes: '{.evidence #fig}',
    });
  });

  it('cover the table with its caption', () => {
    const text = 'x\n\n| a | b |\n|---|---|\n| c | d |\n\n: Quotations {#tbl-q .evidence}\n\ny';
    expect(firstPieces(text)).toMatchObject({
      whole: '| a | b |\n|---|---|\n| c | d |\n\n: Quotations {#tbl-q .evidence}',
      content: '| a | b |\n|---|---|\n| c | d |\n\n: Quotations ',
      attributes: '{#tbl-q .evidence}',
      id: 'tbl-q',
    });
  });

  it('cover the start tag of HTML', () => {
    expect(firstPieces('<span class="claim big" id="c-a" data-x=1>text</span>')).toEqual({
      whole: '<span class="claim big" id="c-a" data-x=1>text</span>',
      content: 'text',
      attributes: '<span class="claim big" id="c-a" data-x=1>',
      id: 'c-a',
      classes: ['claim', 'big'],
      pairs: [['data-x', '1', 'data-x=1']],
    });
  });

  it('point into the source through quotes, items and indentation', () => {
    const text = '> - a\n>   [two\n>   lines]{.c\n>   k="v\n>   w"}\n';
    expect(firstPieces(text)).toMatchObject({
      content: 'two\n>   lines',
      classes: ['c'],
      pairs: [['k', 'v\n>   w', 'k="v\n>   w"']],
    });
    expect(parse(text).elements[0]?.attributes[0]?.value).toBe('v w');
  });

  it('point into the source across carriage returns and tabs', () => {
    const text = 'a\r\n\r\n-\t[x\ty]{.c\tk="1\t2"}\r\n\r\n::: {.d}\r\nz\r\n:::\r\n';
    const document = parse(text);
    const [span, div] = document.elements;
    if (span === undefined || div === undefined) throw new Error('elements are missing');
    expect(pieces(document, span)).toMatchObject({
      whole: '[x\ty]{.c\tk="1\t2"}',
      content: 'x\ty',
      pairs: [['k', '1\t2', 'k="1\t2"']],
    });
    expect(pieces(document, div)).toMatchObject({
      whole: '::: {.d}\r\nz\r\n:::',
      content: 'z\r\n',
    });
  });

  it('leave out a lone carriage return, as Pandoc does', () => {
    const document = parse('# A {\r#h}\r\n\r\n[x]{.\rc}');
    expect(document.elements.map((element) => cut(document, element.range))).toEqual([
      '# A {\r#h}',
      '[x]{.\rc}',
    ]);
    expect(document.elements[1]?.classes.map(({ name }) => name)).toEqual(['c']);
  });

  it('point into the strings of the front matter', () => {
    const text = '---\nabstract: |\n  We [find]{.claim\n  #c}.\nnote: "a \\"b\\" [x]{.d}"\n---\n';
    const document = parse(text);
    expect(document.elements.map((element) => cut(document, element.range))).toEqual([
      '[find]{.claim\n  #c}',
      '[x]{.d}',
    ]);
    expect(document.elements.map(({ context }) => context)).toEqual(['metadata', 'metadata']);
  });
});

describe('the nesting of elements', () => {
  it('names the innermost element whose content holds each one', () => {
    const document = parse(
      '::: {.mechanism}\n## H {#h}\n\n[a [b]{.y}]{.x} and [c]{.z}\n:::\n\n[d]{.w}\n',
    );
    const nameOf = ({ carrier, classes }: Attributed) => classes[0]?.name ?? carrier;
    const names = document.elements.map((element) => [
      nameOf(element),
      element.parent && nameOf(element.parent),
    ]);
    expect(names).toEqual([
      ['mechanism', undefined],
      ['heading', 'mechanism'],
      ['x', 'mechanism'],
      ['y', 'x'],
      ['z', 'mechanism'],
      ['w', undefined],
    ]);
  });

  it('tells notes from the body', () => {
    const document = parse('[a]{.x}^[in [b]{.y}] [^1]\n\n[^1]: [c]{.z}\n\n[^2]: [lost]{.w}\n');
    expect(document.elements.map(({ classes, context }) => [classes[0]?.name, context])).toEqual([
      ['x', 'body'],
      ['y', 'note'],
      ['z', 'note'],
    ]);
  });
});
