import { describe, expect, test } from 'vitest';
import type { Link, Project } from '../../../server/src/core/project';
import { projectFrom, type Files } from '../../tools/project';

const name = (node: Link['from']) =>
  node.type === 'element'
    ? (node.element.id ?? '?')
    : node.type === 'citation'
      ? `@${node.key}`
      : `source ${node.id}`;

const show = ({ kind, from, to, declarations, tests }: Link) =>
  `${name(from)} ${kind} ${name(to)} (${declarations.map(({ by }) => by).join(', ')}${tests.map(({ test: t, result }) => ` ${t}${result ? `:${result}` : ''}`).join('')})`;

const links = async (text: string | Files) =>
  (await projectFrom(typeof text === 'string' ? { 'a.md': text } : text)).links.map(show).sort();

describe('links', () => {
  test.each([
    ['[x]{.claim #c evidence=e} [y]{.evidence #e}', ['e supports c (attribute)']],
    ['[x]{.claim #c} [y]{.evidence #e supports=c}', ['e supports c (attribute)']],
    [
      '[x]{.claim #c evidence=e} [y]{.evidence #e supports=c}',
      ['e supports c (attribute, attribute)'],
    ],
    ['[x [y]{.evidence #e supports=c}]{.claim #c}', ['e supports c (attribute, nesting)']],
    ['[x]{.claim #c evidence="@k none"}', ['@k supports c (attribute)']],
    ['[x]{.claim #c evidence=c-other} [y]{.claim #c-other}', []],
    ['[x]{.mechanism #m parts=n} [y]{.mechanism #n of=m}', ['n part-of m (attribute, attribute)']],
  ])('are one, wherever they are declared: %s', async (text, expected) => {
    expect(await links(text)).toEqual(expected);
  });

  test.each([
    [
      '[x]{.claim #c evidence=e} [y]{.evidence #e tests="c:hoop:pass"}',
      ['e supports c (attribute, test hoop:pass)'],
    ],
    [
      '[y]{.evidence #e tests="c:hoop"} [x]{.claim #c against=e}',
      ['e challenges c (attribute, test hoop)'],
    ],
    [
      '[y]{.evidence #e tests="c:straw" challenges=c} [x]{.claim #c}',
      ['e challenges c (attribute, test straw)'],
    ],
    ['[y]{.evidence #e tests="c:straw"} [x]{.claim #c}', ['e supports c (test straw)']],
  ])('bear the tests on them, in any order: %s', async (text, expected) => {
    expect(await links(text)).toEqual(expected);
  });

  test.each([
    [
      '::: {.mechanism #m}\n[a]{.step #s n=1}\n\n[b]{.claim #c}\n:::',
      ['c reports m (nesting)', 's part-of m (nesting)'],
    ],
    [
      '# A {.step #s of=m}\n\n[e]{.evidence #e}\n\n# B {.mechanism #m}',
      ['e supports s (nesting)', 's part-of m (attribute)'],
    ],
    ['::: {.claim #c}\n[e]{.evidence #e challenges=c}\n:::', ['e challenges c (attribute)']],
    ['::: {.claim #c against=e}\n[e]{.evidence #e}\n:::', ['e challenges c (attribute)']],
    ['::: {.claim #c}\n[e]{.evidence #e display=context}\n:::', []],
    ['::: {.claim #c}\n[s [e]{.evidence #e}]{.step #s}\n:::', ['e supports s (nesting)']],
  ])('come of nesting, where nothing says otherwise: %s', async (text, expected) => {
    expect(await links(text)).toEqual(expected);
  });

  test('a source and an element of one name are two', async () => {
    const project = await projectFrom({
      'a.md':
        '---\nwarrant: {sources: [{id: owner}]}\n---\n\n[o]{.construct #owner} [e]{.evidence #e source=owner} [x]{.claim #c constructs=owner}\n',
    });
    const construct = project.element('owner');
    expect(construct && project.linksTo(construct).map(show)).toEqual([
      'c about owner (attribute)',
    ]);
    expect(project.linksOf({ type: 'source', id: 'owner' }).map(show)).toEqual([
      'e source source owner (attribute)',
    ]);
  });
});

describe('elements', () => {
  const ids = (project: Project) =>
    project.elements.map(({ id, occurrences }) => [id, occurrences.length]);
  const of = (text: string, more: Files = {}) => projectFrom({ 'a.md': text, ...more });

  test('another occurrence is no other element, through chains and before what it repeats', async () => {
    const project = await of(
      '[a]{.claim #c-2 ref=c-1 note=x} [b]{.claim #c-1} [c]{.claim ref=c-2} [d]{.claim ref="#c-1"}',
    );
    expect(ids(project)).toEqual([['c-1', 3]]);
    expect(project.element('c-2')).toBe(project.element('c-1'));
    expect(project.elements[0]?.attributes.map(({ name: key }) => key)).toEqual(['note']);
  });

  test('circles, other kinds and nothing become elements of their own', async () => {
    expect(
      ids(await of('[a]{.claim #a ref=b} [b]{.claim #b ref=a} [c]{.claim #c ref=c}')),
    ).toHaveLength(3);
    expect(ids(await of('[a]{.claim #a} [b]{.evidence ref=a} [c]{.claim ref=none}'))).toHaveLength(
      3,
    );
  });

  test('the first of a doubled id is meant; both are there, and each without id too', async () => {
    const project = await of('[a]{.claim #c} [b]{.claim #c} [x]{.claim} [y]{.claim}');
    expect(project.elements.map(({ text }) => text)).toEqual(['a', 'b', 'x', 'y']);
    expect(new Set(project.elements.map(({ key }) => key)).size).toBe(4);
    expect(project.element('c')?.text).toBe('a');
  });

  test('entries add to the prose, and the prose comes first', async () => {
    const project = await of(
      '---\nwarrant:\n  elements: {c: {type: method, evidence: [e-b], cites: k}}\n---\n\n[a]{.claim #c type=finding evidence=e-a}\n',
    );
    const attributes = project
      .element('c')
      ?.attributes.map(({ name: key, text }) => `${key}=${text}`);
    expect(attributes).toEqual([
      'type=finding',
      'evidence=e-a',
      'type=method',
      'evidence=e-b',
      'evidence=@k',
    ]);
  });

  test('an entry with is: stands at the words that it quotes', async () => {
    const text = 'One.\n\nShe said “it *grew*\nfast” twice.\n';
    const files = {
      'warrant.yaml':
        'manuscript: [a.md]\nelements:\n  c: {is: claim, quote: said "it grew fast", file: a.md}\n',
      'a.md': text,
    };
    const project = await projectFrom(files);
    const { start, end } = project.element('c')?.place.range ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe('said “it *grew*\nfast”');
    expect(project.problems).toEqual([]);
  });

  test.each([
    ['{c-x: {note: a}}', 'unknown-id', /No tag in the manuscript has the id c-x/],
    ['{c-trst: {note: a}}', 'unknown-id', /did you mean c-trust/],
    ['{c: {is: clam}}', 'unknown-kind', /did you mean claim/],
    ['{c: {is: constructor}}', 'unknown-kind', /not a kind/],
    ['{c: {is: claim, quote: never said}}', 'invalid-project', /stand nowhere/],
    ['{c-trust: {typ: finding}}', 'unknown-attribute', /did you mean type/],
    ['{c-trust: {toString: x}}', 'unknown-attribute', /not an attribute/],
  ])('an entry that is wrong says so: %s', async (elements, rule, message) => {
    const { problems } = await of(
      `---\nwarrant: {elements: ${elements}}\n---\n\n[a]{.claim #c-trust}\n`,
    );
    expect(problems).toMatchObject([{ rule, message: expect.stringMatching(message) as unknown }]);
  });
});
