import {
  attributeOf,
  attributesOf,
  definitionsOf,
  documentAt,
  mentionsOf,
  sentenceAround,
  valueOf,
  type Element,
  type Project,
} from '../project';
import { overlaps } from '../text/range';
import type { Rule } from './rule';
import { isFaulty, isMisspeltElsewhere, tagsOf } from './shared/faults';
import { editTag, elementOfFinding, problemOf } from './shared/fixing';
import { nameOf } from './shared/naming';
import { editFix } from './shared/suggestions';
import { removeAttribute } from './shared/tagEdits';
import { untag } from './shared/untag';

/** Reports constructs that are defined and never heard of again. */
export const unusedConstruct: Rule = {
  id: 'unused-construct',
  severity: 'information',
  scope: 'element',
  kinds: ['construct'],
  documentation: {
    summary:
      'A definition promises that the term will do some work. The rule reports constructs that are defined but then neither named in the text, by term or `alias`, nor tagged again (`ref=`), nor referred to by another element. The sentence of the definition itself does not count. Parts of a data structure (`tier`) and constructs with a `parent` are left alone: their use is to be part of it. Use the term, or drop the definition.',
    bad: `By _calculative trust_ we mean [the confidence that a partner behaves because cheating
would cost it more]{.construct #k-calc term="calculative trust"}.

In the first year the firms counted every hour.
`,
    good: `By _calculative trust_ we mean [the confidence that a partner behaves because cheating
would cost it more]{.construct #k-calc term="calculative trust"}.

In the first year calculative trust prevailed: the firms counted every hour.
`,
  },
  *check(element, project) {
    if (definitionsOf(element).length === 0) return;
    if (element.occurrences.some((tag) => !isDefining(tag.attributes.map(({ name }) => name))))
      return;
    if (attributeOf(element, 'tier') || attributesOf(element, 'parent').length > 0) return;
    if (!isRecognisable(element) || isUsed(project, element)) return;
    if (isFaulty(project, element, ['term', 'alias', 'def', 'match', 'tier', 'parent'])) return;
    if (isMisspeltElsewhere(project, element, ALL_REFERENCES)) return;
    const tagged = valueOf(element, 'match') === 'tagged';
    yield problemOf(
      element,
      tagged
        ? `${nameOf(element)} is defined but never used; tag its uses with ref=${element.id ?? 'its id'}, for match=tagged hides those in plain text`
        : `${nameOf(element)} is defined but never used; use the term or drop the definition`,
    );
  },
  fix(finding, project) {
    const construct = elementOfFinding(finding, project);
    if (!construct) return [];
    const { tag } = construct;
    const untagging =
      tag && construct.occurrences.length === 0 ? untag(tag, project.vocabulary) : [];
    return [
      ...(valueOf(construct, 'match') === 'tagged'
        ? editTag(project, construct, 'Recognise its uses in plain text', (text, source) =>
            removeAttribute(text, source, 'match'),
          )
        : []),
      ...(tag && untagging.length > 0
        ? [editFix('Remove the tag, and keep its words', tag, untagging)]
        : []),
    ];
  },
};

/** The attributes by which an element may refer to a construct. */
const ALL_REFERENCES = [
  'ref',
  'constructs',
  'parent',
  'cause',
  'effect',
  'instantiates',
  'trigger',
  'outcome',
  'entities',
  'entity',
  'activity',
  'warrant',
  'backing',
  'extends',
  'contrasts',
] as const;

function isDefining(names: readonly string[]): boolean {
  return names.includes('def');
}

/** Whether plain-text uses could be found: an id alone is no wording that an author writes. */
function isRecognisable(element: Element): boolean {
  return (
    attributeOf(element, 'term') !== undefined ||
    attributesOf(element, 'alias').length > 0 ||
    attributesOf(element, 'def').length > 0
  );
}

function isUsed(project: Project, construct: Element): boolean {
  const referred = project
    .referencesTo(construct)
    .some(({ owner, attribute }) => owner !== construct || attribute?.name !== 'ref');
  if (referred) return true;
  const tags = tagsOf(construct);
  for (const { place, leaf } of mentionsOf(project).of(construct)) {
    const { uri } = place;
    const near = tags.filter((tag) => tag.uri === uri && overlaps(tag.source.range, leaf.range));
    const file = near.length > 0 ? project.file(uri) : undefined;
    const isIntroduction =
      file !== undefined &&
      near.some(({ source: { range } }) =>
        overlaps(sentenceAround(documentAt(file, range), range), place.range),
      );
    if (!isIntroduction) return true;
  }
  return false;
}
