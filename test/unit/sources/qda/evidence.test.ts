import { expect, test } from 'vitest';
import { completionsAt } from '../../../../server/src/core/features/completion/completion';
import { hoverElement } from '../../../../server/src/core/features/hoverElement';
import type { Project } from '../../../../server/src/core/project';
import type { Finding } from '../../../../server/src/core/rules';
import { Engine } from '../../../tools/engine';
import { MemoryFileSystem } from '../../../tools/memoryFileSystem';
import { findings, projectFrom } from '../../../tools/project';

const CODINGS = `guid,code,definition,quotation,source,place,memo
d1000001-0000-4000-8000-000000000001,Fear,Being afraid,I did not sleep for a week,Interviews/owner.txt,min 9,the turning point
d1000002-0000-4000-8000-000000000002,Compliance > Calculated,,Nobody asked for the bonus,Interviews/owner.txt,min 2,
`;

const HEAD = `---
warrant:
  qda: codings.csv
  sources:
    - {id: owner, kind: interview}
---

`;

const study = (text: string) => projectFrom({ 'paper.md': HEAD + text, 'codings.csv': CODINGS });

const messages = async (text: string, rule: string): Promise<string[]> =>
  findings(await study(text), rule).map(({ message }) => message);

const evidence = (guid: string, words = '“I did not sleep for a week.”'): string =>
  `[${words}]{.evidence #e-sleep source=owner qda=${guid} display=context}\n`;

test.each(['d1000001', 'D1000001-0000', '{d1000001-0000-4000-8000-000000000001}'])(
  'a selection is named by %s',
  async (guid) => {
    expect(await messages(evidence(`"${guid}"`), 'unknown-selection')).toEqual([]);
  },
);

test('a selection that has vanished is reported, and where its words are now', async () => {
  expect(await messages(evidence('e4000007'), 'unknown-selection')).toEqual([
    'No QDA file has the selection e4000007; the selection d1000001 of Interviews/owner.txt has its words',
  ]);
  expect(
    await messages(evidence('e4000007', '“Other words entirely.”'), 'unknown-selection'),
  ).toEqual([
    'No QDA file has the selection e4000007; it was deleted, or the project was exported from another copy',
  ]);
});

test('nothing is said of selections while a file cannot be read; the file is named', async () => {
  const files = {
    'paper.md': HEAD.replace('codings.csv', '[codings.csv, study.qdpx]') + evidence('e4000007'),
    'codings.csv': CODINGS,
  };
  const missing = await projectFrom(files);
  expect(findings(missing, 'unknown-selection')).toEqual([]);
  const said = (project: Project): string[] =>
    findings(project, 'qda-project').map(({ severity, message }) => `${severity}: ${message}`);
  expect(said(missing).join()).toMatch(/^information: study.qdpx is not there/);
  const broken = await projectFrom({ ...files, 'study.qdpx': 'PK and nothing more' });
  expect(findings(broken, 'unknown-selection')).toEqual([]);
  expect(said(broken).join()).toMatch(/^warning: .*cut off/);
});

test('hover shows passage, codes, place and memo', async () => {
  const project = await study(evidence('d1000001'));
  const [element] = project.elements;
  const hover = element ? hoverElement(project, element, true) : '';
  expect(hover).toContain('**Coded passage** · Interviews/owner.txt (owner) · min 9');
  expect(hover).toContain('> “I did not sleep for a week”');
  expect(hover).toContain('**Code** Fear');
  expect(hover).toContain('*Memo:* the turning point');
});

test('completion finds selections by words, code or digits, and writes the digits', async () => {
  const text = `${HEAD}[“Nobody”]{.evidence source=owner qda=bonus}\n`;
  const project = await projectFrom({ 'paper.md': text, 'codings.csv': CODINGS });
  const uri = project.files[0]?.uri ?? '';
  const vantage = { uri, offset: text.indexOf('bonus}') + 5, recent: [] };
  const items =
    completionsAt({ project, vantage, works: [] }, { isAsked: true, byWord: false })?.items ?? [];
  expect(items.map(({ label, description, newText }) => [label, description, newText])).toEqual([
    ['Nobody asked for the bonus', 'Calculated · Interviews/owner.txt · min 2', 'd1000002'],
  ]);
});

test.each([
  ['Fear', 'def="Being afraid"', []],
  ['Compliance > Calculated', '', []],
  ['Calculated', '', []],
  ['Feer', '', ['The codebook has no code Feer; did you mean Fear?']],
  ['Fear', 'def="Trembling"', ['The codebook describes “Fear” otherwise: “Being afraid”']],
])('the code %s of a construct with %s', async (code, def, expected) => {
  const text = `[Dread]{.construct #k-dread ${def} code="${code}"}\n`;
  expect(await messages(text, 'code-drift')).toEqual(expected);
});

test('a construct that lacks the parent that its code has', async () => {
  const text = `[Compliance]{.construct #k-c code=Compliance} and [calculation]{.construct #k-d code=Calculated}\n`;
  expect(await messages(text, 'code-drift')).toEqual([
    'In the codebook, “Calculated” stands under “Compliance”, but “Compliance” is not a parent of the construct',
  ]);
  const joined = text.replace('#k-d', '#k-d parent=k-c');
  expect(await messages(joined, 'code-drift')).toEqual([]);
});

test.each([
  ['d1000001', '“I did not sleep for a week.”', []],
  ['d1000001', '“I […] did not sleep for a week”', []],
  ['d1000001', '“I did sleep for a week”', [/differs from the coded selection d1000001: .*not/]],
  [
    'd1000002',
    '“I did not sleep for a week”',
    [/d1000002 .* reads “Nobody asked for the bonus”; these are the words of d1000001$/],
  ],
])('the selection %s and the quotation %s', async (guid, words, expected) => {
  const found = await messages(evidence(guid, words), 'changed-selection');
  expect(found).toHaveLength(expected.length);
  expected.forEach((pattern, index) => expect(found[index]).toMatch(pattern));
});

test('when the project is exported anew, what has changed or vanished is reported', async () => {
  const files = new MemoryFileSystem({ 'codings.csv': CODINGS });
  const engine = new Engine(files);
  const text = HEAD + evidence('d1000001');
  const rules = (found: readonly Finding[]): string[] =>
    found.map(({ rule }) => rule).filter((rule) => rule.endsWith('selection'));
  expect(rules(await engine.open('paper.md', text))).toEqual([]);
  files.write('codings.csv', CODINGS.replace('did not sleep', 'slept well'));
  expect(rules(await engine.changed('codings.csv', 'paper.md'))).toEqual(['changed-selection']);
  files.write('codings.csv', CODINGS.replace('d1000001', 'd9999999'));
  expect(rules(await engine.changed('codings.csv', 'paper.md'))).toEqual(['unknown-selection']);
});
