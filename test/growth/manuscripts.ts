/** A manuscript in which one thing that the project or a rule has to follow is there very many times. */
export interface GrowingManuscript {
  readonly name: string;
  /** How many of the thing the gate goes up to. */
  readonly largest: number;
  /** The manuscript with so many of them. */
  readonly make: (count: number) => string;
}

const FRONT = '---\ntitle: A paper\nwarrant: true\n---\n\n';

/** What stands before and after the pieces; a list of pieces may depend on how many there are. */
function manuscript(
  name: string,
  largest: number,
  piece: (number: number, count: number) => string,
  {
    before = '',
    after = '',
    front = FRONT,
  }: Partial<Record<'before' | 'after' | 'front', string>> = {},
): GrowingManuscript {
  return {
    name,
    largest,
    make(count) {
      const parts = Array.from({ length: count }, (_, index) => piece(index, count));
      return `${front}${before}${parts.join('')}${after}`;
    },
  };
}

const TRUST =
  '[Trust is the willingness to rely on a partner whom one cannot control]{.construct #k-trust term="trust"}.\n\n';

/** Elements and the links between them. */
const graph = [
  manuscript('ids', 100_000, (n) => `[a]{.claim #c-${n}}\n\n`),
  manuscript('ids of other elements', 100_000, (n) => `[a]{#x-${n}}\n\n`),
  manuscript('headings', 100_000, (n) => `# Part ${n}\n\n`),
  manuscript('links to headings', 20_000, (n) => `# Part ${n}\n\nSee [that](#part-${n}).\n\n`),
  manuscript('references to one id', 100_000, () => 'e-1 ', {
    before: '["Yes"]{.evidence #e-1 source=@k}\n\n[a]{.claim #c-1 evidence="',
    after: '"}\n',
  }),
  manuscript(
    'claims that refer to one id',
    100_000,
    (n) => `[a]{.claim #c-${n} evidence=e-1}\n\n`,
    {
      before: '["Yes"]{.evidence #e-1 source=@k}\n\n',
    },
  ),
  manuscript(
    'evidence that supports one claim',
    25_000,
    (n) => `["${n}"]{.evidence #e-${n} supports=c-1}\n\n`,
    {
      before: '[a]{.claim #c-1}\n\n',
    },
  ),
  manuscript(
    'counter-evidence to one claim',
    25_000,
    (n) => `["${n}"]{.evidence #e-${n} challenges=c-1}\n\n`,
    {
      before: '[a]{.claim #c-1}\n\n',
    },
  ),
  manuscript(
    'tests of one claim',
    10_000,
    (n) => `["${n}"]{.evidence #e-${n} tests="c-1:hoop:fail"}\n\n`,
    {
      before: '[a]{.claim #c-1}\n\n',
    },
  ),
  manuscript('chain of premises', 10_000, (n) => `[a]{.claim #c-${n} from=c-${n + 1}}\n\n`),
  manuscript(
    'circle of premises',
    10_000,
    (n, count) => `[a]{.claim #c-${n} from=c-${(n + 1) % count}}\n\n`,
  ),
  manuscript(
    'ladder of premises',
    10_000,
    (n) => `[a]{.claim #c-${n} from="c-${n + 1} c-${n + 2}"}\n\n`,
  ),
  manuscript(
    'chain of broader constructs',
    10_000,
    (n) =>
      `[Some thing ${n} of a kind that we name]{.construct #k-${n} term="thing${n}" parent=k-${n + 1}}\n\n`,
  ),
  manuscript('chain of restatements', 10_000, (n) => `[a]{.claim #c-${n} ref=c-${n + 1}}\n\n`),
  manuscript('restatements of one claim', 10_000, () => '[a]{.claim ref=c-1}\n\n', {
    before: '[a]{.claim #c-1 qualifier=possible}\n\n',
  }),
  manuscript('duplicate ids', 10_000, () => '[a]{.claim #c-1}\n\n'),
  manuscript('duplicate ids and references to them', 10_000, () => '[a]{.claim #c-1 from=c-1}\n\n'),
  manuscript('duplicate ids in one paragraph', 10_000, () => '[a]{.claim #c-1} '),
  manuscript('headings of one text, with tags', 10_000, (n) => `# Part {.step #s-${n} of=m-1}\n\n`),
  manuscript('links to one heading', 20_000, () => 'See [that](#part).\n\n', {
    before: '# Part\n\n',
  }),
  manuscript('broken links', 20_000, (n) => `See [that](#part-${n}).\n\n`),
  manuscript(
    'circle of broader constructs',
    10_000,
    (n, count) =>
      `[Some thing ${n} of a kind that we name]{.construct #k-${n} term="thing${n}" parent=k-${(n + 1) % count}}\n\n`,
  ),
  manuscript('premises of one claim', 10_000, (n) => `[a]{.claim #c-${n}}\n\n`, {
    before: '[a]{.claim #c from="c-1 c-2 c-3"}\n\n',
  }),
  manuscript('unknown ids', 10_000, (n) => `[a]{.claim #c-${n} evidence=e-unknown-${n}}\n\n`),
  manuscript('one unknown id', 10_000, (n) => `[a]{.claim #c-${n} evidence=e-unknown}\n\n`),
  manuscript(
    'misspelt ids',
    10_000,
    (n) => `["a"]{.evidence #evidence-${n}} [a]{.claim evidence=evidense-${n}}\n\n`,
  ),
  manuscript('unknown attributes', 10_000, (n) => `[a]{.claim #c-${n} evidense=e-1}\n\n`),
  manuscript('unknown values', 10_000, (n) => `[a]{.claim #c-${n} type=findign}\n\n`),
  manuscript('ids that are nearly the same', 10_000, (n, count) => {
    const id = String(n).padStart(String(count).length, '0');
    return `[a]{.claim #claim-${id}}\n\n[b]{.claim from=cliam-${id}}\n\n`;
  }),
  manuscript(
    'elements of the wrong kind',
    10_000,
    (n) => `[a]{.claim #c-${n} evidence=c-${n + 1}}\n\n`,
  ),
  manuscript('two kinds', 10_000, (n) => `[a]{.claim .evidence #c-${n}}\n\n`),
];

/** Mechanisms and their steps. */
const mechanisms = [
  manuscript('steps of one mechanism', 10_000, (n) => `[a]{.step #s-${n} of=m-1 n=${n}}\n\n`, {
    before: '[a]{.mechanism #m-1 trigger=a outcome=b activities=c scope=d}\n\n',
  }),
  manuscript(
    'steps that follow one another',
    10_000,
    (n) => `[a]{.step #s-${n + 1} of=m-1 after=s-${n}}\n\n`,
    {
      before:
        '[a]{.mechanism #m-1 trigger=a outcome=b activities=c scope=d}\n\n[a]{.step #s-0 of=m-1}\n\n',
    },
  ),
  manuscript('steps of one number', 10_000, (n) => `[a]{.step #s-${n} of=m-1 n=1}\n\n`, {
    before: '[a]{.mechanism #m-1 trigger=a outcome=b activities=c scope=d}\n\n',
  }),
  manuscript(
    'steps with periods',
    10_000,
    (n) => `[a]{.step #s-${n} of=m-1 n=${n} period=${1000 + (n % 1000)}/..}\n\n`,
    {
      before: '[a]{.mechanism #m-1 trigger=a outcome=b activities=c scope=d}\n\n',
    },
  ),
  manuscript('steps inside a mechanism', 10_000, (n) => `[a]{.step #s-${n}}\n\n`, {
    before: '::: {.mechanism #m-1 trigger=a outcome=b}\n\n',
    after: ':::\n',
  }),
  manuscript('mechanisms', 10_000, (n) => `[a]{.mechanism #m-${n} term="path ${n}"}\n\n`),
  manuscript(
    'mechanisms within one another',
    10_000,
    (n) => `[a]{.mechanism #m-${n} of=m-${n + 1}}\n\n`,
  ),
];

/** Constructs and the words that stand for them. */
const constructs = [
  manuscript('uses of one construct', 10_000, () => 'They spoke of trust again. ', {
    before: TRUST,
  }),
  manuscript(
    'uses of one construct, in paragraphs',
    10_000,
    () => 'They spoke of trust again.\n\n',
    {
      before: TRUST,
    },
  ),
  manuscript('tagged uses of one construct', 10_000, () => '[trust]{.construct ref=k-trust} ', {
    before: TRUST,
  }),
  manuscript(
    'variants of one construct',
    10_000,
    () => 'They spoke of trusts and of Trusting.\n\n',
    {
      before: TRUST,
    },
  ),
  manuscript(
    'constructs',
    10_000,
    (n) =>
      `[Thing ${n} is some thing of a kind that we name]{.construct #k-${n} term="thing${n}"}\n\n`,
  ),
  manuscript(
    'constructs whose terms begin alike',
    10_000,
    (n) =>
      `[The quality ${n} of a thing that we name]{.construct #k-${n} term="the quality of ${n}"}\n\n`,
  ),
  manuscript(
    'constructs of one term',
    10_000,
    (n) => `[Some thing ${n} of a kind that we name]{.construct #k-${n} term=trust}\n\n`,
  ),
  manuscript('words of a term', 10_000, () => 'trust ', {
    before:
      '[Trust in trust in trust is a matter of trust]{.construct #k-t term="trust trust trust trust trust trust"}\n\n',
  }),
  manuscript(
    'constructs of several words that are used',
    5_000,
    (n) =>
      `[Some thing ${n} of a kind that we name]{.construct #k-${n} term="return on trust${n}"}. The return of trust${n}.\n\n`,
  ),
  manuscript('words of one term', 10_000, (n) => `word${n} `, {
    before: '[a thing that has a long name here]{.construct #k-1 term="',
    after: '"}\n',
  }),
  manuscript('wordings of one construct', 10_000, (n) => `way ${n};`, {
    before: '[a]{.construct #k-1 def="a thing that has many names in this paper" alias="',
    after: '"}\n\nThe way 3 of it.\n',
  }),
  manuscript(
    'dimensions of a data structure',
    10_000,
    (n) => `[a]{.construct #k-${n} tier=concept parent=k-0 term="thing${n}"}\n\n`,
  ),
  manuscript(
    'counts of what there is',
    10_000,
    () => 'There are three stages, and we held twelve interviews.\n\n',
  ),
];

/** Sources, quotations and citations. */
const sources = [
  manuscript('citations of one source', 10_000, () => 'As others say [@key, p. 3].\n\n'),
  manuscript(
    'citations of one source, in tags',
    10_000,
    (n) => `["a ${n}"]{.evidence #e-${n} source=@key}\n\n`,
  ),
  manuscript(
    'background claims and their citations',
    10_000,
    (n) => `[a]{.claim #c-${n} type=background} [@key${n}].\n\n`,
  ),
  manuscript(
    'background claims in one paragraph',
    10_000,
    (n) => `[a]{.claim #c-${n} type=background}. `,
  ),
  manuscript(
    'interpretations in one sentence',
    10_000,
    (n) => `[a]{.claim #c-${n} type=interpretation} `,
  ),
  manuscript(
    'undeclared sources',
    10_000,
    (n) => `["a ${n}"]{.evidence #e-${n} source=s-${n}}\n\n`,
    {
      front: '---\nwarrant:\n  sources: [{id: owner, kind: interview}]\n---\n\n',
    },
  ),
  manuscript('declared sources', 2_000, (n) => `["a ${n}"]{.evidence #e-${n} source=i${n}}\n\n`, {
    front: '---\nwarrant:\n  sources: [{ids: i0..i2000, kind: interview}]\n---\n\n',
  }),
  manuscript(
    'one short quotation of many people',
    10_000,
    (n) => `["We would go on."]{.evidence #e-${n} source=@k${n}}\n\n`,
  ),
  manuscript(
    'one quotation, again and again',
    10_000,
    (n) => `["We would go on without the bonus, come what may."]{.evidence #e-${n} source=@k}\n\n`,
  ),
];

/** What is written wrong, or excused. */
const faults = [
  manuscript('near misses of a tag', 10_000, () => '[a]{claim} b\n\n'),
  manuscript('near misses of a tag in one paragraph', 10_000, () => '[a]{claim} b '),
  manuscript('near misses of a class', 10_000, () => '[a]{.claim, #c} b\n\n'),
  manuscript('divs that miss a blank line', 10_000, () => 'a\n::: {.claim #c}\nb\n:::\n\n'),
  manuscript('blanks before braces', 10_000, (n) => `[a] {.claim #c-${n}} b\n\n`),
  manuscript(
    'curly quotation marks around values',
    10_000,
    (n) => `[a]{.claim #c-${n} type=“finding”}\n\n`,
  ),
  manuscript(
    'suppressions',
    10_000,
    (n) => `<!-- warrant-ignore unsupported-finding: it is ours -->\n\n[a]{.claim #c-${n}}\n\n`,
  ),
  manuscript(
    'suppressions without effect',
    10_000,
    () => '<!-- warrant-ignore unsupported-finding: it is ours -->\n\na\n\n',
  ),
  manuscript(
    'suppressions of the whole file',
    10_000,
    (n) => `<!-- warrant-ignore-file unsupported-finding: ${n} -->\n\n[a]{.claim #c-${n}}\n\n`,
  ),
  manuscript(
    'suppressions of several rules',
    2_000,
    () => '<!-- warrant-ignore near-miss, unknown-id, two-kinds: it is ours -->\n\n[a]{.claim}\n\n',
  ),
];

/** Pieces between the keys by which a manuscript takes part and the end of its front matter. */
function inFrontMatter(
  name: string,
  piece: (number: number) => string,
  before = '',
  after = '',
): GrowingManuscript {
  return manuscript(name, 10_000, piece, {
    front: `---\nwarrant: true\n${before}`,
    after: `${after}---\n\n[a]{.claim}\n`,
  });
}

/** How the text is laid out. */
const structure: readonly GrowingManuscript[] = [
  {
    name: 'nested divs',
    largest: 5_000,
    make: (count) =>
      `${FRONT}${Array.from({ length: count }, (_, n) => `::: {.claim #c-${n}}\n`).join('')}a\n${':::\n'.repeat(count)}`,
  },
  {
    name: 'nested spans with text',
    largest: 5_000,
    make: (count) =>
      `${FRONT}${'some words [of '.repeat(count)}a${Array.from({ length: count }, (_, n) => ` b]{.claim #c-${n}}`).join('')}\n`,
  },
  {
    name: 'evidence in nested spans',
    largest: 5_000,
    make: (count) =>
      `${FRONT}${'some words [of '.repeat(count)}a${Array.from({ length: count }, (_, n) => ` b]{.evidence #e-${n} source=@k}`).join('')}\n`,
  },
  {
    name: 'evidence in nested divs',
    largest: 5_000,
    make: (count) =>
      `${FRONT}${Array.from({ length: count }, (_, n) => `::: {.evidence #e-${n} source=@k}\nSome words ${n}.\n\n`).join('')}a\n${':::\n'.repeat(count)}`,
  },
  {
    name: 'constructs in nested spans',
    largest: 2_500,
    make: (count) =>
      `${FRONT}${'some words [of '.repeat(count)}a${Array.from({ length: count }, (_, n) => ` b]{.construct #k-${n} term="thing ${n}"}`).join('')}\n`,
  },
  {
    name: 'nested spans',
    largest: 5_000,
    make: (count) =>
      `${FRONT}${'['.repeat(count)}a${Array.from({ length: count }, (_, n) => `]{.claim #c-${n}}`).join('')}\n`,
  },
  {
    name: 'evidence nested in claims',
    largest: 5_000,
    make: (count) =>
      `${FRONT}${Array.from({ length: count }, (_, n) => `::: {.claim #c-${n}}\n["a"]{.evidence #e-${n}}\n\n`).join('')}a\n${':::\n'.repeat(count)}`,
  },
  manuscript('tags in one paragraph', 10_000, (n) => `[a]{.claim #c-${n}} `),
  manuscript('quotations in one paragraph', 10_000, (n) => `[“a”]{.evidence #e-${n}} “b” (c) `),
  manuscript('notes in one paragraph', 10_000, (n) => `[a]{.claim #c-${n}}^[[b]{.evidence}] `),
  manuscript(
    'notes that refer to one another',
    10_000,
    (n) => `[^${n}]: [a]{.claim #c-${n}}[^${n + 1}]\n\n`,
    {
      before: 'See[^0].\n\n',
    },
  ),
  manuscript('tags in one paragraph that is a claim', 10_000, (n) => `[a]{.evidence #e-${n}} `, {
    before: '::: {.claim #c}\n',
    after: '\n:::\n',
  }),
  manuscript(
    'sections that are steps',
    10_000,
    (n) => `# Phase ${n} {.step #s-${n} of=m}\n\n[a]{.claim #c-${n}}\n\n`,
    {
      before: '[a]{.mechanism #m}\n\n',
    },
  ),
  manuscript(
    'notes',
    10_000,
    (n) => `[a]{.claim #c-${n}}[^${n}]\n\n[^${n}]: [b]{.evidence #e-${n} supports=c-${n}}\n\n`,
  ),
  manuscript('cells of a table', 10_000, (n) => `| [a]{.claim #c-${n}} | b |\n`, {
    before: '| a | b |\n|---|---|\n',
  }),
  manuscript('items of a list', 10_000, (n) => `- [a]{.claim #c-${n}}\n`),
  manuscript('figures', 10_000, (n) => `![a](b.png){.evidence #fig-${n}}\n\n`),
  manuscript('sentences of one paragraph', 25_000, () => 'It was so, as we say. ', {
    before: TRUST,
  }),
  manuscript(
    'entries of the front matter',
    2_000,
    (n) => `    c-${n}: {is: claim, quote: word${n}}\n`,
    {
      front: '---\nwarrant:\n  elements:\n',
      after: '---\n\nText with word3 in it.\n',
    },
  ),
  manuscript('sources of the front matter', 10_000, (n) => `    - {id: i${n}, kind: interview}\n`, {
    front: '---\nwarrant:\n  sources:\n',
    after: '---\n\n[a]{.evidence source=i3}\n',
  }),
  inFrontMatter('keys of the front matter', (n) => `k${n}: "a"\n`),
  inFrontMatter('one key of the front matter', () => 'k: a\n'),
  inFrontMatter('keys of the front matter in one line', (n) => `k${n}: 'a', `, 'm: {', '}\n'),
  inFrontMatter('items of the front matter in one line', () => '"a", ', 'm: [', ']\n'),
  inFrontMatter('anchors in the front matter', (n) => `a${n}: &x${n} [*x${n - 1}]\n`),
  inFrontMatter('text in the front matter', () => '  a [b]{.c}\n\n', 'm: |\n'),
  inFrontMatter('markup in the front matter', () => 'a [b ', 'm: "', '"\n'),
  inFrontMatter('lists in lists in the front matter', () => '[', 'm: ', '\n'),
  inFrontMatter('items in items in the front matter', () => '- ', 'm:\n  ', 'a\n'),
  manuscript('unknown keys of the front matter', 10_000, (n) => `  k${n}: a\n`, {
    front: '---\nwarrant:\n',
    after: '---\n\n[a]{.claim}\n',
  }),
];

/** All of them; names are unique. */
export const growingManuscripts: readonly GrowingManuscript[] = [
  ...graph,
  ...mechanisms,
  ...constructs,
  ...sources,
  ...faults,
  ...structure,
];
