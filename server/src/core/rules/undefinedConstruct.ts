import {
  definitionsOf,
  documentAt,
  perKey,
  perProject,
  valueOf,
  wordingsOf,
  type Element,
  type Project,
} from '../project';
import { visibleText } from '../syntax';
import type { Rule } from './rule';
import { askFor, editTag, elementOfFinding, problemOf, setOn } from './shared/fixing';
import { isFaulty, tagsOf } from './shared/faults';
import { isOnlyInAbstract } from './shared/grounds';
import { capitalNamed, labelOf } from './shared/naming';
import { NONE } from './shared/problems';
import { setAttributes } from './shared/tagEdits';
import { termKey } from './shared/terms';

/** Reports constructs that are tagged but defined nowhere. */
export const undefinedConstruct: Rule = {
  id: 'undefined-construct',
  severity: 'warning',
  draft: 'information',
  scope: 'element',
  kinds: ['construct'],
  documentation: {
    summary:
      'A construct is defined once and then used alike; without a definition two readers understand two things. The rule reports constructs that have none: no `def=`, no tagged text of five words or more, no entry under `elements:`, and no other construct of the same wording that is defined. Tag the words that define it, and name what they define with `term=`, or write the definition into `def=`. First-order concepts (`tier=concept`), which are the words of the informants, are left alone, and so are headings, whose section says what the construct is.',
    bad: `It needs enough [psychological safety]{.construct #k-safety} for a foreman to admit a mistake.
`,
    good: `It needs enough [psychological safety]{.construct #k-safety def="the belief that nobody is punished for admitting a mistake"} for a foreman to admit a mistake.
`,
  },
  check(construct, project) {
    if (isDefined(project, construct) || valueOf(construct, 'tier') === 'concept') return NONE;
    if (wordingsOf(construct).some((wording) => isDefinedTerm(project, termKey(wording)))) {
      return NONE;
    }
    if (isFaulty(project, construct, ['def', 'term', 'tier'])) return NONE;
    if (isOnlyInAbstract(project, construct)) return NONE;
    return [
      problemOf(
        construct,
        `${capitalNamed('construct', construct)} is defined nowhere; tag the words that define it, or give it a def`,
      ),
    ];
  },
  fix(finding, project) {
    const construct = elementOfFinding(finding, project);
    if (!construct) return [];
    return [
      ...askFor(project, construct, 'a definition', ['def']),
      ...usesOfDefined(project, construct).flatMap((other) =>
        editTag(project, construct, `Mark it as a use of ${labelOf(other)}`, (text, source) =>
          setAttributes(text, source, { ref: other.id ?? '' }),
        ),
      ),
      ...setOn(project, construct, 'Mark it as a concept in the words of the informants', {
        tier: 'concept',
      }),
    ];
  },
};

/** The wordings of all constructs that are defined. */
const definedTerms = perProject((project): ReadonlySet<string> => {
  const terms = new Set<string>();
  for (const construct of project.elementsOfKind('construct')) {
    for (const term of termsDefinedBy(project, construct)) terms.add(term);
  }
  return terms;
});

/** Whether some construct of a wording is defined: who asks depends on that alone. */
const isDefinedTerm = perKey((project, term: string) => definedTerms(project).has(term));

const termsDefinedBy = perKey((project, construct: Element): readonly string[] =>
  isDefined(project, construct) ? wordingsOf(construct).map(termKey) : [],
);

/** Whether some words say what a construct is: its own, those of a further occurrence, or the section that it heads. */
const isDefined = perKey((project, construct: Element): boolean => {
  if (definitionsOf(construct).length > 0) return true;
  if (isLong(construct.tag ? '' : construct.text)) return true;
  return tagsOf(construct).some(({ uri, source, extent }) => {
    const file = project.file(uri);
    if (!file) return false;
    const { start, end } =
      source.carrier === 'heading'
        ? { start: source.range.end, end: extent.end }
        : source.contentRange;
    return ENOUGH.some((enough) => {
      const range = { start, end: Math.min(end, start + enough) };
      return isLong(visibleText(documentAt(file, range), range).text);
    });
  });
});

/** As many words as make a definition. */
const DEFINITION_WORDS = 5;

/** So much of a passage is read to find that many, in UTF-16 units: mostly little is enough. */
const ENOUGH = [200, 2_000];

function isLong(text: string): boolean {
  return text.split(/\s+/).filter((word) => word !== '').length >= DEFINITION_WORDS;
}

/** Defined constructs whose term holds or is held by that of another: the short form of a longer term, and the like. */
function usesOfDefined(project: Project, construct: Element): Element[] {
  if (construct.id !== undefined) return [];
  const own = wordingsOf(construct).map(termKey);
  return project.elementsOfKind('construct').filter(
    (other) =>
      other.id !== undefined &&
      definitionsOf(other).length > 0 &&
      wordingsOf(other)
        .map(termKey)
        .some((term) => own.some((word) => term.includes(word) || word.includes(term))),
  );
}
