import { attributesOf, type Project } from '../project';
import {
  checkIn,
  checkQuotationsOf,
  hasSourceText,
  type QuotationCheck,
} from '../sources/quotations';
import { hasContent } from '../sources/contents';
import type { Fix, Rule } from './rule';
import { isFaulty } from './shared/faults';
import { elementOfFinding, problemOf, setOn } from './shared/fixing';
import { capitalNamed } from './shared/naming';
import { NONE } from './shared/problems';

/** In as many other sources a quotation is looked for. */
const MOST_SOURCES = 40;

/** Reports quotations that their source does not have. */
export const quotationNotFound: Rule = {
  id: 'quotation-not-found',
  severity: 'warning',
  scope: 'element',
  kinds: ['evidence'],
  documentation: {
    summary:
      'The first thing a reviewer looks up is whether a quotation is there. The rule reports a quotation of which the text of its source (`file:` under `sources:`, or in the QDA project) has nothing like it: it may come from another source, or be told in other words. Nothing is reported while the file is not there or cannot be read, of a few words that may be anything, and of a translation without `original=`. Name the source that has the words, or take off the quotation marks and write `form=paraphrase`.',
    config: `sources:
  - {id: owner, kind: interview, file: owner.txt}
  - {id: foreman, kind: interview, file: foreman.txt}
`,
    files: {
      'owner.txt': `INT: Why did you join?
R1: We did not join for the money, you know. The money was never mentioned.
`,
      'foreman.txt': `R2: Trust is what holds firms like ours together.
`,
    },
    bad: `[Trust came first]{.claim #c-trust}: ["Trust is what holds firms like ours together."]{.evidence #e-trust source=owner supports=c-trust}
`,
    good: `[Trust came first]{.claim #c-trust}: ["Trust is what holds firms like ours together."]{.evidence #e-trust source=foreman supports=c-trust}
`,
    byHand: 'Where no other source has the words, only the author knows where they are from.',
  },
  check(element, project) {
    if (!hasSourceText(project, element)) return NONE;
    if (isFaulty(project, element, ['source', 'original', 'form'])) return NONE;
    return checkQuotationsOf(project, element).flatMap((check) => {
      const { checked, quoted } = check;
      if (checked?.verdict.state !== 'not-found') return [];
      const { isOriginal, source } = checked;
      const [other] = otherSources(project, check);
      const message = [
        `${capitalNamed('quotation', element)} was not found in its source ${source.id}`,
        isOriginal ? ', by its original=' : '',
        other ? `; ${other.source.id} has these words` : '',
      ].join('');
      return [
        problemOf(element, message, {
          place: isOriginal ? element.place : { uri: quoted.uri, range: quoted.range },
        }),
      ];
    });
  },
  fix(finding, project) {
    const element = elementOfFinding(finding, project);
    if (!element || attributesOf(element, 'source').length === 0) return [];
    return checkQuotationsOf(project, element).flatMap((check): Fix[] => {
      if (check.checked?.verdict.state !== 'not-found') return [];
      return otherSources(project, check).flatMap(({ source, isVerbatim }) => {
        const title = `Name the source ${source.id}, which has these words`;
        return setOn(project, element, title, { source: source.id }, { preferred: isVerbatim });
      });
    });
  },
};

/** The other sources that have the words, as far as their files are read. */
function otherSources(project: Project, { element, quoted, checked }: QuotationCheck) {
  const others = project.sources.filter(
    (source) => source.id !== checked?.source.id && hasContent(project, source),
  );
  return others.slice(0, MOST_SOURCES).flatMap((source) => {
    const state = checkIn(project, element, quoted, [source]).checked?.verdict.state;
    const isVerbatim = state === 'verbatim';
    return isVerbatim || state === 'altered' ? [{ source, isVerbatim }] : [];
  });
}
