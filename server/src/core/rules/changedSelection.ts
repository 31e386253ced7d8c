import { attributeOf, perKey, type Element, type Project } from '../project';
import { declaredSource, qdaOf, selectionWithWords, type QdaSelection } from '../sources/qda';
import {
  checkQuotation,
  checkQuotationsOf,
  QuotationIndex,
  type FoundQuotation,
  type QuotationVerdict,
} from '../sources/quotations';
import { quotedWordsOf } from '../sources/quotations/quotedWords';
import type { Problem, Rule } from './rule';
import { isFaulty } from './shared/faults';
import { problemOf } from './shared/fixing';
import { nameSelection } from './shared/nameSelection';
import { NONE } from './shared/problems';
import { describeChange } from './shared/quotationChanges';

/** So many differences are told in one message. */
const MOST_NAMED = 3;

/** How much of a selection a message repeats. */
const MOST_WORDS = 80;

/** Reports evidence whose words are not those of the coded selection that it names. */
export const changedSelection: Rule = {
  id: 'changed-selection',
  severity: 'warning',
  scope: 'element',
  kinds: ['evidence'],
  documentation: {
    summary:
      'Evidence names a selection of the QDA project in `qda=`, and its quotation is not what is coded there. Either the wrong selection is named, or it was moved, cut or corrected since the quotation was taken: when the project is exported anew, the rule shows what no longer agrees. What differs only as quotations may (elisions in brackets, fillers, punctuation) is nothing; a translation is compared through `original=`. Where the text of the source is checked as well, altered words are left to `altered-quotation` and words that are not there to `quotation-not-found`; words that the source has, but not the selection, are worth a look.',
    config: 'qda: codings.csv\n',
    files: {
      'codings.csv': `guid,code,quotation,source
d1000001-0000-4000-8000-000000000001,Fear,I did not sleep for a whole week,owner
d1000002-0000-4000-8000-000000000002,Bonus,Nobody at the table asked for the bonus,owner
`,
    },
    bad: `["I did not sleep for a whole week."]{.evidence #e-sleep qda=d1000002 display=context}
`,
    good: `["I did not sleep for a whole week."]{.evidence #e-sleep qda=d1000001 display=context}
`,
    byHand:
      'Which selection is meant, or which words are right, can be told only where one selection has the words.',
  },
  check(element, project) {
    const attribute = attributeOf(element, 'qda');
    if (!attribute || isFaulty(project, element, ['qda', 'original', 'form'])) return NONE;
    const [selection, ...others] = qdaOf(project).index.find(attribute.text);
    if (!selection || others.length > 0 || selection.text.trim() === '') return NONE;
    const inSource = new Map(
      checkQuotationsOf(project, element).map(({ checked }) => [
        checked?.text.trim(),
        checked?.verdict.state,
      ]),
    );
    return textsOf(project, element).flatMap((text): Problem[] => {
      const verdict = verdictOn(project, element, selection, text);
      const found = inSource.get(text.trim());
      if (verdict?.state === 'not-found') {
        // What its source does not have either is told by `quotation-not-found`, unless another selection has it.
        const isTold = found === 'not-found' && !selectionWithWords(project, text);
        return isTold ? [] : [notThere(project, element, selection, text)];
      }
      if (verdict?.state !== 'altered' || found === 'altered') return [];
      const isVerbatim = found === 'verbatim';
      return [altered(project, element, selection, verdict, isVerbatim)];
    });
  },
  fix: nameSelection,
};

/** What is compared: the quotations, or the words in the original language. */
function textsOf(project: Project, element: Element): readonly string[] {
  const original = attributeOf(element, 'original')?.text.trim() ?? '';
  if (original !== '') return [original];
  return quotedWordsOf(project, element).map(({ text }) => text);
}

function verdictOn(
  project: Project,
  element: Element,
  selection: QdaSelection,
  text: string,
): QuotationVerdict | undefined {
  const source = declaredSource(project, selection.source);
  const isOriginal = attributeOf(element, 'original') !== undefined;
  const lang = isOriginal ? source?.lang : attributeOf(element, 'lang')?.text;
  const key = [selection.guid, source?.lang ?? '', lang ?? '', text];
  return verdictOf(project, JSON.stringify(key));
}

/** Kept by selection, languages and words; asked anew when the QDA project has changed. */
const verdictOf = perKey((project, key: string): QuotationVerdict | undefined => {
  const [guid = '', sourceLang = '', lang = '', text = ''] = JSON.parse(key) as string[];
  const [selection] = qdaOf(project).index.find(guid);
  if (!selection) return undefined;
  const quoted = { text: selection.text, turns: [], marks: [] };
  const index = new QuotationIndex(quoted, sourceLang === '' ? undefined : sourceLang);
  return checkQuotation(text, index, lang === '' ? {} : { lang });
});

function notThere(
  project: Project,
  element: Element,
  selection: QdaSelection,
  text: string,
): Problem {
  const { index } = qdaOf(project);
  const same = selectionWithWords(project, text);
  const guid = same && index.shortest(same);
  const hint = guid === undefined ? '' : `; these are the words of ${guid}`;
  return problemOf(
    element,
    `The coded selection ${index.shortest(selection)} of ${selection.source.name} reads “${shortened(selection.text)}”${hint}`,
    guid === undefined ? {} : { data: { guid } },
  );
}

function altered(
  project: Project,
  element: Element,
  selection: QdaSelection,
  { changes }: FoundQuotation,
  isVerbatim: boolean,
): Problem {
  const told = changes.slice(0, MOST_NAMED).map(describeChange);
  const rest = changes.length - told.length;
  const more = rest > 0 ? [`${String(rest)} more`] : [];
  const name = qdaOf(project).index.shortest(selection);
  return problemOf(
    element,
    `The quotation differs from the coded selection ${name}: ${[...told, ...more].join('; ')}`,
    // Words that its source has are rightly quoted, though not all of them are coded.
    changes.some(({ isGrave }) => isGrave) && !isVerbatim ? {} : { severity: 'information' },
  );
}

function shortened(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length > MOST_WORDS ? `${folded.slice(0, MOST_WORDS - 1)}…` : folded;
}
