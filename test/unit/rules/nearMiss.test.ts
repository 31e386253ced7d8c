import { describe, expect, it } from 'vitest';
import { nearMiss } from '../../../server/src/core/rules/nearMiss';
import { expectFindings, expectFix, findings, firstFixes, projectFrom } from '../../tools/project';

const OPT_IN = '---\nwarrant: true\n---\n\n';

function paper(body: string) {
  return { 'paper.md': `${OPT_IN}${body}\n` };
}

/** Manuscript with the place marked, part of the message, and the manuscript after the fix. */
type Case = readonly [what: string, marked: string, message: RegExp, mended: string];

const PRINTED: readonly Case[] = [
  ['a kind without its dot', '[Trust]{⟦claim⟧}', /needs its dot/, '[Trust]{.claim}'],
  [
    'a kind without its dot, with an id',
    '[Trust]{⟦claim⟧ #c-a}',
    /needs its dot/,
    '[Trust]{.claim #c-a}',
  ],
  [
    'a comma between attributes',
    '[Trust]{.claim⟦,⟧ #c-a}',
    /spaces, not by commas/,
    '[Trust]{.claim #c-a}',
  ],
  ['an id without its #', '[Trust]{.claim ⟦c-a⟧}', /nor an id \(#c-a\)/, '[Trust]{.claim #c-a}'],
  [
    'a value without its key',
    '[Trust]{.claim #c-a ⟦proposition⟧}',
    /key=proposition/,
    '[Trust]{.claim #c-a type=proposition}',
  ],
  [
    'spaces beside the equals sign',
    '[Trust]{.claim evidence⟦ = ⟧"@a2012"}',
    /equals sign/,
    '[Trust]{.claim evidence=@a2012}',
  ],
  [
    'a space after the equals sign',
    '[Trust]{.claim evidence⟦= ⟧"@a2012"}',
    /equals sign/,
    '[Trust]{.claim evidence=@a2012}',
  ],
  [
    'a list without quotes',
    '[Trust]{.claim evidence=e-a ⟦e-b⟧}',
    /e-b/,
    '[Trust]{.claim evidence="e-a e-b"}',
  ],
  [
    'a text without quotes',
    '[Trust]{.claim note=needs ⟦more⟧ data}',
    /more/,
    '[Trust]{.claim note="needs more data"}',
  ],
  [
    'curly quotes around a list',
    '[Trust]{.claim evidence=“e-a ⟦e-b”⟧}',
    /straight/,
    '[Trust]{.claim evidence="e-a e-b"}',
  ],
  [
    'a space before the brace',
    '[Trust] ⟦{.claim #c-a}⟧',
    /no space may stand/,
    '[Trust]{.claim #c-a}',
  ],
  [
    'a line break before the brace',
    '[Trust]\n⟦{.claim #c-a}⟧',
    /no line break/,
    '[Trust]{.claim #c-a}',
  ],
  [
    'a brace that is never closed',
    '[Trust]⟦{.claim #c-a outlived the bonus.⟧',
    /closing brace/,
    '[Trust]{.claim #c-a} outlived the bonus.',
  ],
  [
    'a blank line in a value',
    '[Trust]⟦{.claim note="needs\n\nmore"}⟧',
    /blank line/,
    '[Trust]{.claim note="needs more"}',
  ],
  [
    'a | in a cell of a table',
    '| a | b |\n|---|---|\n| [x]{.mechanism trigger="a⟦|⟧b"} | c |',
    /ends the cell/,
    '| a | b |\n|---|---|\n| [x]{.mechanism trigger="a\\|b"} | c |',
  ],
  [
    'a space after an image',
    '![Rate](rate.png) ⟦{.evidence #e-a}⟧',
    /image or link/,
    '![Rate](rate.png){.evidence #e-a}',
  ],
  [
    'a fence without braces',
    '::: ⟦claim #c-a⟧\nA.\n:::',
    /needs braces/,
    '::: {.claim #c-a}\nA.\n:::',
  ],
  [
    'a kind without its dot behind an image',
    '![Rate](rate.png){#fig-rate ⟦evidence⟧ source=@a2012}',
    /needs its dot/,
    '![Rate](rate.png){#fig-rate .evidence source=@a2012}',
  ],
  [
    'a brace behind an image that is never closed',
    '![Rate](rate.png)⟦{#e-rate .evidence source=@a2012⟧',
    /closing brace/,
    '![Rate](rate.png){#e-rate .evidence source=@a2012}',
  ],
  [
    'a kind without its dot in a caption',
    '| a |\n|---|\n| b |\n\n: Rates {#tbl-rate ⟦evidence⟧ source=@a2012}',
    /needs its dot/,
    '| a |\n|---|\n| b |\n\n: Rates {#tbl-rate .evidence source=@a2012}',
  ],
  [
    'a brace that is never opened',
    '[Trust]⟦.claim #c-a}⟧ outlived the bonus.',
    /opening brace/,
    '[Trust]{.claim #c-a} outlived the bonus.',
  ],
  [
    'a heading whose brace is never opened',
    '## Lease ⟦.phase #s-lease n=3}⟧',
    /opening brace/,
    '## Lease {.phase #s-lease n=3}',
  ],
  ['a heading', '# Trust {.mechanism⟦,⟧ #m-a}', /commas/, '# Trust {.mechanism #m-a}'],
  ['a div', '::: {⟦evidence⟧ #e-a}\nA.\n:::', /needs its dot/, '::: {.evidence #e-a}\nA.\n:::'],
];

const MISREAD: readonly Case[] = [
  [
    'curly quotes around a value',
    '[Trust]{.claim evidence=⟦“e-a”⟧}',
    /straight/,
    '[Trust]{.claim evidence=e-a}',
  ],
  [
    'a quote that is never closed',
    '[Trust]{.claim evidence=⟦"e-a⟧}',
    /never closed/,
    '[Trust]{.claim evidence=e-a}',
  ],
  ['a dot on a fence without braces', '::: ⟦.claim⟧\nA.\n:::', /needs none/, '::: claim\nA.\n:::'],
  ['two ids', '[Trust]{.claim ⟦#c-a⟧ #c-b}', /keeps the last/, '[Trust]{.claim #c-b}'],
  ['a class that sticks to the id', '[Trust]{#⟦c-a.claim⟧}', /one id/, '[Trust]{#c-a .claim}'],
  [
    'a div whose brace is never closed',
    '::: ⟦{.claim⟧\nA.\n:::',
    /closing brace/,
    '::: {.claim}\nA.\n:::',
  ],
];

describe('near-miss: what Pandoc prints', () => {
  it.each(PRINTED)('reports %s, and mends it', async (_, marked, message, mended) => {
    await expectFindings(nearMiss, paper(marked), { messages: [message], severity: 'error' });
    await expectFix(nearMiss, paper(marked), paper(mended));
  });
});

describe('near-miss: what Pandoc reads otherwise', () => {
  it.each(MISREAD)('reports %s, and mends it', async (_, marked, message, mended) => {
    await expectFindings(nearMiss, paper(marked), { messages: [message] });
    await expectFix(nearMiss, paper(marked), paper(mended));
  });
});

describe('near-miss: what Warrant reads all the same', () => {
  it('informs of a comma between references', async () => {
    const marked = '[Trust]{.claim evidence="@a2012⟦,⟧ @b2013"}';
    await expectFindings(nearMiss, paper(marked), { severity: 'information' });
    await expectFix(nearMiss, paper(marked), paper('[Trust]{.claim evidence="@a2012 @b2013"}'));
  });

  it('puts quotes around a list when the comma goes', async () => {
    const marked = '[Trust]{.claim evidence=@a2012⟦,⟧@b2013}';
    await expectFindings(nearMiss, paper(marked));
    await expectFix(nearMiss, paper(marked), paper('[Trust]{.claim evidence="@a2012 @b2013"}'));
  });

  it('informs of a text that is the id of something that could stand there', async () => {
    const marked =
      '[Shift]{.mechanism #m-a trigger="a crash; ⟦k-crisis⟧"} [a crisis]{.construct #k-crisis}';
    const messages = [/construct, write #k-crisis/];
    await expectFindings(nearMiss, paper(marked), { severity: 'information', messages });
    const mended =
      '[Shift]{.mechanism #m-a trigger="a crash; #k-crisis"} [a crisis]{.construct #k-crisis}';
    await expectFix(nearMiss, paper(marked), paper(mended));
  });

  it('mends a text that is an id in warrant.yaml, with the quotes that YAML needs', async () => {
    const files = (value: string) => ({
      ...paper('[Shift]{.mechanism #m-a} [a crisis]{.construct #k-crisis}'),
      'warrant.yaml': `manuscript: paper.md\nelements:\n  m-a: {trigger: ${value}}\n`,
    });
    await expectFindings(nearMiss, files('⟦k-crisis⟧'), { severity: 'information' });
    await expectFix(nearMiss, files('k-crisis'), files('"#k-crisis"'));
  });
});

describe('near-miss: braces without words', () => {
  it('are sent to the end of their heading', async () => {
    const marked = paper('# Trust ⟦{.mechanism #m-a}⟧ #');
    await expectFindings(nearMiss, marked, { messages: [/behind the closing #/] });
  });

  it('are reported without a guess at the words', async () => {
    const marked = paper('Trust outlived the incentives ⟦{.claim #c-a}⟧.\n\n- so ⟦{.evidence}⟧');
    await expectFindings(nearMiss, marked, { messages: [/brackets directly before/] });
    expect(await firstFixes(nearMiss, marked)).toEqual([]);
  });
});

describe('near-miss: fences', () => {
  const EVIDENCE = '“We stayed.”';

  it('reports a div that is never closed', async () => {
    const marked = paper(`::: ⟦{.evidence #e-a source=@a2012}⟧\n${EVIDENCE}\n\n# Discussion`);
    await expectFindings(nearMiss, marked, { messages: [/never closed/], severity: 'warning' });
  });

  it('reports the outer div where an inner one takes its end', async () => {
    const marked = paper(
      `::: ⟦{.callout-note}⟧\n\n::: {.evidence source=@a2012}\n${EVIDENCE}\n\n:::\n\n# End`,
    );
    await expectFindings(nearMiss, marked, { messages: [/or one inside it/] });
  });

  it('wants a blank line before a fence', async () => {
    const marked = paper(`We asked.\n::: ⟦{.evidence #e-a source=@a2012}⟧\n${EVIDENCE}\n:::`);
    await expectFindings(nearMiss, marked, { messages: [/blank line must stand before/] });
    const plain = (gap: string) =>
      paper(`We asked.\n${gap}::: {.evidence #e-a source=@a2012}\n${EVIDENCE}\n:::`);
    await expectFix(nearMiss, plain(''), plain('\n'));
  });

  it('puts a class before the braces into them', async () => {
    const fence = (attributes: string) => paper(`::: ${attributes}\n${EVIDENCE}\n:::`);
    await expectFindings(nearMiss, fence('⟦evidence {#e-a source=@a2012}⟧'));
    await expectFix(
      nearMiss,
      fence('evidence {#e-a source=@a2012}'),
      fence('{.evidence #e-a source=@a2012}'),
    );
  });

  it('leaves closed divs alone, and those without tags', async () => {
    const closed = `::: {.evidence source=@a2012}\n${EVIDENCE}\n:::\n\n> ::: {.claim}\n> A.\n> :::\n`;
    await expectFindings(nearMiss, paper(`${closed}\n::: {.callout-note}\nA.\n\n# End`));
  });
});

describe('near-miss: commas after a value', () => {
  it('takes a comma that Pandoc reads as a part of the value for a separator', async () => {
    const marked = '[Trust]{.claim label=⟦P1,⟧ type=proposition}';
    await expectFindings(nearMiss, paper(marked), { messages: [/part of the value/] });
    const mended = '[Trust]{.claim label=P1 type=proposition}';
    await expectFix(nearMiss, paper(marked), paper(mended));
  });
});

describe('near-miss: YAML', () => {
  it('reports an unquoted # that starts a comment, and quotes it', async () => {
    const files = (value: string) => ({
      ...paper('[Shift]{.mechanism #m-a} [a crisis]{.construct #k-crisis}'),
      'warrant.yaml': `manuscript: paper.md\nelements:\n  m-a:\n    trigger: ${value}\n`,
    });
    await expectFindings(nearMiss, files('⟦#k-crisis⟧'), { messages: [/comment/] });
    await expectFix(nearMiss, files('#k-crisis'), files('"#k-crisis"'));
  });
});

describe('near-miss leaves alone', () => {
  it.each([
    ['braces of prose', 'The set [0, 1] {x, y} and {claim}, a [list] {of words}.'],
    ['a fence of another kind', '::: note #c-a\nA.\n:::\n\n::: claim that\nA.'],
    ['an image in code', '`![Rate](rate.png) {.evidence}` shows the syntax.'],
    ['escaped and mathematical braces', 'A \\{.claim\\} and $\\{.claim\\}$ and `{.claim}`.'],
    ['a shortcode', '[x] {{< var claim >}}'],
    ['a raw attribute', '`<b>`{=html}'],
    [
      'attributes of other tools that fail',
      '![Rate](rate.png) {width = 50%} and [x]{.smallcaps, .wide}',
    ],
    ['what stands in code', '`[Trust]{claim}` and\n\n```\n[Trust]{.claim, #c-a}\n```'],
    ['typographic quotes inside straight ones', '[Trust]{.claim note="“Trust” is his word"}'],
    ['a comma in a text', '[Trust]{.claim note="first, second"}'],
    [
      'text that is an id of something that could not stand there',
      '[Shift]{.mechanism #m-a trigger=owner outcome=calm} [x]{.mechanism #owner2}',
    ],
    ['an id with a dot', '[Trust]{.claim #c.a}'],
    ['a comma at the end of a quoted text', '[Trust]{.claim note="first,"}'],
    [
      'a method call and a closing brace',
      'The call f(x) .claim() } and `a .claim }` and [x].claim.',
    ],
    ['a tag as it should be', '[Trust]{.claim #c-a evidence="@a2012 @b2013" note="a | b"}'],
  ])('%s', async (_, body) => {
    await expectFindings(nearMiss, paper(body));
  });

  it('files that take no part', async () => {
    await expectFindings(nearMiss, { 'notes.md': '[Trust]{claim} and [x] {.claim}\n' });
  });
});

describe('near-miss and its consequences', () => {
  it('does not report a reference to an id that only a near miss hides', async () => {
    const project = await projectFrom(
      paper('[Trust]{claim #c-a} [“Yes.”]{.evidence supports=c-a source="@a2012"}'),
    );
    expect(findings(project, 'near-miss')).toHaveLength(1);
    expect(findings(project, 'unknown-id')).toEqual([]);
    expect(findings(project, 'orphan-evidence')).toEqual([]);
  });

  it.each([
    ['without brackets before them', 'Trust {.claim #c-a}'],
    ['without the opening brace', '[Trust].claim #c-a}'],
    ['without the opening brace, in two lines', '[Trust].claim #c-a\ntype=proposition}'],
    ['without brackets before them, in two lines', 'Trust {.claim #c-a\ntype=proposition}'],
    ['behind an image', '![Trust](a.png){claim #c-a}'],
  ])('does not report a reference to the id in braces %s', async (_, lost) => {
    const project = await projectFrom(
      paper(`${lost} [“Yes.”]{.evidence supports=c-a source="@a2012"}`),
    );
    expect(findings(project, 'near-miss')).toHaveLength(1);
    expect(findings(project, 'unknown-id')).toEqual([]);
  });

  it('does not report an unknown id for quotes of the wrong kind', async () => {
    const project = await projectFrom(
      paper(
        '[Trust]{.claim #c-a evidence=“e-a”} [“Yes.”]{.evidence #e-a display=context source="@a2012"}',
      ),
    );
    expect(findings(project, 'unknown-id')).toEqual([]);
  });

  it('says that a quote is missing, at a place that is one', async () => {
    const text = `${OPT_IN}[Trust]{.claim #c-a evidence="@a2012 type=finding} and ["no"]{.evidence}\n`;
    const [finding] = findings(await projectFrom({ 'paper.md': text }), 'near-miss');
    expect(finding?.message).toMatch(/a quote is opened and not closed/);
    expect(finding?.place.range.end).toBeGreaterThan(finding?.place.range.start ?? Infinity);
  });

  it('offers no fix where none would be read', async () => {
    expect(await firstFixes(nearMiss, paper('[Trust]{.claim .1a}'))).toEqual([]);
  });

  it('offers one fix, as the obvious one', async () => {
    const fixes = await firstFixes(nearMiss, paper('[Trust]{claim}'));
    expect(fixes.map(({ title, preferred }) => [title, preferred])).toEqual([
      ['Write {.claim}', true],
    ]);
  });
});
