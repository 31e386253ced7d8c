import { attributeOf, type Element } from '../project';
import { qdaOf, selectionWithWords, type QdaSelection } from '../sources/qda';
import type { Problem, Rule } from './rule';
import { problemOf } from './shared/fixing';
import { nameSelection } from './shared/nameSelection';
import { NONE } from './shared/problems';

/** Reports `qda=` that names no selection of the QDA project, or several. */
export const unknownSelection: Rule = {
  id: 'unknown-selection',
  severity: 'warning',
  scope: 'element',
  kinds: ['evidence'],
  documentation: {
    summary:
      'Evidence names a selection of the QDA project by its GUID in `qda=`, and no file under `qda:` has it: it was deleted, or the project was exported anew from another copy. The rule also reports the beginning of a GUID that several selections share. It says nothing as long as one of the files cannot be read. Where one selection has the words of the evidence, the fix names that one.',
    config: 'qda: codings.csv\n',
    files: {
      'codings.csv': `guid,code,quotation,source
d1000001-0000-4000-8000-000000000001,Fear,I did not sleep for a week,owner
d1000002-0000-4000-8000-000000000002,Bonus,Nobody asked for the bonus,owner
`,
    },
    bad: `["I did not sleep for a week."]{.evidence #e-sleep qda=e4000007 display=context}
`,
    good: `["I did not sleep for a week."]{.evidence #e-sleep qda=d1000001 display=context}
`,
    byHand:
      'Which selection is meant can be told only where one of them has the words of the evidence.',
  },
  check(element, project) {
    const attribute = attributeOf(element, 'qda');
    if (!attribute) return NONE;
    const qda = qdaOf(project);
    if (!qda.isComplete || qda.selections.length === 0) return NONE;
    const found = qda.index.find(attribute.text);
    if (found.length === 1) return NONE;
    const { place } = attribute;
    if (found.length > 1) return [ambiguous(element, attribute.text, found, place)];
    const same = selectionWithWords(project, element.text);
    const hint = same
      ? `; the selection ${qda.index.shortest(same)} of ${same.source.name} has its words`
      : '; it was deleted, or the project was exported from another copy';
    return [
      problemOf(element, `No QDA file has the selection ${attribute.text}${hint}`, {
        place,
        ...(same ? { data: { guid: qda.index.shortest(same) } } : {}),
      }),
    ];
  },
  fix: nameSelection,
};

function ambiguous(
  element: Element,
  written: string,
  found: readonly QdaSelection[],
  place: Problem['place'],
): Problem {
  const message = `${String(found.length)} selections have a GUID that begins with ${written}; write more of its digits`;
  return problemOf(element, message, { place });
}
