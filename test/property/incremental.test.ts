import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Workspace } from '../../server/src/core/project';
import { Checker, runRules } from '../../server/src/core/rules';
import type { TextEdit } from '../../server/src/core/text/textEdit';
import { applyEdits } from '../../server/src/core/text/textEdit';
import { MemoryFileSystem, ROOT } from '../tools/memoryFileSystem';
import { differenceOf, layersOf, type Layers } from './layers';

const FRONTS = [
  '---\nwarrant:\n  sources: [{id: minutes, kind: document}]\n---\n\n',
  '---\ntitle: Trust\nabstract: |\n  We show that [trust lasts]{.claim #c-abs}.\nwarrant:\n  sources: [{id: minutes, kind: document}, {id: minutes, kind: interview}]\n  rules: {single-source-claim: warning}\nbibliography: refs.bib\n---\n\n',
  '---\ntitle: A [claim]{.claim #c-b}\nwarrant:\n  # warrant-ignore invalid-project: for now\n  sorces: []\n  elements: {c-a: {note: x}}\n---\n\n',
];

const BLOCKS = [
  'Trust had grown [before the bonus came]{.claim #c-a evidence=e-a} and trusting went on.\n\n',
  '[Trust is a willingness to rely on others]{.construct #k-trust term=trust alias="reliance; faith"}.\n\n',
  '> ["Nobody asked for it," he said.]{.evidence #e-a source=minutes supports="c-a c-b" tests="hoop:c-a:pass"}\n\n',
  '# Phase one {.step #s-1 of=m-a n=1}\n\n',
  '## Phase two {.step #s-2 of=m-a n=2 after=s-1}\n\n',
  '::: {.mechanism #m-a trigger="an order" outcome="a habit"}\n\n',
  ':::\n\n',
  '[It spread]{.claim from="c-a, c-c" type=interpretation} as @ring1994 say.\n\n',
  '[Again]{.claim ref=c-a} and [trust]{.construct ref=k-trust}.[^n]\n\n',
  '[^n]: A note with [a claim]{.claim #c-n type=background} in it [@vandeven1995].\n\n',
  '| a | b |\n|---|---|\n| [x]{.evidence #e-t source=@ring1994} | y |\n\n',
  'See [here](#c-b) and [there][c-ref].\n\n',
  '[c-ref]: #s-2 {.claim}\n\n',
  '<!-- warrant-ignore orphan-evidence: later -->\n\n["So it was."]{.evidence #e-o}\n\n',
  '```\n[code]{.claim}\n```\n\n',
  '- an item\n- [another]{.claim #c-a}\n\n',
  'Twelve firms took part. [Twelve firms]{.claim #c-b evidence=e-a backing=minutes}, we said “[often” enough]{.claim}.\n\n',
  '**Abstract.** We show that [trust lasts]{.claim #c-abs}.\n\n',
  '# Abstract\n\nWe show [much]{.claim evidence=e-aa}.\n\n',
  '::: abstract\n[In short]{.claim #c-ab from=c-aa}.\n:::\n\n',
  '["Nobody asked for it," he said.]{.evidence #e-b source=minutes}\n\n',
  'Here [it went wrong]{claim #c-aa}. We found three steps, and two mechanisms.\n\n',
];

const PIECES = [
  ...BLOCKS,
  'x',
  ' ',
  '\n',
  '\n\n',
  '[',
  ']',
  '{.claim}',
  ']{.claim}',
  ']{.evidence}',
  '{.evidence #e-a}',
  '{',
  '}',
  '#c-a',
  ' evidence=e-o',
  ' of=m-a',
  ':::',
  '::: {.claim #c-d}\n',
  '```\n',
  '> ',
  '- ',
  '    ',
  '<!--',
  '-->',
  '---\n',
  '"',
  'trust',
  'reliance',
  '@ring1994',
  '\r\n',
  '\t',
];

/** Documents that an author opens and closes between edits, by the number of the edit; a closed one changes on disk. */
const openings = fc.array(fc.array(fc.nat(1), { maxLength: 2 }), { maxLength: 8 });

/** Edits by share of the text, so that they fit whatever the text has become. */
const edit = fc.record({
  file: fc.nat(1),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.constant(0), fc.nat(3), fc.nat(40), fc.nat(400)),
  text: fc.oneof(fc.constant(''), fc.constantFrom(...PIECES)),
  undo: fc.nat(9).map((number) => number === 0),
  /** Whether it stands near the beginning, where the front matter is. */
  isEarly: fc.nat(3).map((number) => number === 0),
});

/** No front matter is longer. */
const EARLY = 250;

const NAMES = ['a.md', 'b.md'];
const uriOf = (file: number): string => ROOT + (NAMES[file] ?? '');

/** What is there and is found where texts are read and asked once, as the command line does. */
async function readOnce(texts: readonly string[], config: string | undefined): Promise<Layers> {
  const workspace = new Workspace(
    new MemoryFileSystem(config === undefined ? {} : { 'warrant.yaml': config }),
    { isFinal: true },
  );
  texts.forEach((text, file) => {
    workspace.setDocument(uriOf(file), text);
  });
  const project = await workspace.projectOf(uriOf(0));
  const findings = await workspace.whenRead(() => runRules(project, undefined, { onError: fail }));
  return layersOf(project, findings);
}

function fail(rule: string, error: unknown): never {
  throw new Error(`the rule ${rule} threw`, { cause: error });
}

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** Follows edits with one workspace, and compares after each of them with one that has seen nothing else. */
async function follow(
  start: readonly string[],
  edits: readonly Edit[],
  config: string | undefined,
  turns?: readonly (readonly number[])[],
): Promise<void> {
  const texts = [...start];
  const disk = new MemoryFileSystem(config === undefined ? {} : { 'warrant.yaml': config });
  const workspace = new Workspace(disk);
  const isOpen = texts.map(() => turns === undefined);
  texts.forEach((text, file) => {
    if (isOpen[file] === true) workspace.setDocument(uriOf(file), text);
    else disk.write(NAMES[file] ?? '', text);
  });
  const turn = (file: number): void => {
    const text = texts[file] ?? '';
    isOpen[file] = isOpen[file] !== true;
    done.push(`${NAMES[file] ?? ''} is ${isOpen[file] ? 'opened' : 'closed'}`);
    // What is closed was saved.
    if (isOpen[file]) workspace.setDocument(uriOf(file), text);
    else disk.write(NAMES[file] ?? '', text);
    if (!isOpen[file]) workspace.closeDocument(uriOf(file));
  };
  const change = (file: number, text: string, edits: readonly TextEdit[] | undefined): void => {
    texts[file] = text;
    if (isOpen[file] !== true) {
      disk.write(NAMES[file] ?? '', text);
      workspace.fileChanged(uriOf(file), true);
    } else if (edits) workspace.editDocument(uriOf(file), edits);
    else workspace.setDocument(uriOf(file), text);
  };
  let project = await workspace.projectOf(uriOf(0));
  let checker = new Checker(project, undefined, { onError: fail });
  const done: string[] = [];
  const compare = async (): Promise<void> => {
    // What is open goes first.
    checker.refreshOpen();
    await workspace.whenRead(() => checker.refresh());
    const afresh = await readOnce(texts, config);
    const difference = differenceOf(layersOf(project, checker.all()), afresh);
    if (difference !== undefined) throw new Error(story(start, done, texts, difference));
  };
  await compare();
  const undone: { file: number; text: string }[] = [];
  for (const [number, step] of edits.entries()) {
    const { file: wanted, at, length, text, undo, isEarly } = step;
    for (const file of turns?.[number] ?? []) turn(file);
    const last = undo ? undone.pop() : undefined;
    const file = last?.file ?? wanted % texts.length;
    const before = texts[file] ?? '';
    if (last) {
      done.push(`${NAMES[file] ?? ''}: the edit before is undone`);
      change(file, last.text, undefined);
    } else {
      const reach = isEarly ? Math.min(EARLY, before.length) : before.length;
      const from = Math.floor(at * reach);
      const typed: TextEdit = {
        range: { start: from, end: Math.min(before.length, from + length) },
        newText: text,
      };
      const { start: first, end } = typed.range;
      const replaced = JSON.stringify(before.slice(first, end));
      done.push(
        `${NAMES[file] ?? ''} ${first}..${end}: ${replaced} becomes ${JSON.stringify(text)}`,
      );
      change(file, applyEdits(before, [typed]), [typed]);
      undone.push({ file, text: before });
    }
    const now = await workspace.projectOf(uriOf(0));
    if (now !== project) {
      project = now;
      checker = new Checker(project, undefined, { onError: fail });
    }
    await compare();
  }
}

/** What to read where a comparison fails: what differs, and what led there. */
function story(
  start: readonly string[],
  done: readonly string[],
  now: readonly string[],
  difference: string,
): string {
  const listed = (texts: readonly string[]) =>
    texts.map((text, file) => `  ${NAMES[file] ?? ''} ${JSON.stringify(text)}`);
  return [
    'what was kept up to date is not what is read afresh',
    difference,
    'at first:',
    ...listed(start),
    'edits:',
    ...done.map((edit, index) => `  ${index + 1}. ${edit}`),
    'now:',
    ...listed(now),
  ].join('\n');
}

const manuscript = fc
  .array(fc.constantFrom(...BLOCKS), { minLength: 2, maxLength: 9 })
  .map((blocks) => blocks.join(''));

describe('after any edits', () => {
  test('a paper and what is found in it are what they would be if it were read afresh', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...FRONTS),
        manuscript,
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        (front, text, edits) => follow([front + text], edits, undefined),
      ),
      { numRuns: RUNS },
    );
  }, 600_000);

  test('so are the files of a project', async () => {
    const config =
      'manuscript: [a.md, b.md]\nelements: {c-x: {is: claim, quote: "we said"}, c-a: {note: x}}\n';
    await fc.assert(
      fc.asyncProperty(
        manuscript,
        manuscript,
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        (a, b, edits) => follow([a, b], edits, config),
      ),
      { numRuns: RUNS },
    );
  }, 600_000);

  test('so are files that are opened and closed, and changed on disk', async () => {
    await fc.assert(
      fc.asyncProperty(
        manuscript,
        manuscript,
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        openings,
        (a, b, edits, turns) => follow([a, b], edits, 'manuscript: [a.md, b.md]\n', turns),
      ),
      { numRuns: RUNS },
    );
  }, 600_000);

  test.each([
    {
      name: 'a block that is scanned again with another one, and defines what a third one refers to',
      start: ['# S {.step #s-2}\n', '[^n]: x\n\ny\n\n[z][r]\n\n[r]: #s-2\n\n[^n]: n\n'],
      edits: [early({ file: 1, text: '{' }), early({ file: 1, text: 'x' })],
      config: 'manuscript: [a.md, b.md]\n',
    },
    {
      name: 'text before what looks like the caption of a table, and is code',
      start: ['\t: cap\n\n| a |\n|---|\n'],
      edits: [early({ text: '[x]{.claim #c-a}\n\n' }), early({ length: 18 })],
      config: undefined,
    },
    {
      name: 'a tag that is marked up as the one before it, and no longer holds what that one held',
      start: ['[he[it]{.evidence}]{.claim}\n'],
      edits: [early({ length: 3, text: '[]{.claim}' })],
      config: undefined,
    },
    {
      name: 'a claim that a step restates, and that only comes to be one',
      start: [
        '# Phase {.step #s-1}\n\n[Again]{.claim ref=c-a}\n',
        '[Nobody asked]{.evidence #e-a supports=c-a}\n',
      ],
      edits: [early({ text: 'Trust [grew]{.claim #c-a}.\n\n' })],
      config: 'manuscript: [a.md, b.md]\nelements: {c-a: {note: x}}\n',
    },
  ])('$name', ({ start, edits, config }) => follow(start, edits, config));
});

test('a comparison that fails says what differs first, layer by layer, and what led there', async () => {
  const text = '[he[it]{.evidence}]{.claim}\n';
  const [before, after] = [await readOnce([text], undefined), await readOnce(['x\n'], undefined)];
  expect(differenceOf(before, before)).toBeUndefined();
  const difference = differenceOf({ ...before, findings: after.findings }, before) ?? '';
  expect(difference.split('\n')).toEqual([
    'syntax: the same',
    'facts: the same',
    'graph: the same',
    'findings: row 1 (0 kept, 1 afresh)',
    '  kept:   nothing',
    expect.stringMatching(/^ {2}afresh: evidence-without-source a\.md \{"severity":/),
  ]);
  const told = story([text], ['a.md 0..1: "" becomes "x"'], ['x\n'], difference);
  expect(told).toContain('edits:\n  1. a.md 0..1: "" becomes "x"\nnow:\n  a.md "x\\n"');
});

/** An edit at the start of a file. */
function early(edit: Partial<Edit>): Edit {
  return { file: 0, at: 0, length: 0, text: '', undo: false, isEarly: true, ...edit };
}

/** Each is a sequence of edits; `WARRANT_RUNS` asks for more of them. */
const RUNS = Number(process.env['WARRANT_RUNS'] ?? 120);
