import { qdaOf, type QdaFile } from '../sources/qda';
import type { TextRange } from '../text/range';
import type { Problem, Rule } from './rule';
import { editFix } from './shared/suggestions';
import { textOf } from './shared/texts';

/** Reports a file under `qda:` that is not there, cannot be read, or is read in part only. */
export const qdaProject: Rule = {
  id: 'qda-project',
  severity: 'warning',
  scope: 'project',
  documentation: {
    summary:
      'A file under `qda:` cannot be read, so that no evidence can be compared with what was coded. A project that is cut off, damaged, protected by a password or no QDA project at all is a warning; export it anew. A file that is not there is an information, since confidential material often stays on one computer, and so is what could not be read of a file that otherwise was: a source that is kept outside, positions that do not fit its text.',
    files: { 'codings.csv': 'code,quotation,source\nFear,I did not sleep for a week,owner\n' },
    bad: `---
warrant:
  qda: interviews.qdpx
---

["I did not sleep for a week."]{.evidence #e-sleep display=context}
`,
    good: `---
warrant:
  qda: codings.csv
---

["I did not sleep for a week."]{.evidence #e-sleep display=context}
`,
    byHand:
      'The file has to be exported anew, or its path put right; only the entry can be taken out.',
  },
  *check(project) {
    for (const file of qdaOf(project).files) yield* problemsOf(file);
  },
  fix({ place }, project) {
    const text = textOf(project, place.uri);
    const line = text === undefined ? undefined : lineOfEntry(text, place.range);
    if (!line) return [];
    return [
      editFix('Take the file out of the configuration', place, [{ range: line, newText: '' }]),
    ];
  },
};

function* problemsOf({ entry, reading }: QdaFile): Iterable<Problem> {
  const { place, path } = entry;
  if (reading.state === 'missing') {
    const message = `${path} is not there, so that evidence cannot be compared with what was coded`;
    yield { message, place, severity: 'information' };
  } else if (reading.state === 'unreadable') {
    yield { message: `${path} cannot be read: ${reading.message}`, place };
  } else if (reading.state === 'read') {
    for (const message of reading.value.problems.slice(0, MOST)) {
      yield { message, place, severity: 'information' };
    }
  }
}

/** The line of an entry that stands on one by itself. */
function lineOfEntry(text: string, { start, end }: TextRange): TextRange | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next + 1;
  const isAlone =
    /^\s*(?:qda:|-)\s*$/.test(text.slice(from, start)) && text.slice(end, to).trim() === '';
  return isAlone ? { start: from, end: to } : undefined;
}

/** So many faults of one file have one cause. */
const MOST = 10;
