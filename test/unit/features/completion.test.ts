import { describe, expect, it } from 'vitest';
import { documentationOf } from '../../../server/src/core/features/completion/documentation';
import { RecentReferences } from '../../../server/src/core/features/completion/recentReferences';
import { Workspace } from '../../../server/src/core/project/workspace';
import { parse } from '../../../server/src/core/syntax';
import { MemoryFileSystem, ROOT } from '../../tools/memoryFileSystem';
import { atCaret } from './caret';
import { complete, type Question } from './completing';

const OPT_IN = '---\nwarrant: true\n---\n\n';

async function labels(marked: string, question?: Question): Promise<readonly string[]> {
  return (await complete(OPT_IN + marked, question)).labels;
}

describe('between braces', () => {
  it('kinds are offered with what each means and a free id made of the words', async () => {
    const { items, after } = await complete(
      `${OPT_IN}[Trust outlives]{.claim #c-trust-outlives}. [Trust outlives the bonus]{.c‸}`,
    );
    expect(items[0]).toMatchObject({
      label: '.claim',
      suffix: ' #c-trust-outlives-bonus',
      description: 'A statement that the paper puts forward',
      filterText: '.claim',
    });
    expect(after('.evidence', 'snippet')).toContain(
      '[Trust outlives the bonus]{.evidence #e-trust-outlives-bonus}',
    );
  });

  it('a kind is written with its dot, and with the brace that is missing', async () => {
    const { after, typed } = await complete('[Words]{cla‸ and on');
    expect(typed).toBe('cla');
    expect(after('.claim')).toBe('[Words]{.claim} and on');
  });

  it('no second kind is offered, which would be an error', async () => {
    expect(await labels('[x]{.claim .‸}')).toEqual([]);
  });

  it('further kinds of the project are offered', async () => {
    const { labels: found } = await complete({
      'warrant.yaml': 'manuscript: [paper.md]\nvocabulary: {kinds: {proposition: {is: claim}}}\n',
      'paper.md': '[x]{.‸}',
    });
    expect(found).toContain('.proposition');
  });

  it('attributes of the kind are offered that are not given, before or behind the caret', async () => {
    const found = await labels('[x]{.evidence #e-1 source=a ‸ loc="p. 3"}');
    expect(found.slice(0, 3)).toEqual(['supports', 'kind', 'form']);
    expect(found).not.toContain('loc');
    expect(found).not.toContain('from');
  });

  it('an attribute that is written anew keeps its value', async () => {
    const { after } = await complete('[x]{.claim fro‸=c-1}');
    expect(after('from')).toBe('[x]{.claim from=c-1}');
  });

  it('an id is offered that others refer to already', async () => {
    expect(
      await labels('[x]{.claim evidence="e-owner c-typo"}. ["Mine, all mine"]{.evidence #‸}'),
    ).toEqual(['#e-mine-mine', '#e-owner', '#c-typo']);
  });

  it('nothing is offered behind a closing quote, in free text, or of a foreign class', async () => {
    expect(await labels('[x]{.claim note="x"‸}')).toEqual([]);
    expect(await labels('[x]{.claim note="x ‸}')).toEqual([]);
    expect(await labels('[x]{.claim unheard=‸}')).toEqual([]);
  });
});

describe('values', () => {
  it('of enumerations come with their meaning, the default marked', async () => {
    const { items } = await complete('[x]{.claim type=‸}');
    expect(items[0]).toMatchObject({
      label: 'finding',
      suffix: ' (default)',
      description: 'What the data show; it needs evidence or a premise',
    });
    expect(items.map(({ label }) => label)).toContain('rival');
  });

  it('that others have used are offered, the most used first', async () => {
    const level = (text: string) => `[x]{.construct level="${text}"} `;
    expect(
      await labels(`${level('firm')}${level('dyad')}${level('dyad')}[y]{.construct level=‸}`),
    ).toEqual(['dyad', 'firm']);
  });

  it('with spaces get quotes', async () => {
    const { after } = await complete('[x]{.claim scope="small firms"} [y]{.claim scope=‸}');
    expect(after('small firms')).toContain('[y]{.claim scope="small firms"}');
  });

  it('of tests are an id, a test and its result', async () => {
    const claim = '[x]{.claim #c-1} ';
    const { after } = await complete(`${claim}[y]{.evidence tests="‸}`);
    expect(after('c-1')).toBe(`${claim}[y]{.evidence tests="c-1:"}`);
    expect(await labels('[y]{.evidence tests="c-1:‸"}')).toContain('smoking-gun');
    expect(await labels('[y]{.evidence tests="c-1:hoop:‸"}')).toEqual(['pass', 'fail']);
  });

  it('has no kind for a key, which could have no value', async () => {
    expect(await labels('[x]{#c-1 e‸vidence=e-1}')).toEqual([]);
  });

  it('of tests leave what is written behind them', async () => {
    const claims = '[x]{.claim #c-1} [y]{.claim #c-2} ';
    const id = await complete(`${claims}[y]{.evidence tests="c‸-1:hoop:pass"}`);
    expect(id.after('c-2')).toBe(`${claims}[y]{.evidence tests="c-2:hoop:pass"}`);
    const test = await complete(`${claims}[y]{.evidence tests="c-1:ho‸op:pass c-2:straw"}`);
    expect(test.after('smoking-gun')).toBe(
      `${claims}[y]{.evidence tests="c-1:smoking-gun:pass c-2:straw"}`,
    );
  });
});

describe('references', () => {
  const ids =
    '[one]{.claim #c-one}. [two]{.claim #c-two}. ["e"]{.evidence #e-1}. [k]{.construct #k-1}\n\n';

  it('name the kinds that the attribute is for, the nearest first', async () => {
    expect(await labels(`${ids}[x]{.claim #c-me from=‸}\n\n[three]{.claim #c-three}.`)).toEqual([
      'c-three',
      'c-two',
      'c-one',
    ]);
    expect(await labels(`${ids}[x]{.claim evidence=‸}`)).toEqual(['e-1']);
    expect(await labels(`${ids}[x]{.claim effect="#‸"}`)).toEqual(['#k-1', '#c-two', '#c-one']);
  });

  it('put what was named a short while ago beside the nearest', async () => {
    const four = ['a', 'b', 'c', 'd'].map((name) => `[${name}]{.claim #c-${name}}`).join('. ');
    expect(await labels(`${four}. [x]{.claim from=‸}`, { recent: ['c-a'] })).toEqual([
      'c-d',
      'c-a',
      'c-c',
      'c-b',
    ]);
  });

  it('leave out what stands in the list, and the tag itself', async () => {
    const { labels: found, after } = await complete(
      `${OPT_IN}${ids}[x]{.claim #c-me from="c-one,‸"}`,
    );
    expect(found).toEqual(['c-two']);
    expect(after('c-two')).toContain('from="c-one c-two"');
  });

  it('a list that grows gets its quotes', async () => {
    const { after } = await complete(`${ids}[x]{.claim from=c-one,‸}`);
    expect(after('c-two')).toContain('{.claim from="c-one c-two"}');
  });

  it('can be found by the words that they tag, which stand beside them', async () => {
    const { items } = await complete('[Trust outlives]{.claim #c-1}. [x]{.claim from=out‸}');
    expect(items[0]).toMatchObject({ description: 'Trust outlives' });
    expect(items[0]?.filterText).toContain('outlives');
  });

  it('can be found by a term', async () => {
    const { items } = await complete(
      '[k]{.construct #k-9 term="asset orchestration"} [x]{.construct parent="orch‸"}',
    );
    expect(items[0]).toMatchObject({ label: 'k-9', description: 'asset orchestration' });
  });

  it('name works and sources where they may, with what is known of them', async () => {
    const works = [
      { key: 'gioia2013', authors: 'Gioia et al.', year: '2013', title: 'Seeking rigor' },
    ];
    const { items } = await complete(
      {
        'warrant.yaml':
          'manuscript: [paper.md]\nsources: [{id: owner, kind: interview, informant: the owner}]\n',
        'paper.md': '["x"]{.evidence source=‸}',
      },
      { works },
    );
    expect(items.map(({ label, description }) => [label, description])).toEqual([
      ['owner', 'the owner'],
      ['@gioia2013', 'Gioia et al. 2013: Seeking rigor'],
    ]);
    expect(await labels('[x]{.claim from=‸}', { works })).toEqual([]);
  });

  it('in text need their sigil, and do not come up among its words', async () => {
    const text = `${ids}[x]{.claim warrant="‸"}`;
    expect(await labels(text)).toContain('#c-one');
    expect(await labels(text.replace('"‸', '"since ‸'), { isAsked: false })).toEqual([]);
    expect(await labels(text.replace('"‸', '"since #‸'))).toEqual([]);
    expect(await labels(text.replace('"‸', '"since; #‸'))).toContain('#c-one');
  });

  it('of other files of the project come after those of the file', async () => {
    const { labels: found } = await complete({
      'warrant.yaml': 'manuscript: [a.md, b.md, c.md]\n',
      'a.md': '[x]{.claim #c-a}',
      'b.md': '[x]{.claim #c-b}',
      'c.md': '[y]{.claim #c-c} [x]{.claim from=‸}',
    });
    expect(found).toEqual(['c-c', 'c-b', 'c-a']);
  });

  it('are cut off where there are very many, and found by what is typed', async () => {
    const many = Array.from({ length: 300 }, (_, n) => `[x]{.claim #c-${n}}`).join('\n\n');
    const all = await complete(`${many}\n\n[x]{.claim from=‸}`);
    expect(all.isIncomplete).toBe(true);
    expect(all.labels).toHaveLength(100);
    expect(all.labels).not.toContain('c-7');
    expect(await labels(`${many}\n\n[x]{.claim from=c-7‸}`)).toContain('c-7');
  });
});

describe('in prose', () => {
  const works = [{ key: 'braun2006', authors: 'Braun & Clarke', year: '2006' }];

  it('links lead to ids', async () => {
    const { labels: found, after } = await complete('[x]{.claim #c-1}, as [said](#‸');
    expect(found).toEqual(['#c-1']);
    const [link] = parse(after('#c-1')).links;
    expect(link?.target).toBe('c-1');
  });

  it.each(['As @‸ said', '[@‸]', '[see @bra‸, p. 3]', '[-@‸]', '@{‸'])('%s cites', async (text) => {
    const { items, after } = await complete(OPT_IN + text, { works });
    expect(items[0]).toMatchObject({ label: '@braun2006', description: 'Braun & Clarke 2006' });
    expect(parse(after('@braun2006')).citations.map(({ key }) => key)).toEqual(['braun2006']);
  });

  it('an address or a word with an at sign cites nothing', async () => {
    expect(await labels('mail me@‸', { works })).toEqual([]);
    expect(await labels('`@‸`', { works })).toEqual([]);
  });

  it('figures that are evidence may be referred to', async () => {
    expect(await labels('![Rate](r.png){.evidence #fig-rate}\n\nSee @‸')).toEqual(['@fig-rate']);
  });

  it.each([
    ['/‸', 10],
    ['See /cl‸', 5],
    ['cla‸', 2],
    ['See ‸', 5],
    ['‸', 10],
    ['> /‸', 10],
    ['- item /‸', 5],
    ['word\n/‸', 10],
  ])('%s offers tags to be filled in', async (text, number) => {
    const { items, after } = await complete(OPT_IN + text);
    expect(items).toHaveLength(number);
    for (const { label } of items) {
      const kind = /^\/?(\w+)/.exec(label)?.[1] ?? '';
      for (const way of ['replace', 'snippet'] as const) {
        const filled = after(label, way);
        const tag = parse(filled).elements.find(({ classes }) => classes[0]?.name === kind);
        expect(tag?.id?.value, filled).toMatch(/^[a-z]-1$/);
        expect(tag?.carrier, filled).toBe(label.includes('block') ? 'div' : 'span');
      }
    }
  });

  it('a word that is just typed offers nothing, nor does a slash within a word', async () => {
    expect(await labels('the claim‸', { isAsked: false })).toEqual([]);
    expect(await labels('the claim‸', { byWord: false })).toEqual([]);
    expect(await labels('and/‸')).toEqual([]);
    expect(await labels('the firm‸')).toEqual([]);
  });

  it('a tag to be filled in takes a free id, and what is known from its place', async () => {
    const marked = `${OPT_IN}[x]{.claim #c-1} [m]{.mechanism #m-1} [s]{.step #s-1 of=m-1 n=1}\n\n/‸`;
    const { items } = await complete(marked);
    const snippet = (label: string) => items.find((item) => item.label === label)?.snippet;
    expect(snippet('/claim')).toBe('[${1:what you claim}]{.claim #${2:c-2}}$0');
    expect(snippet('/evidence')).toContain('#${2:e-1} supports=${3:c-1}}');
    expect(snippet('/step')).toContain('#${2:s-2} of=${3:m-1} n=${4:2}}');
    expect(snippet('/step block')).toMatch(
      /^::: \{\.step #\$\{1:s-2\}.*\n\$\{9:what happens\}\n:::\$0$/,
    );
  });

  it('evidence in a claim supports it anyway', async () => {
    const { items } = await complete('::: {.claim #c-1}\nText. /‸\n:::\n');
    expect(items.find(({ label }) => label === '/evidence')?.snippet).not.toContain('supports');
  });
});

describe('nothing is offered', () => {
  it.each([
    ['in a code block', '```\n[x]{‸\n```'],
    ['in an empty line of a code block', '```\na\n\n‸\n\nb\n```'],
    ['in a code cell', '```{r}\n[x]{‸\n```'],
    ['in inline code', '`[x]{‸`'],
    ['in math', '$[x]{‸$'],
    ['in displayed math', '$$\n[x]{‸\n$$'],
    ['in a comment', '<!-- [x]{‸ -->'],
    ['in raw text', '\\begin{tabular}\n[x]{‸\n\\end{tabular}'],
    ['behind braces', '[x]{.claim}‸'],
  ])('%s', async (_, text) => {
    for (const isAsked of [true, false]) {
      expect(await labels(text, { isAsked, works: [{ key: 'a' }] })).toEqual([]);
    }
  });
});

it('a stray brace is none of a tag', async () => {
  expect(await labels('a set {a, ‸', { isAsked: false })).toEqual([]);
  expect(await labels('f(x){.cl‸', { isAsked: false })).toEqual([]);
});

it('what was referred to last is remembered', async () => {
  const text = '[a]{.claim #c-a} [b]{.claim #c-b} [c]{.claim from=c-a}\n';
  const workspace = new Workspace(new MemoryFileSystem({ 'paper.md': text }));
  workspace.setDocument(`${ROOT}paper.md`, text);
  const recent = new RecentReferences();
  const project = await workspace.projectOf(`${ROOT}paper.md`);
  expect(recent.of(project)).toEqual([]);
  const end = text.indexOf('}\n');
  workspace.editDocument(`${ROOT}paper.md`, [{ range: { start: end - 3, end }, newText: 'c-b' }]);
  expect(recent.of(project)).toEqual(['c-b']);
});

it('documentation is that of hovers', async () => {
  const { project } = await atCaret('[Trust]{.claim #c-1 type=finding}‸');
  const describe = (subject: Parameters<typeof documentationOf>[1]) =>
    documentationOf(project, subject);
  expect(describe({ type: 'kind', name: 'stage' })).toContain('read as step');
  expect(describe({ type: 'attribute', kind: 'claim', name: 'from' })).toContain('premises');
  expect(describe({ type: 'value', kind: 'claim', name: 'type', value: 'rival' })).toContain(
    'alternative explanation',
  );
  expect(describe({ type: 'element', name: 'c-1' })).toContain('“Trust”');
  expect(describe({ type: 'element', name: 'c-gone' })).toBeUndefined();
});
