import { describe, expect, test } from 'vitest';
import {
  extendVocabulary,
  nearest,
  LiveFacts,
  VOCABULARY,
  type Tag,
  type Vocabulary,
} from '../../../server/src/core/model';
import { parse } from '../../../server/src/core/syntax';
import { drawRanges, readFixture } from '../../tools/fixture';

const URI = 'file:///paper/a.md';

const tagsOf = (text: string, vocabulary: Vocabulary = VOCABULARY) =>
  new LiveFacts(URI, parse(text), vocabulary).tags;

function only(text: string, vocabulary?: Vocabulary): Tag {
  const [tag, ...others] = tagsOf(text, vocabulary);
  if (!tag || others.length > 0) throw new Error(`not one tag in ${text}`);
  return tag;
}

/** Every range in the attributes that a reader of the vocabulary makes. */
function drawn(marked: string): string {
  const { text } = readFixture(marked);
  const ranges = only(text).attributes.flatMap(({ references, phrases, tests }) => [
    ...references.filter(({ range }) => !tests.some(({ target }) => target.range === range)),
    ...phrases,
    ...tests.map(({ target }) => target),
  ]);
  return drawRanges(
    text,
    ranges.map(({ range }) => range),
  );
}

describe('the values of a tag stand where they are written', () => {
  test.each([
    '[x]{.claim evidence=⟦e-a⟧}',
    '[x]{.claim evidence="⟦e-a⟧ ⟦@b⟧"}',
    "[x]{.claim evidence='⟦#e-a⟧,⟦#e-b⟧'}",
    '[x]{.claim data-evidence="⟦e-a⟧"}',
    '[x]{.claim warrant="⟦#c-b⟧; ⟦it holds⟧"}',
    '[x]{.construct alias="⟦one⟧; ⟦two words⟧"}',
    '[x]{.evidence tests="⟦c-a⟧:hoop ⟦c-b⟧:straw:fail"}',
    '[x]{.claim evidence="⟦e-a⟧\n⟦e-b⟧"}',
    '<span class="claim" evidence="⟦e-a⟧ ⟦e-b⟧">x</span>',
    '::: {.step of=⟦m-a⟧ after="⟦s-a⟧"}\nx\n:::',
  ])('%j', (marked) => {
    expect(drawn(marked)).toBe(marked);
  });

  test.each([
    // An entity or an escape makes the value shorter than what is written: the whole value stands for each part.
    '[x]{.construct alias="⟦⟦R&amp;D; one⟧⟧"}',
    '[x]{.construct alias="⟦⟦a \\"b\\"; c⟧⟧"}',
    '> [x]{.claim evidence="⟦⟦e-a\n> e-b⟧⟧"}',
  ])('and where the value is not written as it reads, all of it: %j', (marked) => {
    expect(drawn(marked)).toBe(marked);
  });
});

describe('a value that cannot be read', () => {
  test.each([
    ['[x]{.claim type=fnding}', /“fnding” is not a value of type; the values are finding, /],
    ['[x]{.claim type=constructor}', /“constructor” is not a value/],
    ['[x]{.step n=two}', /n: .*step number/],
    ['[x]{.step of="m-a m-b"}', /of: takes one reference, not 2/],
    ['[x]{.evidence date=05-03-2012}', /date: .*not a date/],
    ['[x]{.evidence lang=Nederlands_}', /lang: .*language tag/],
    ['[x]{.evidence tests="c-a:hop"}', /tests: “hop” is not a test/],
    ['[x]{.evidence qda=12}', /qda: .*GUID/],
  ])('%s', (text, message) => {
    const { attributes } = only(text);
    expect(attributes[0]?.problem?.message).toMatch(message);
    expect(attributes[0]?.references).toEqual([]);
  });
});

describe('what is a tag', () => {
  test.each([
    ['[x]{.claim}', 'claim'],
    ['[x]{.stage}', 'step'],
    ['[x]{.phase}', 'step'],
    ['# x {.mechanism}', 'mechanism'],
    ['[x]{.other .construct}', 'construct'],
  ])('%s', (text, kind) => {
    expect(only(text).kind).toBe(kind);
  });

  test('names of JavaScript are nothing special', () => {
    const names = ['constructor', 'toString', 'isPrototypeOf', 'hasOwnProperty', 'valueOf'];
    for (const name of names) {
      expect(tagsOf(`[x]{.${name} #${name} ${name}=x}`)).toEqual([]);
      const { attributes, foreign, id } = only(`[x]{.claim #${name} ${name}=x data-${name}=y}`);
      expect(attributes).toEqual([]);
      expect(foreign).toHaveLength(2);
      expect(id?.value).toBe(name);
    }
  });

  test('a second kind is kept apart; two classes of one kind are one', () => {
    expect(only('[x]{.claim .evidence}').furtherKinds.map(({ name }) => name)).toEqual([
      'evidence',
    ]);
    expect(only('[x]{.step .phase}').furtherKinds).toEqual([]);
  });

  test('whether a file is tagged: by a span, or by an attribute of the vocabulary', () => {
    const tagged = (text: string) => new LiveFacts(URI, parse(text), VOCABULARY).tagged;
    expect(tagged('[x]{.claim}')).toBe(true);
    expect(tagged('::: {.claim evidence=e}\nx\n:::')).toBe(true);
    expect(tagged('::: {.claim title="1"}\nx\n:::')).toBe(false);
    expect(tagged('# Step {.step}')).toBe(false);
    expect(tagged('[x]{.smallcaps}')).toBe(false);
  });
});

describe('nesting of tags', () => {
  const parents = (text: string) =>
    tagsOf(text).map(({ id, parent }) => [id?.value, parent?.id?.value]);

  test('a heading covers its section, as far as the next of its level', () => {
    expect(
      parents(`# A {.mechanism #m}

## B {.step #s1}

[x]{.evidence #e1}

### C

[y]{.evidence #e2}

## D {.step #s2}

[z]{.evidence #e3}

# E

[o]{.evidence #e4}
`),
    ).toEqual([
      ['m', undefined],
      ['s1', 'm'],
      ['e1', 's1'],
      ['e2', 's1'],
      ['s2', 'm'],
      ['e3', 's2'],
      ['e4', undefined],
    ]);
  });

  test('spans in spans in divs; neighbours are not parents', () => {
    expect(
      parents(
        '::: {.claim #d}\n[a [b]{.evidence #b}]{.step #a} [c]{.evidence #c}\n:::\n\n[x]{.claim #x}\n',
      ),
    ).toEqual([
      ['d', undefined],
      ['a', 'd'],
      ['b', 'a'],
      ['c', 'd'],
      ['x', undefined],
    ]);
  });

  test('a section in a div ends with the div', () => {
    expect(
      parents('::: {.mechanism #m}\n# S {.step #s}\n\nText.\n:::\n\n[x]{.evidence #e}\n'),
    ).toEqual([
      ['m', undefined],
      ['s', 'm'],
      ['e', undefined],
    ]);
  });
});

describe("a project's own vocabulary", () => {
  const own = extendVocabulary(VOCABULARY, {
    kinds: {
      'open-question': { is: 'claim', defaults: { type: 'question' }, summary: 'An open question' },
      evidence: { is: 'claim' },
    },
    attributes: {
      claim: {
        weight: { values: ['light', 'heavy'] },
        tags: { type: 'phrases' },
        type: { values: ['never'] },
        ['constructor' as string]: { type: 'text' as const },
      },
    },
    values: { claim: { type: ['conjecture', 'finding'], label: ['no enumeration'] } },
  });

  test('a further kind is read as one of the five, with what it brings along', () => {
    const tag = only('[x]{.open-question}', own);
    expect(tag.kind).toBe('claim');
    expect(tag.attributes).toMatchObject([{ name: 'type', text: 'question', origin: 'class' }]);
    expect(only('[x]{.open-question type=finding}', own).attributes).toHaveLength(1);
    expect(own.kinds.claim.classes).toContain('open-question');
  });

  test('what exists stays as it is', () => {
    expect(only('[x]{.evidence}', own).kind).toBe('evidence');
    expect(own.kinds.claim.classes).not.toContain('evidence');
    expect(only('[x]{.claim type=finding}', own).attributes[0]?.problem).toBeUndefined();
    expect(own.kinds.claim.attributes['type']?.values?.['finding']).toMatch(/data show/);
    expect(own.kinds.claim.attributes['label']?.type).toBe('text');
    expect(only('[x]{.claim type=conjecture}').attributes[0]?.problem).toBeDefined();
  });

  test('further attributes and values are read', () => {
    const problems = (text: string) =>
      only(text, own).attributes.map(({ problem }) => problem?.message);
    expect(problems('[x]{.claim type=conjecture weight=heavy}')).toEqual([undefined, undefined]);
    expect(problems('[x]{.claim weight=medium}')[0]).toMatch(/light, heavy/);
    expect(only('[x]{.claim tags="a; b"}', own).attributes[0]?.phrases).toHaveLength(2);
    expect(only('[x]{.claim constructor=y}', own).attributes[0]?.text).toBe('y');
  });
});

describe('did you mean', () => {
  const known = ['evidence', 'entities', 'of', 'c-trust'];

  test.each([
    ['evidense', ['evidence']],
    ['Evidence', ['evidence']],
    ['c_trust', ['c-trust']],
    ['c-tust', ['c-trust']],
    ['x', []],
    ['on', ['of']],
    ['something', []],
    ['', []],
  ])('%s', (name, expected) => {
    expect(nearest(name, known)).toEqual(expected);
  });

  test('the nearest comes first, and a long word takes no time', () => {
    expect(nearest('trust', ['truth', 'trusts'])).toEqual(['trusts', 'truth']);
    const started = performance.now();
    nearest('x'.repeat(20_000), ['y'.repeat(100), ...known]);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
