import { describe, expect, it } from 'vitest';
import { tagSelection } from '../../../server/src/core/features/tagSelection';
import type { Kind } from '../../../server/src/core/model';
import { applyEdits } from '../../../server/src/core/text/textEdit';
import { readFixture } from '../../tools/fixture';
import { ROOT } from '../../tools/memoryFileSystem';
import { projectFrom, type Files } from '../../tools/project';

/** Tags the marked range, or the place of the caret, of `paper.md`. */
async function tag(marked: string, kind: Kind, others: Files = {}) {
  const { text, ranges, carets } = readFixture(marked);
  const project = await projectFrom({ 'paper.md': text, ...others }, 'paper.md');
  const caret = carets[0] ?? 0;
  const selection = ranges[0] ?? { start: caret, end: caret };
  const result = tagSelection(project, `${ROOT}paper.md`, selection, kind);
  return { text, result };
}

/** The text after tagging. */
async function tagged(marked: string, kind: Kind, others: Files = {}): Promise<string> {
  const { text, result } = await tag(marked, kind, others);
  if (!result.ok) throw new Error(result.message);
  return applyEdits(text, result.edits);
}

async function refusal(marked: string, kind: Kind): Promise<string> {
  const { text, result } = await tag(marked, kind);
  if (result.ok) throw new Error(`tagged: ${applyEdits(text, result.edits)}`);
  return result.message;
}

/** A project in which every file takes part, so that only the tag is inserted. */
const PROJECT = { 'warrant.yaml': 'manuscript: [paper.md]\n' };
const inProject = (marked: string, kind: Kind) => tagged(marked, kind, PROJECT);

describe('a selection inside a paragraph', () => {
  it('becomes a span with an id made of its first significant words', async () => {
    expect(await tagged('We found that ⟦trust outlived the incentives⟧.', 'claim')).toBe(
      'We found that [trust outlived the incentives]{.claim #c-trust-outlived-incentives}.',
    );
  });

  it.each([
    ['evidence', 'e-firms-signed'],
    ['construct', 'k-firms-signed'],
    ['mechanism', 'm-firms-signed'],
    ['step', 's-firms-signed'],
  ] as const)('becomes a %s', async (kind, id) => {
    expect(await tagged('All ⟦firms signed⟧ at once.', kind)).toBe(
      `All [firms signed]{.${kind} #${id}} at once.`,
    );
  });

  it('keeps white space and quotation marks where they are', async () => {
    expect(await tagged('He said:⟦ "We signed." ⟧Then he left.', 'evidence')).toBe(
      'He said: ["We signed."]{.evidence #e-signed} Then he left.',
    );
  });

  it('may run over lines, also in a quotation or a list item', async () => {
    expect(await tagged('> The ⟦long\n> sentence⟧ ends.', 'claim')).toBe(
      '> The [long\n> sentence]{.claim #c-long-sentence} ends.',
    );
    expect(await tagged('- ⟦one item⟧\n- two', 'claim')).toBe(
      '- [one item]{.claim #c-item}\n- two',
    );
    expect(await tagged('1. A ⟦long\n   item⟧ here', 'claim')).toBe(
      '1. A [long\n   item]{.claim #c-long-item} here',
    );
  });

  it('never changes where emphasis begins and ends', async () => {
    const text = '**trust *so***\n**tru⟦st *so***\n**tr⟧ust *so***\nand trust.';
    expect(await inProject(text, 'claim')).toBe(
      '**trust *so***\n[**trust *so***\n**trust *so***]{.claim #c-trust-trust}\nand trust.',
    );
  });

  it('may stand in a cell, a note or a heading', async () => {
    expect(await tagged('| a | b |\n|---|---|\n| ⟦trust⟧ | c |\n', 'construct')).toBe(
      '| a | b |\n|---|---|\n| [trust]{.construct #k-trust} | c |\n',
    );
    expect(await tagged('Text.[^1]\n\n[^1]: A ⟦note⟧ here.\n', 'claim')).toBe(
      'Text.[^1]\n\n[^1]: A [note]{.claim #c-note} here.\n',
    );
    expect(await tagged('# The ⟦asset⟧ view\n', 'construct')).toBe(
      '# The [asset]{.construct #k-asset} view\n',
    );
  });

  it('keeps the line breaks of the file', async () => {
    expect(await inProject('⟦One.\r\n\r\nTwo.⟧\r\n', 'evidence')).toBe(
      '::: {.evidence #e-two}\r\nOne.\r\n\r\nTwo.\r\n:::\r\n',
    );
  });
});

describe('markup at the edges of a selection', () => {
  it('is taken in where it would be cut', async () => {
    expect(await tagged('The *very ⟦strong* trust⟧ held.', 'claim')).toBe(
      'The [*very strong* trust]{.claim #c-very-strong-trust} held.',
    );
    expect(await tagged('The ⟦strong [tru⟧st](#x) held.', 'claim')).toBe(
      'The [strong [trust](#x)]{.claim #c-strong-trust} held.',
    );
    expect(await tagged('The ⟦site <http://a⟧.b> is.', 'claim')).toBe(
      'The [site <http://a.b>]{.claim #c-site-http} is.',
    );
    expect(await tagged('The ⟦strong `co⟧de` held.', 'claim')).toBe(
      'The [strong `code`]{.claim #c-strong} held.',
    );
    expect(await tagged('A [first ⟦claim]{.claim #c-a} and more⟧ text.', 'claim')).toBe(
      'A [[first claim]{.claim #c-a} and more]{.claim #c-first-claim} text.',
    );
  });

  it('stays outside where the selection is whole', async () => {
    expect(await tagged('The *⟦strong⟧* trust.', 'construct')).toBe(
      'The *[strong]{.construct #k-strong}* trust.',
    );
    expect(await tagged('The ⟦*strong*⟧ trust.', 'construct')).toBe(
      'The [*strong*]{.construct #k-strong} trust.',
    );
    expect(await tagged('See [⟦there⟧](#x) now.', 'construct')).toBe(
      'See [[there]{.construct #k-there}](#x) now.',
    );
  });

  it('has its lonely brackets escaped, and balanced ones left alone', async () => {
    expect(await tagged('An ⟦interval [0, 1) of⟧ time.', 'claim')).toBe(
      'An [interval \\[0, 1) of]{#c-interval .claim} time.',
    );
    expect(await tagged('"⟦They [the firms] came⟧."', 'evidence')).toBe(
      '"[They [the firms] came]{.evidence #e-firms-came}."',
    );
  });

  it('takes in the words that it begins and ends in', async () => {
    expect(await tagged('The tru⟦st outli⟧ved it.', 'claim')).toBe(
      'The [trust outlived]{.claim #c-trust-outlived} it.',
    );
    expect(await tagged('We do⟦n’t pay 3⟧.5 now.', 'claim')).toContain('We [don’t pay 3.5]{.claim');
    expect(await tagged('The co-⟦crea⟧tion of it.', 'construct')).toContain('co-[creation]{');
    expect(await tagged('彼の信⟦頼は⟧残った。', 'claim')).toContain('信[頼は]{');
  });

  it('makes no image or note of the span', async () => {
    expect(await tagged('Stop!⟦now⟧ then.', 'claim')).toBe('Stop\\![now]{#c-now .claim} then.');
    expect(await tagged('A note^⟦here⟧ then.', 'claim')).toBe(
      'A note^[here]{.claim #c-here} then.',
    );
  });
});

describe('whole blocks', () => {
  it('go between the fences of a div', async () => {
    expect(await inProject('A.\n\n⟦We signed.\n\nWe left.⟧\n\nB.\n', 'evidence')).toBe(
      'A.\n\n::: {.evidence #e-signed-left}\nWe signed.\n\nWe left.\n:::\n\nB.\n',
    );
    expect(await inProject('A.\n\n⟦We signed.⟧\n', 'evidence')).toBe(
      'A.\n\n::: {.evidence #e-signed}\nWe signed.\n:::\n',
    );
  });

  it('are taken whole where they are touched', async () => {
    expect(await inProject('One ⟦line.\n\nTwo⟧ lines.\n', 'evidence')).toBe(
      '::: {.evidence #e-line-two-lines}\nOne line.\n\nTwo lines.\n:::\n',
    );
  });

  it('keep more colons outside than inside', async () => {
    expect(await inProject('⟦Ask.\n\n::: note\nB.\n:::⟧\n', 'evidence')).toBe(
      ':::: {.evidence #e-ask}\nAsk.\n\n::: note\nB.\n:::\n::::\n',
    );
  });

  it('take in a div that is cut', async () => {
    expect(await inProject('A ⟦few.\n\n::: note\nB.⟧\n\nC.\n:::\n', 'evidence')).toBe(
      ':::: {.evidence #e-few}\nA few.\n\n::: note\nB.\n\nC.\n:::\n::::\n',
    );
  });

  it('stay in their quotation, or go with it where its mark is selected', async () => {
    expect(await inProject('> ⟦We signed.⟧\n', 'evidence')).toBe(
      '> ::: {.evidence #e-signed}\n> We signed.\n> :::\n',
    );
    expect(await inProject('⟦> We signed.⟧\n', 'evidence')).toBe(
      '::: {.evidence #e-signed}\n> We signed.\n:::\n',
    );
    expect(await inProject('> A.\n>\n> ⟦We signed.\n>\n> We left.⟧\n>\n> B.\n', 'evidence')).toBe(
      '> A.\n>\n> ::: {.evidence #e-signed-left}\n> We signed.\n>\n> We left.\n> :::\n>\n> B.\n',
    );
  });

  it('may be list items', async () => {
    expect(await inProject('A.\n\n- one\n⟦- two\n- three⟧\n', 'evidence')).toBe(
      'A.\n\n- one\n\n::: {#e-two-three .evidence}\n- two\n- three\n:::\n',
    );
    expect(await inProject('- one\n\n  ⟦more of it⟧\n\n- two\n', 'evidence')).toBe(
      '- one\n\n  ::: {.evidence #e-more-of-it}\n  more of it\n  :::\n\n- two\n',
    );
  });

  it('are a quotation or a definition list as a whole', async () => {
    expect(await inProject('⟦Ask.\n\n> One⟧\n>\n> Two.\n', 'evidence')).toBe(
      '::: {.evidence #e-ask-two}\nAsk.\n\n> One\n>\n> Two.\n:::\n',
    );
    expect(await inProject('⟦Ask.\n\nTerm⟧\n:   One\n:   Two\n', 'evidence')).toBe(
      '::: {.evidence #e-ask-term-two}\nAsk.\n\nTerm\n:   One\n:   Two\n\n:::\n',
    );
  });

  it('are a table for its caption', async () => {
    const table = '| a | b |\n|---|---|\n| c | d |\n\n';
    expect(await inProject(`${table}⟦: Quotations⟧\n`, 'evidence')).toBe(
      `::: {.evidence #e-quotations}\n${table}: Quotations\n\n:::\n`,
    );
    expect(await inProject(`⟦: Quotations⟧\n\n${table}End.\n`, 'evidence')).toBe(
      `::: {.evidence #e-quotations}\n: Quotations\n\n${table.trim()}\n\n:::\n\nEnd.\n`,
    );
  });

  it('take in the caption of a table that they touch, also where another table follows', async () => {
    const first = 'Prose.\n\n| a | b |\n|---|---|\n| c | d |\n\n: Quotations\n';
    const marked = first.replace('Prose.', '⟦Prose.').replace('c |', 'c⟧ |');
    const second = '\n| e |\n|---|\n| f |\n';
    expect(await inProject(marked + second, 'evidence')).toBe(
      `::: {.evidence #e-prose-quotations}\n${first}\n:::\n${second}`,
    );
  });

  it('may be a table with its caption', async () => {
    const table = '| a | b |\n|---|---|\n| c | d |\n\n: Quotations\n';
    expect(
      await inProject(table.replace('a | b', '⟦a | b').replace('d |', 'd⟧ |'), 'evidence'),
    ).toBe(`::: {.evidence #e-quotations}\n${table}\n:::\n`);
  });
});

describe('headings and images', () => {
  it('get attributes of their own', async () => {
    expect(await inProject('## ⟦Compulsory compliance⟧\n\nText.\n', 'step')).toBe(
      '## Compulsory compliance {.step #s-compulsory-compliance}\n\nText.\n',
    );
    expect(await inProject('## Compulsory ‸compliance ##\n', 'mechanism')).toBe(
      '## Compulsory compliance ## {.mechanism #m-compulsory-compliance}\n',
    );
    expect(await inProject('⟦Compliance⟧\n==========\n\nText.\n', 'mechanism')).toBe(
      'Compliance {.mechanism #m-compliance}\n==========\n\nText.\n',
    );
  });

  it('are tagged for a selection that is their whole section', async () => {
    expect(await inProject('⟦## Compliance\n\nText.\n\nMore.⟧\n\n## Next\n', 'step')).toBe(
      '## Compliance {.step #s-compliance}\n\nText.\n\nMore.\n\n## Next\n',
    );
  });

  it('join the attributes that are there, and keep their id', async () => {
    expect(await inProject('## ⟦Findings⟧ {-}\n', 'mechanism')).toBe(
      '## Findings {- .mechanism #m-findings}\n',
    );
    expect(await inProject('## ⟦Findings⟧ {#sec-findings .x}\n', 'mechanism')).toBe(
      '## Findings {#sec-findings .x .mechanism}\n',
    );
  });

  it('keep the automatic id that a link goes to', async () => {
    expect(await inProject('## ⟦The core⟧\n\n[See](#the-core).\n', 'step')).toBe(
      '## The core {.step #the-core}\n\n[See](#the-core).\n',
    );
  });

  it('get a nested tag where they bear one of another kind', async () => {
    expect(await inProject('## ⟦The core⟧ {.step #s-a}\n', 'claim')).toBe(
      '## [The core]{.claim #c-core} {.step #s-a}\n',
    );
  });

  it('is the image that is tagged, not the text around it', async () => {
    expect(await inProject('⟦![Incident rate](rate.png)⟧\n', 'evidence')).toBe(
      '![Incident rate](rate.png){.evidence #e-incident-rate}\n',
    );
    expect(await inProject('![Incident‸ rate](rate.png){#fig-rate width=50%}\n', 'evidence')).toBe(
      '![Incident rate](rate.png){#fig-rate width=50% .evidence}\n',
    );
  });
});

describe('no selection', () => {
  it('stands for the sentence of a claim, without its stop and citations', async () => {
    expect(await tagged('One. Trust out‸lived it all [@kay, p. 3]. Three.', 'claim')).toBe(
      'One. [Trust outlived it all]{.claim #c-trust-outlived} [@kay, p. 3]. Three.',
    );
    expect(await tagged('**Trust** outli‸ved it. Three.', 'claim')).toBe(
      '[**Trust** outlived it]{.claim #c-trust-outlived}. Three.',
    );
  });

  it('stands for the quotation or the sentence of evidence', async () => {
    expect(await tagged('He said: “We sig‸ned. We left.” So.', 'evidence')).toBe(
      'He said: [“We signed. We left.”]{.evidence #e-signed-left} So.',
    );
    expect(await tagged('One. They sig‸ned. Three.', 'evidence')).toBe(
      'One. [They signed]{.evidence #e-signed}. Three.',
    );
  });

  it('stands for the word of a construct', async () => {
    expect(await tagged('We call it co-cre‸ation here.', 'construct')).toBe(
      'We call it [co-creation]{.construct #k-co-creation} here.',
    );
  });

  it('stands for the block of a mechanism or step', async () => {
    expect(await inProject('A.\n\nThe firms si‸gned. Then they left.\n', 'step')).toBe(
      'A.\n\n::: {.step #s-firms-signed-left}\nThe firms signed. Then they left.\n:::\n',
    );
    expect(await inProject('- The firms si‸gned.\n', 'step')).toBe(
      '- [The firms signed.]{.step #s-firms-signed}\n',
    );
  });

  it('means nothing between blocks', async () => {
    expect(await refusal('A.\n‸\nB.', 'claim')).toContain('Select the text');
  });
});

describe('ids', () => {
  it('are unique in the project, also against references that nothing answers yet', async () => {
    expect(await tagged('[a]{.claim #c-trust} ⟦Trust⟧', 'claim')).toContain('{.claim #c-trust-2}');
    expect(await tagged('[a]{.claim from=c-trust} ⟦Trust⟧', 'claim')).toContain('#c-trust-2}');
  });

  it.each([
    ['⟦Größe überlebte Ærø⟧ so.', 'c-grosse-uberlebte-aero'],
    ["The ⟦firm's trust⟧ so.", 'c-firm-trust'],
    ['⟦L’idée générale a tenu⟧.', 'c-idee-generale-tenu'],
    ['⟦Das Vertrauen und der Markt⟧.', 'c-vertrauen-markt'],
    ['⟦De winst van de bedrijven⟧.', 'c-winst-bedrijven'],
    ['⟦Доверие выросло⟧.', 'c-доверие-выросло'],

    ['⟦…⟧ so.', 'c-1'],
  ])('are made of the words that matter: %s', async (marked, id) => {
    expect(await tagged(marked, 'claim')).toContain(`{.claim #${id}}`);
  });

  it('are made of words that no blanks part', async () => {
    // How the verb is cut depends on the dictionary of the platform.
    expect(await tagged('⟦信頼は残った⟧。', 'claim')).toContain('{.claim #c-信頼');
  });

  it('are told with their place after the edits', async () => {
    const { text, result } = await tag('A ⟦claim⟧.', 'claim');
    if (!result.ok) throw new Error(result.message);
    const after = applyEdits(text, result.edits);
    expect(after.slice(result.idRange.start, result.idRange.end)).toBe('c-claim');
    expect(after.slice(result.caret)).toBe('}.');
  });
});

describe('a file that takes no part', () => {
  it('opts in where the tag alone would not say so', async () => {
    const { text, result } = await tag('⟦Ask.\n\nB.⟧\n', 'evidence');
    if (!result.ok) throw new Error(result.message);
    expect(result.optsIn).toBe(true);
    const after = applyEdits(text, result.edits);
    expect(after).toBe('---\nwarrant: true\n---\n\n::: {.evidence #e-ask}\nAsk.\n\nB.\n:::\n');
    expect(after.slice(result.idRange.start, result.idRange.end)).toBe('e-ask');
  });

  it('opts in within its front matter, unless that says otherwise', async () => {
    expect(await tagged('---\ntitle: T\n---\n\n⟦A.\n\nB.⟧\n', 'evidence')).toContain(
      '---\ntitle: T\nwarrant: true\n---\n',
    );
    expect(await tagged('---\nwarrant: false\n---\n\n⟦A.\n\nB.⟧\n', 'evidence')).not.toContain(
      'warrant: true',
    );
  });

  it('needs nothing else for a span', async () => {
    expect(await tagged('⟦Trust⟧ ends.', 'construct')).toBe('[Trust]{.construct #k-trust} ends.');
  });
});

describe('what cannot be tagged', () => {
  it.each([
    ['inline code', 'A `some ⟦code⟧ here` b.', 'no text to tag'],
    ['a code block', '```\nsome ⟦code⟧ here\n```\n', 'no text to tag'],
    ['a TeX command', 'A \\com⟦mand⟧ b.', 'no text to tag'],
    ['an inline note', 'A ^[no⟦te⟧ here] b.', 'no text to tag'],
    ['math', 'A $x + ⟦y⟧$ b.', 'no text to tag'],
    ['the front matter', '---\ntitle: A ⟦claim⟧ here\n---\n\nText.\n', 'front matter'],
    ['a comment', 'A <!-- some ⟦words⟧ here --> b.', 'A comment'],
    ['a link target', 'A [b](http://⟦example⟧.org) c.', 'no text to tag'],
  ])('%s', async (_, marked, message) => {
    expect(await refusal(marked, 'claim')).toContain(message);
  });

  it('blocks of which the next one would read otherwise', async () => {
    const marked = 'A ⟦b.\n\nTerm\n\n:   On⟧e.\n\n:   Two.\n';
    expect(await refusal(marked, 'step')).toContain('Pandoc would not read');
  });

  it('the same words twice as the same kind', async () => {
    expect(await refusal('[⟦Trust⟧]{.claim #c-a}', 'claim')).toContain('“Trust”');
    expect(await refusal('[Trust out‸lived]{.claim #c-a}', 'claim')).toContain('already');
    expect(await refusal('## ⟦Core⟧ {.step #s-a}\n\n[x]{.claim}', 'step')).toContain('already');
  });
});

describe('code', () => {
  it.each([
    ['a fence', 'A b.\n\n```{r}\nx <- 1\n\ny\n```', 'A ⟦b.\n\n```{r}\nx⟧ <- 1\n\ny\n```'],
    ['indented code', 'A b.\n\n    x\n    y', 'A ⟦b.\n\n    x⟧\n    y'],
  ])('that a selection cuts is taken in whole: %s', async (_, whole, marked) => {
    expect(await inProject(marked, 'step')).toBe(`::: {.step #s-a-b}\n${whole}\n:::`);
  });

  it('in a list item is not cut either', async () => {
    const item = '- a\n\n  ```\n  c\n\n  d\n  ```\n';
    expect(await refusal(`Ask ⟦b.\n\n${item.replace('c', 'c⟧')}`, 'step')).toContain('Pandoc');
  });
});

describe('what is written already', () => {
  it('an image that is tagged gets no second kind', async () => {
    const image = '![A rate](r.png){.evidence #fig-r}';
    expect(await refusal(`${image.replace('rate', 'ra‸te')}\n`, 'evidence')).toContain('already');
    const after = await inProject(`⟦${image}⟧\n`, 'mechanism');
    expect(after).toContain(image);
    expect(after).toContain('{.mechanism #m-rate}');
  });

  it.each(['[A]{.claim #c-a and ⟦more of⟧ it', '[A]{.claim, #⟦c-a} b⟧ c'])(
    'braces that Pandoc prints are not made worse: %s',
    async (marked) => {
      expect(await refusal(`${marked}\n\n[b]{.claim}`, 'claim')).toContain('Pandoc prints these');
    },
  );
});

describe('what would read otherwise', () => {
  it('a line block is not parted', async () => {
    const after = await inProject('| One\n| ⟦two\n| three\n\nFour.⟧', 'step');
    expect(after).toBe('::: {.step #s-two-three-four}\n| One\n| two\n| three\n\nFour.\n:::');
  });

  it('an element of HTML is not cut', async () => {
    const marked = 'Say <span class="x">so ⟦much</span> and <b>more⟧</b> now.';
    expect(await inProject(marked, 'claim')).toBe(
      'Say [<span class="x">so much</span> and <b>more</b>]{.claim #c-much} now.',
    );
    expect(await inProject('Say ⟦`<b>` and<br> more⟧ now.', 'claim')).toContain(
      '[`<b>` and<br> more]{.claim',
    );
  });

  it('the heads of a simple table keep their places', async () => {
    const table = '  Right     ⟦Left⟧\n-------     ------\n     12     12\n\n';
    expect(await refusal(table, 'construct')).toContain('Pandoc');
  });
});
