import { describe, expect, test } from 'vitest';
import {
  hintTooltip,
  inlayHints,
  type InlayHint,
} from '../../../../server/src/core/features/reading/inlayHints';
import type { Project } from '../../../../server/src/core/project';
import { readFixture } from '../../../tools/fixture';
import { ROOT } from '../../../tools/memoryFileSystem';
import { projectFrom, type Files } from '../../../tools/project';
import { draw } from '../caret';

/** The hints of the part between marks, or of a whole file. */
async function hintsOf(content: string | Files, name = 'paper.md') {
  const marked: Files = typeof content === 'string' ? { 'paper.md': content } : content;
  const files: Record<string, string> = {};
  for (const [path, one] of Object.entries(marked)) files[path] = readFixture(one).text;
  const text = files[name] ?? '';
  const project: Project = await projectFrom(files);
  const range = readFixture(marked[name] ?? '').ranges[0] ?? { start: 0, end: text.length };
  const hints = inlayHints(project, ROOT + name, range);
  return { project, files, text, hints };
}

/** A text with its hints written into it. */
async function shown(content: string | Files, name = 'paper.md'): Promise<string> {
  const { text, hints } = await hintsOf(content, name);
  return [...hints].reverse().reduce((all, hint) => write(all, hint), text);
}

function write(text: string, { at, label }: InlayHint): string {
  return `${text.slice(0, at)}‹${label}›${text.slice(at)}`;
}

/** Claims and what else can be named, far from all that names them. */
const FAR = `[Trust outlived the contract by many years]{.claim #c-trust}

["We own it."]{.evidence #e-mine}

[double loop]{.construct #k-double-loop} [learning how to learn]{.construct #k-double term="deep learning"}

[Sorting]{.mechanism #m-sort}

::: {.claim #c-empty}
:::



`;

describe('behind the names in a tag', () => {
  test.each([
    [
      'stand the first words of a target',
      '[a]{.evidence supports=c-trust}',
      '[a]{.evidence supports=c-trust‹“Trust outlived the contract by…”›}',
    ],
    [
      'each has its own, in quotes and without',
      '[a]{.claim evidence="#e-mine c-trust" mechanism=m-sort}',
      '[a]{.claim evidence="#e-mine‹“We own it.”› c-trust‹“Trust outlived the contract by…”›" mechanism=m-sort‹Sorting›}',
    ],
    [
      'a construct is called by its term, unless the name says so',
      '[a]{.claim constructs="k-double k-double-loop"}',
      '[a]{.claim constructs="k-double‹deep learning› k-double-loop"}',
    ],
    [
      'a test stays one word with what it tests',
      '[a]{.evidence tests="c-trust:hoop:pass"}',
      '[a]{.evidence tests="c-trust:hoop:pass‹“Trust outlived the contract by…”›"}',
    ],
    ['nothing stands where there are no words', '[a]{.evidence supports=c-empty}', undefined],
    ['nothing stands where nothing has the name', '[a]{.evidence supports=c-none}', undefined],
    ['nothing stands behind works', '[a]{.claim evidence="@kay2001"}', undefined],
    ['nothing stands behind names in prose', '[a](#c-trust) [b]{.construct}', undefined],
  ])('%s', async (_, text, expected) => {
    expect((await shown(FAR + text)).slice(FAR.length)).toBe(expected ?? text);
  });

  test('nothing is said of what stands in the same line or beside it', async () => {
    const near = '[Yes]{.claim #c-a} [b]{.evidence supports=c-a}\n[c]{.evidence supports=c-a}';
    expect(await shown(near)).toBe(near);
    expect(await shown(`${near}\n[d]{.evidence supports=c-a}`)).toContain('=c-a‹“Yes”›}');
  });

  test('a source is called by what is known of it, in front matter as well', async () => {
    const files = {
      'warrant.yaml':
        'manuscript: [paper.md]\nsources:\n  - id: i07\n    kind: interview\n    informant: Site manager\n',
      'paper.md': `---
warrant:
  elements:
    e-own:
      supports: c-far
---





["Mine"]{.evidence #e-own source=i07}

[It is far]{.claim #c-far}
`,
    };
    const text = await shown(files);
    expect(text).toContain('source=i07‹Site manager›}');
    expect(text).toContain('supports: c-far‹“It is far”›\n');
  });

  test('entries of warrant.yaml have them too', async () => {
    const files = {
      'warrant.yaml': 'manuscript: [paper.md]\nelements:\n  e-own:\n    supports: c-far\n',
      'paper.md': '["Mine"]{.evidence #e-own} [It is far]{.claim #c-far}\n',
    };
    expect(await shown(files, 'warrant.yaml')).toContain('supports: c-far‹“It is far”›\n');
  });
});

const long = '\n\nMore.'.repeat(6);

test('a long div says at its end what it is, and a short one does not', async () => {
  const text = `:::: {.stage #s-1 of=m n=2}${long}

::: {.evidence}
"x"
:::
::::
`;
  expect(await shown(text)).toBe(text.replace('\n::::\n', '\n::::‹stage 2›\n'));
  expect(await shown(text.replace(long, ''))).toBe(text.replace(long, ''));
});

test('a hint leads to the words, or to where the div opens', async () => {
  const data = `::: {.claim #c-far}\nIt is far.${long}\n:::\n`;
  const { files, hints } = await hintsOf({
    'warrant.yaml': 'manuscript: [paper.md, data.md]\n',
    'paper.md': '[Mine]{.evidence supports=c-far}\n',
    'data.md': data,
  });
  expect(
    draw(
      files,
      hints.map(({ place }) => place),
    )['data.md'],
  ).toMatch(/^::: ⟦\{.*⟧\nIt is far/);
  const ends = await hintsOf(`${data}\n[x]{.construct}\n`);
  expect(
    draw(
      ends.files,
      ends.hints.map(({ place }) => place),
    )['paper.md'],
  ).toContain('{.⟦claim⟧ #');
});

test('only what stands in the part is given', async () => {
  const text = `${FAR}[a]{.evidence ⟦supports=c-trust⟧ challenges=c-trust}${long}`;
  const { hints } = await hintsOf(text);
  expect(hints.map(({ label }) => label)).toEqual(['“Trust outlived the contract by…”']);
  expect((await hintsOf(`${FAR}⟦[a]⟧{.evidence supports=c-trust}`)).hints).toEqual([]);
});

test('who asks for more reads all words', async () => {
  const { project, hints } = await hintsOf(`${FAR}[a]{.evidence supports="c-trust e-mine"}`);
  expect(hints.map(({ about }) => hintTooltip(project, about))).toEqual([
    'Claim: “Trust outlived the contract by many years”\n\n`#c-trust`',
    'Evidence: “We own it.”\n\n`#e-mine`',
  ]);
});
