import { expect, test } from 'vitest';
import {
  placeToSet,
  setAllPlaces,
  setPlace,
  withoutPlace,
} from '../../../server/src/core/features/setPlaces';
import { applyEdits } from '../../../server/src/core/text/textEdit';
import { ROOT } from '../../tools/memoryFileSystem';
import { findings, projectFrom } from '../../tools/project';

const FILES = {
  'warrant.yaml': 'sources: [{id: owner, kind: interview, file: owner.txt}]\n',
  'owner.txt': `[00:01:00] INT: Why did you join?
R1: We did not join for the money, you know.
[00:12:00] INT: And then?
R1: There were twelve of us, and nobody slept.
`,
};

const UNPLACED = '["We did not join for the money."]{.evidence source=owner}\n';
const uri = `${ROOT}paper.md`;

const study = (text: string) => projectFrom({ ...FILES, 'paper.md': text });

async function placeOf(text: string): Promise<string | undefined> {
  const project = await study(text);
  const [element] = project.elements;
  return element && placeToSet(project, element);
}

test.each([
  ['none is given', UNPLACED, 'min 1'],
  ['the words were altered', UNPLACED.replace('not ', ''), 'min 1'],
  ['another minute is given', UNPLACED.replace('}', ' loc="min 12"}'), 'min 1'],
  ['the right minute is given', UNPLACED.replace('}', ' loc="min 1"}'), undefined],
  ['a minute before the next mark is given', UNPLACED.replace('}', ' loc="min 5"}'), undefined],
  ['it is a page of a print', UNPLACED.replace('}', ' loc="p. 4"}'), undefined],
  ['it is in the words of the author', UNPLACED.replace('}', ' form=paraphrase}'), undefined],
  ['nobody said it', '["We never knew what hit us then."]{.evidence source=owner}\n', undefined],
  [
    'two quotations stand apart',
    '[“We did not join for the money,” and “there were twelve of us.”]{.evidence source=owner}\n',
    'min 1, min 12',
  ],
  [
    'one of two is not there',
    '[“We did not join for the money,” and “we never knew what hit us.”]{.evidence source=owner}\n',
    undefined,
  ],
])('where %s', async (_, text, expected) => {
  expect(await placeOf(text)).toBe(expected);
});

test('the tag gets the place, and the place leads to the words', async () => {
  const text = UNPLACED.replace('}', ' loc="min 12"}');
  const project = await study(text);
  const result = setPlace(project, uri, { start: 8, end: 8 });
  const edits = (result.ok && result.changes.get(uri)) || [];
  const mended = applyEdits(text, edits);
  expect(mended).toBe(UNPLACED.replace('}', ' loc="min 1"}'));
  expect(await placeOf(mended)).toBeUndefined();
});

test('all that have no place get one; what is given is kept', async () => {
  const second = '["There were twelve of us"]{.evidence source=owner}\n';
  const given = second.replace('}', ' loc="min 1"}');
  const text = `${UNPLACED}\n${given}\n${second}`;
  const project = await study(text);
  expect(withoutPlace(project, uri)).toHaveLength(2);
  const edits = setAllPlaces(project, uri).changes.get(uri) ?? [];
  const placed = applyEdits(text, edits);
  expect(placed).toBe(
    `${UNPLACED.replace('}', ' loc="min 1"}')}\n${given}\n${second.replace('}', ' loc="min 12"}')}`,
  );
  expect(findings(await study(placed)).filter(({ message }) => message.includes('loc'))).toEqual(
    [],
  );
});
