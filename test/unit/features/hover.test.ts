import { describe, expect, it } from 'vitest';
import { hoverAt } from '../../../server/src/core/features/hover';
import type { Files } from '../../tools/project';
import { atCaret, wordsAt } from './caret';

/** The hovers at the caret, each with the words on which it stands. */
async function hovers(marked: string | Files) {
  const at = await atCaret(marked);
  return hoverAt(at.project, at.uri, at.offset).map(({ markdown, range }) => ({
    markdown,
    words: wordsAt(at, range),
  }));
}

/** The Markdown of the only hover at the caret. */
async function hover(marked: string | Files): Promise<string> {
  const found = await hovers(marked);
  expect(found).toHaveLength(1);
  return found[0]?.markdown ?? '';
}

const SOURCES = `manuscript: [paper.md]
sources:
  - {id: owner, kind: interview, informant: owner of a *small* firm, party: supplier, date: 2019-03-05, file: data/owner.txt}
`;

describe('a construct', () => {
  const paper = `[Asset orchestration (AO)]{.construct #k-ao term="asset orchestration" alias="AO"
def="the search, selection and configuration of assets" tier=dimension parent=k-view}

[resource view]{.construct #k-view def="a view of the firm"}
`;

  it('is explained where its term is used in plain text', async () => {
    const [first, ...others] = await hovers(
      `${paper}\nFirms need asset orch‸estration, and AO needs time.\n`,
    );
    expect(others).toEqual([]);
    expect(first?.words).toBe('asset orchestration');
    expect(first?.markdown).toMatchInlineSnapshot(`
      "**asset orchestration** · dimension, construct · \`#k-ao\`

      the search, selection and configuration of assets

      **Also** Asset orchestration (AO); AO  
      **Part of** resource view [\`#k-view\`](file:///paper/paper.md#L4)

      2 uses · defined in [paper.md:2](file:///paper/paper.md#L2)"
    `);
  });

  it('is found under an abbreviation in its own case only', async () => {
    expect(await hover(`${paper}\nHence A‸O.\n`)).toContain('configuration of assets');
    expect(await hovers(`${paper}\nHence a‸o.\n`)).toEqual([]);
  });

  it('is the longest one that fits', async () => {
    const two = '[orchestration]{.construct #k-o def="b"}\n\n';
    expect(await hover(`${two}${paper}\nMere asset orches‸tration.\n`)).toContain('#k-ao');
  });

  it('is on top of the claim in which it is used', async () => {
    const found = await hovers(`${paper}\n[Firms need asset orch‸estration]{.claim #c-need}.\n`);
    expect(found.map(({ markdown }) => markdown.split('\n')[0])).toEqual([
      '**asset orchestration** · dimension, construct · `#k-ao`',
      '**Claim** · finding · `#c-need`',
    ]);
  });

  it('is said to be defined nowhere, or twice', async () => {
    expect(await hover('[Tr‸ust]{.construct #k-trust}')).toContain('⚠ *Defined nowhere*');
    expect(await hover('[Tr‸ust]{.construct #k-trust def="one" def="two"}')).toContain('- one (');
  });
});

describe('a claim', () => {
  it('says what it rests on, and what speaks against it', async () => {
    const markdown = await hover({
      'warrant.yaml': SOURCES,
      'paper.md': `
[Trust outlived the incen‸tives]{.claim #c-trust evidence="e-own @kay2020" against=e-rare from=c-base
qualifier=probable warrant="what costs money shows values" rebuttal="they had time; #c-base"}

["Nobody paid us to come."]{.evidence #e-own source=owner loc="min 31" tests="c-trust:hoop:pass"}
["They came rarely."]{.evidence #e-rare source=@lee2021}
[Members had met]{.claim #c-base evidence=@kay2020}
`,
    });
    expect(markdown).toMatchInlineSnapshot(`
      "**Claim** · finding · probable · \`#c-trust\`

      **Rests on**
      - “Nobody paid us to come.” (owner of a \\*small\\* firm, min 31, 2019-03-05) · hoop test passed · [\`#e-own\`](file:///paper/paper.md#L5)
      - \`@kay2020\`
      - follows from “Members had met” [\`#c-base\`](file:///paper/paper.md#L7)

      **Against it**
      - “They came rarely.” (@lee2021) · [\`#e-rare\`](file:///paper/paper.md#L6)

      **Triangulation** 2 pieces of evidence from 2 sources: 2 kinds (interview, literature), 1 informant, 1 party (supplier)

      **Warrant** what costs money shows values  
      **Unless** they had time; “Members had met” [\`#c-base\`](file:///paper/paper.md#L7)

      named in [paper.md:5](file:///paper/paper.md#L5)"
    `);
  });

  it('is told that nothing supports it, unless the author knows', async () => {
    expect(await hover('[Trust out‸lived]{.claim}')).toContain('⚠ **Rests on nothing yet**');
    const gap = await hover('[Trust out‸lived]{.claim status=needs-support note="ask again"}');
    expect(gap).toContain('An admitted gap');
    expect(gap).toContain('*Note:* ask again');
    expect(gap).not.toContain('⚠');
    expect(await hover('[Does trust l‸ast?]{.claim type=question}')).not.toContain('⚠');
  });

  it('counts a failed test against it', async () => {
    const markdown = await hover(
      '[Tr‸ust]{.claim #c-a} ["x"]{.evidence supports=c-a tests=c-a:hoop:fail}',
    );
    expect(markdown).toContain('**Against it**\n- “x” · hoop test **failed**');
  });

  it('shows its words where it is only named', async () => {
    const markdown = await hover('[Trust outlived]{.claim #c-a} [x]{.claim from=c-‸a}');
    expect(markdown).toContain('“Trust outlived”');
  });

  it('shows the words of the manuscript literally', async () => {
    const markdown = await hover(
      '[x]{.claim evidence=e-‸a} ["\\*a\\* \\<b\\> \\[c\\](d)"]{.evidence #e-a source=s note="- [x](command:y)"}',
    );
    expect(markdown).toContain('“\\*a\\* \\<b\\> \\[c\\](d)”');
    expect(markdown).toContain('*Note:* \\- \\[x\\](command:y)');
  });
});

describe('evidence', () => {
  it('says who speaks, and what it supports', async () => {
    const markdown = await hover({
      'warrant.yaml': SOURCES,
      'paper.md':
        '["We si‸gned."]{.evidence #e-a source=owner loc="min 4" supports=c-a challenges=c-b tests="c-a:smoking-gun:pass"} [A]{.claim #c-a} [B]{.claim #c-b}',
    });
    expect(markdown).toMatchInlineSnapshot(`
      "**Evidence** · interview · \`#e-a\`

      — owner of a \\*small\\* firm, min 4, 2019-03-05

      **Supports**
      - “A” [\`#c-a\`](file:///paper/paper.md#L1) · smoking-gun test passed

      **Speaks against**
      - “B” [\`#c-b\`](file:///paper/paper.md#L1)"
    `);
  });

  it('says that it supports nothing, or need not', async () => {
    expect(await hover('["We si‸gned."]{.evidence}')).toContain('⚠ **Supports nothing yet**');
    expect(await hover('["We si‸gned."]{.evidence display=context}')).toContain('Sets a scene');
  });

  it('supports the claim around it, which is shown next', async () => {
    const found = await hovers('[It was so: ["We si‸gned."]{.evidence}]{.claim #c-a}');
    expect(found.map(({ words }) => words)).toEqual([
      '["We signed."]{.evidence}',
      '[It was so: ["We signed."]{.evidence}]{.claim #c-a}',
    ]);
    expect(found[0]?.markdown).toContain(
      '**Supports**\n- “It was so: “We signed.”” [`#c-a`](file:///paper/paper.md#L1)',
    );
  });
});

describe('a mechanism', () => {
  const paper = `
The [sorting]{.mechanism #m-sort term="sorting by crisis" trigger="the orders lapse" outcome="#k-core"
entities="the shutdown" scope="joint sites"} began. [core]{.construct #k-core def="those who stay"}

# Periphery {.step #s-out of=m-sort n=2b when="they had complied" activity="firms drift"}

# Insiders {.step #s-core of=m-sort n=2a when="they cared" activity="firms meet" evidence=e-own}

# Shock {.step #s-shock of=m-sort n=1}

["Nobody paid us."]{.evidence #e-own}
`;

  it('leads from its trigger over its steps to its outcome, and says what is missing', async () => {
    expect(await hover(paper.replace('[sorting]', '[sor‸ting]'))).toMatchInlineSnapshot(`
      "**Mechanism: sorting by crisis** · theorized · \`#m-sort\`

      - **trigger** the orders lapse
      - → **1** Shock
      - → **2a** *when they cared:* Insiders
      - → **2b** *when they had complied:* Periphery
      - **⇒ outcome** core [\`#k-core\`](file:///paper/paper.md#L3)

      **Who acts** the shutdown  
      **Scope** joint sites

      ⚠ **Missing:** no evidence for step 2b

      named in [paper.md:5](file:///paper/paper.md#L5), [paper.md:7](file:///paper/paper.md#L7), [paper.md:9](file:///paper/paper.md#L9)"
    `);
  });

  it('has steps that know their place', async () => {
    expect(await hover(paper.replace('# Insiders', '# Insi‸ders'))).toMatchInlineSnapshot(`
      "**Step 2a** · of sorting by crisis [\`#m-sort\`](file:///paper/paper.md#L2) · \`#s-core\`

      **When** they cared  
      **How** firms meet

      **Rests on**
      - “Nobody paid us.” · [\`#e-own\`](file:///paper/paper.md#L11)"
    `);
  });

  it('is not repeated over all the text that it covers', async () => {
    const text = '::: {.mechanism #m-a trigger=x}\nSome te‸xt.\n\nMore.\n:::\n';
    expect(await hovers(text)).toEqual([]);
    expect(await hover(text.replace('‸', '').replace('#m-a', '#m‸-a'))).toContain('`#m-a`');
    expect(await hovers('# A {.step #s-a n=1}\n\nSome te‸xt.\n')).toEqual([]);
  });
});

describe('names and words of the vocabulary', () => {
  it('a source is shown with all that is declared of it', async () => {
    const markdown = await hover({
      'warrant.yaml': SOURCES,
      'paper.md': '["We signed."]{.evidence source=ow‸ner}',
    });
    expect(markdown).toMatchInlineSnapshot(`
      "**Source** · interview · \`owner\`

      **Informant** owner of a \\*small\\* firm  
      **Party** supplier  
      **Date** 2019-03-05  
      **File** \`data/owner.txt\` · ⚠ not there

      1 piece of evidence · declared in \`warrant.yaml\`"
    `);
  });

  it('a source is shown with who speaks in its file, and whether that has the quotations', async () => {
    const markdown = await hover({
      'warrant.yaml':
        'manuscript: [paper.md]\nsources:\n  - {id: o-1, kind: interview, informant: owner, file: data/a.txt}\n  - {id: o-2, kind: interview, informant: owner}\n',
      'data/a.txt': 'INT: Why did you sign?\nR1: Nobody asked us to sign.\nINT: Oh?\nR1: No.\n',
      'paper.md': '["Nobody asked us to sign."]{.evidence source=o‸-1 display=context}',
    });
    expect(markdown).toContain('**File** [`data/a.txt`](file:///paper/data/a.txt)');
    expect(markdown).toContain('**Speakers** INT (2), R1 (2)');
    expect(markdown).toContain('**Same informant** `o-2`');
    expect(markdown).toContain('1 piece of evidence · 1 of 1 quotation verbatim in its file');
  });

  it('a cited work is shown with what it does in the argument', async () => {
    expect(await hover('[A]{.claim #c-a evidence="@k‸ay"}')).toBe(
      '**Cited work** `@kay`\n\n- supports “A” [`#c-a`](file:///paper/paper.md#L1)',
    );
    expect(await hovers('[A]{.claim #c-a} As @k‸ay says.')).toEqual([]);
  });

  it('a section is shown with its heading', async () => {
    expect(await hover('# The *core*\n\n[A]{.claim} [x](#the-‸core)\n')).toBe(
      '**Section** · The core · `#the-core` · [paper.md:1](file:///paper/paper.md#L1)',
    );
  });

  it('an id that nothing has is said to be unknown', async () => {
    expect(await hover('[A]{.claim from=c-‸x}')).toContain(
      'Nothing in this project has the id `c-x`',
    );
  });

  it('attributes and values are documented', async () => {
    expect(await hover('[A]{.claim qual‸ifier=probable}')).toMatchInlineSnapshot(`
      "**qualifier** of a claim · one of the values below

      How surely it is held

      - \`certain\`: Holds without doubt
      - \`probable\`: Holds in all likelihood
      - \`possible\`: May hold
      - \`tentative\`: Is a first reading of the data"
    `);
    expect(await hover('[A]{.claim qualifier=prob‸able}')).toMatchInlineSnapshot(`
      "\`qualifier=probable\`: Holds in all likelihood

      How surely it is held; \`certain\` \`probable\` \`possible\` \`tentative\`"
    `);
    expect(await hover('[A]{.claim warrant="so it ‸is"}')).toContain('Why the grounds support it');
  });

  it('the class is documented below what it marks', async () => {
    const found = await hovers('# Shock {.sta‸ge #s-a n=1}\n');
    expect(found.map(({ words }) => words)).toEqual(['# Shock {.stage #s-a n=1}', 'stage']);
    expect(found[1]?.markdown).toContain('`.stage` (read as step)');
  });
});

describe('elsewhere', () => {
  it('works in warrant.yaml', async () => {
    const files = { 'paper.md': '[Trust outlived]{.claim #c-a}' };
    const yaml =
      'manuscript: [paper.md]\nelements:\n  c-b: {is: claim, quote: Trust, from: c-‸a}\n';
    expect(await hover({ ...files, 'warrant.yaml': yaml })).toContain('“Trust outlived”');
  });

  it('says nothing on plain text, nor in a file that takes no part', async () => {
    expect(await hovers('So‸me text. [A]{.claim}')).toEqual([]);
    expect(await hovers('::: {.cla‸im title="1"}\nLet n be even.\n:::\n')).toEqual([]);
  });

  it('shows three hovers at most', async () => {
    expect(
      await hovers('[a [b [c [d‸d]{.claim #d}]{.claim #c}]{.claim #b}]{.claim #a}'),
    ).toHaveLength(3);
  });
});
