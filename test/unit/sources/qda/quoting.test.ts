import { expect, test } from 'vitest';
import { definitionAt } from '../../../../server/src/core/features/definition';
import { hoverAt } from '../../../../server/src/core/features/hover';
import { fixesOf } from '../../../../server/src/core/rules';
import { reportQuotations } from '../../../../server/src/core/features/quotationReport';
import { ROOT } from '../../../tools/memoryFileSystem';
import { warrant } from '../../../tools/command';
import { apply, findings, projectFrom } from '../../../tools/project';
import { DIALECTS, fixtureText, projectArchive } from '../../../tools/qdaFixtures';

const [, atlas] = DIALECTS;
const archive = atlas ? projectArchive(atlas) : new Uint8Array();

/** A study whose sources are those of a QDA project. */
const files = (text: string, sources = '[{id: owner}, {id: nurse}]', qda = 'study.qdpx') => ({
  'warrant.yaml': `qda: ${qda}\nsources: ${sources}\n`,
  'study.qdpx': archive,
  'paper.md': text,
});

const quoted = (words: string, attributes = 'source=owner') =>
  `[“${words}”]{.evidence #e-one ${attributes} display=context}\n`;

/** The selection with the first words. */
const CODED = 'qda=d1000000-0000-4000-8000-000000000001';

const TRUE = 'Nobody asked for the bonus. It was on the table one morning';

const RULES = ['altered-quotation', 'quotation-not-found', 'changed-selection'];

async function atCaret(marked: string) {
  const project = await projectFrom(files(marked.replace('‸', '')));
  return { project, uri: `${ROOT}paper.md`, offset: marked.indexOf('‸') };
}

async function faults(text: string, ...more: string[]): Promise<string[]> {
  const all = findings(await projectFrom(files(text, ...more)));
  return all.flatMap(({ rule, severity }) => (RULES.includes(rule) ? `${rule} ${severity}` : []));
}

test.each(DIALECTS)('quotations are looked up in the texts of $folder', async (dialect) => {
  const project = await projectFrom({
    ...files(quoted(TRUE) + quoted(TRUE.replace('Nobody', 'Somebody')).replace('#e-one', '')),
    'study.qdpx': projectArchive(dialect),
  });
  expect(reportQuotations(project).quotations.map(({ state }) => state)).toEqual([
    'verbatim',
    'altered',
  ]);
});

test.each([
  ['the words of the source', quoted(TRUE), []],
  [
    'a number that was changed',
    quoted('Four of the twelve do.', 'source=nurse'),
    ['altered-quotation warning'],
  ],
  [
    'words that nobody said',
    quoted('We never knew what hit us that year'),
    ['quotation-not-found warning'],
  ],
  [
    'altered words of a source that only the selection tells',
    quoted(TRUE.replace('Nobody', 'Everybody'), CODED),
    ['altered-quotation warning'],
  ],
  [
    'altered words of a selection, reported once',
    quoted(TRUE.replace('Nobody asked', 'We asked'), `source=owner ${CODED}`),
    ['altered-quotation warning'],
  ],
  [
    'words that neither source nor selection has, reported once',
    quoted('We never knew what hit us that year', `source=owner ${CODED}`),
    ['quotation-not-found warning'],
  ],
  [
    'another selection of the same source',
    quoted('We signed because everybody signed', `source=owner ${CODED}`),
    ['changed-selection warning'],
  ],
  [
    'more words than are coded',
    quoted(
      'Nobody asked for the bonus. It was on the table one morning, and that was that. We signed because everybody signed.',
      `source=owner ${CODED}`,
    ),
    ['changed-selection information'],
  ],
])('%s', async (_, text, expected) => {
  expect(await faults(text)).toEqual(expected);
});

test('a fix restores the words that the QDA project has', async () => {
  const text = quoted(TRUE.replace('Nobody asked', 'Nobody begged'));
  const project = await projectFrom(files(text));
  const [finding] = findings(project, 'altered-quotation');
  const [fix] = finding ? fixesOf(finding, project) : [];
  expect(fix && apply({ 'paper.md': text }, fix)).toEqual({ 'paper.md': quoted(TRUE) });
});

test.each([
  ['by its id', '[{id: owner, file: study.qdpx}]', []],
  ['by its name', '[{id: o1, file: study.qdpx, qda: Owner}, {id: owner}]', []],
  ['beside a recording', '[{id: owner, file: owner.mp3}]', []],
  ['in place of a scan', '[{id: owner, file: owner.pdf}]', []],
])('the project may be the file of a source, %s', async (_, sources) => {
  const id = sources.includes('o1') ? 'o1' : 'owner';
  const project = await projectFrom({
    ...files(
      quoted(TRUE, `source=${id}`),
      sources,
      sources.includes('mp3') || sources.includes('pdf') ? 'study.qdpx' : '[]',
    ),
    'owner.pdf': '%PDF-1.7 of a scan',
  });
  expect(reportQuotations(project).sum).toBe('1 quotation: 1 verbatim');
  expect(findings(project, 'unreadable-source')).toEqual([]);
});

test('a file of its own comes before the text of the QDA project', async () => {
  const project = await projectFrom({
    ...files(quoted(TRUE), '[{id: owner, file: owner.txt}]'),
    'owner.txt': 'OWN: Everybody asked for the bonus.\n',
  });
  expect(reportQuotations(project).quotations[0]?.state).not.toBe('verbatim');
});

test('a source that the project does not have is named, and where its name belongs', async () => {
  const project = await projectFrom(
    files(quoted(TRUE, 'source=foreman'), '[{id: foreman, file: study.qdpx}]', '[]'),
  );
  const [finding] = findings(project, 'unreadable-source');
  expect(finding).toMatchObject({ severity: 'information' });
  expect(finding?.message).toMatch(/no text of a source that is called “foreman”; qda: takes/);
});

test('a project that cannot be read is reported once', async () => {
  const project = await projectFrom({
    ...files(quoted(TRUE), '[{id: owner, file: study.qdpx}]'),
    'study.qdpx': 'PK and nothing more',
  });
  const rules = findings(project).map(({ rule }) => rule);
  expect(rules.filter((rule) => /qda-project|unreadable-source/.test(rule))).toEqual([
    'qda-project',
  ]);
});

test('the hover says where it stands in the project, without a link to what no editor shows', async () => {
  const text = quoted('Somebody as‸ked for the bonus. It was on the table one morning');
  const at = await atCaret(text);
  const shown = hoverAt(at.project, at.uri, at.offset)
    .map(({ markdown }) => markdown)
    .join('\n');
  expect(shown).toContain('**Altered** · OWN · l. 3 · owner in study.qdpx');
  expect(shown).not.toContain('](');
});

test('words and place lead to the declaration, and never into the archive', async () => {
  for (const text of [
    quoted(TRUE, 'source=owner loc="l. 3‸"'),
    quoted(TRUE.replace('bonus', 'bon‸us'), 'source=owner'),
  ]) {
    const at = await atCaret(text);
    const targets = definitionAt(at.project, at.uri, at.offset)?.targets ?? [];
    expect(targets.map(({ uri }) => uri)).not.toContain(`${ROOT}study.qdpx`);
    if (text.includes('loc=')) expect(targets[0]?.uri).toBe(`${ROOT}warrant.yaml`);
  }
});

test('the command says what the project calls the source', async () => {
  const { out } = await warrant(['quotations', '--format', 'json'], files(quoted(TRUE)));
  expect((JSON.parse(out) as { quotations: unknown[] }).quotations[0]).toMatchObject({
    state: 'verbatim',
    speaker: 'OWN',
    passage: { file: 'study.qdpx', within: 'owner', place: 'l. 3' },
  });
});

test('minutes of a transcript are those of its recording', async () => {
  const text = fixtureText('owner.txt');
  const at = text.indexOf('And after the accident');
  const xml = `<Project name="s"><Sources><AudioSource name="owner"><Transcript name="t">
<PlainTextContent>${text}</PlainTextContent>
<SyncPoint guid="1" position="0" timeStamp="0"/><SyncPoint guid="2" position="${at}" timeStamp="540000"/>
</Transcript></AudioSource></Sources></Project>`;
  const project = await projectFrom({
    ...files(
      quoted('The men came to my kitchen table, not to the office'),
      '[{id: owner}]',
      's.qde',
    ),
    's.qde': xml,
  });
  expect(reportQuotations(project).quotations[0]?.passage).toMatchObject({ place: 'min 9' });
});

/** A project with sources of these names. */
const study = (...sources: (readonly [name: string, text: string])[]) =>
  `<Project><Sources>${sources
    .map(
      ([name, text]) =>
        `<TextSource name="${name}"><PlainTextContent>${text}</PlainTextContent></TextSource>`,
    )
    .join('')}</Sources></Project>`;

test.each([
  ['under qda:', '[{id: owner}]', 's.qde'],
  ['as the file', '[{id: owner, file: s.qde}]', '[]'],
])('of different sources with one name, nothing is said to be wrong: %s', async (_, ...config) => {
  const project = await projectFrom({
    ...files(quoted('We came back with nothing at all'), ...config),
    's.qde': study(['owner', 'We left early.'], ['owner', 'We came back with nothing at all.']),
  });
  expect(findings(project, 'quotation-not-found')).toEqual([]);
  expect(reportQuotations(project).sum).toBe('1 quotation: 1 of files that cannot be read');
  const said = findings(project, 'unreadable-source').map(({ message }) => message);
  for (const message of said) expect(message).toMatch('2 different texts that are called “owner”');
});

test('a source that is there twice with the same text is read', async () => {
  const text = 'We came back with nothing at all.';
  const project = await projectFrom({
    ...files(quoted('We came back with nothing at all'), '[{id: owner}]', 's.qde'),
    's.qde': study(['owner', text], ['Owner.docx', text]),
  });
  expect(reportQuotations(project).sum).toBe('1 quotation: 1 verbatim');
});

test('numbers behind a dot tell sources apart', async () => {
  const project = await projectFrom({
    ...files(
      quoted('We came back with nothing at all', 'source=b'),
      '[{id: a, qda: Interview 1.1}, {id: b, qda: Interview 1.2}]',
      's.qde',
    ),
    's.qde': study(
      ['Interview 1.1', 'We left early.'],
      ['Interview 1.2', 'We came back with nothing at all.'],
    ),
  });
  expect(reportQuotations(project).sum).toBe('1 quotation: 1 verbatim');
});
