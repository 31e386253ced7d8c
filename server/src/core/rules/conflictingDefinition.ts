import {
  attributeOf,
  definitionsOf,
  termOf,
  type Definition,
  type Element,
  type Project,
} from '../project';
import type { TextEdit } from '../text/textEdit';
import type { Finding, Fix, Problem, Rule } from './rule';
import { elementOfFinding, joined, problemOf, setOn } from './shared/fixing';
import { tagsOf } from './shared/faults';
import { labelOf, nameOf, quoted } from './shared/naming';
import { isWritten, sigilOf } from './shared/references';
import { removeAttribute } from './shared/tagEdits';
import { termKey, wordsKey } from './shared/terms';
import { untag } from './shared/untag';

/** Reports constructs that are defined twice, differently. */
export const conflictingDefinition: Rule = {
  id: 'conflicting-definition',
  severity: 'warning',
  scope: 'project',
  documentation: {
    summary:
      'A term that is defined twice in different words leaves open which definition the argument uses. The rule reports the second one, be it of the same construct or of another with the same term. Keep one definition and tag the other passage as a use (`ref=`); or, where two things are meant, give them two terms or two values of `level`.',
    bad: `We call _mild solidarity_ [a bond that forbids members to take advantage of each other]{.construct #k-mild term="mild solidarity"}.

By mild solidarity we mean [a readiness to help whenever help costs nothing]{.construct #k-mild-2 term="mild solidarity"}.
`,
    good: `We call _mild solidarity_ [a bond that forbids members to take advantage of each other]{.construct #k-mild term="mild solidarity"}.

What we saw in the second year was [mild solidarity]{.construct ref=k-mild} again.
`,
  },
  *check(project) {
    const byTerm = new Map<string, Defined[]>();
    for (const construct of project.elementsOfKind('construct')) {
      const definitions = definitionsOf(construct);
      yield* withinOne(construct, definitions);
      const [definition] = definitions;
      if (!definition) continue;
      const key = termKey(termOf(construct));
      if (key === '') continue;
      const group = byTerm.get(key) ?? [];
      group.push({ construct, definition });
      byTerm.set(key, group);
    }
    for (const group of byTerm.values()) yield* betweenTwo(project, group);
  },
  fix: (finding, project) => [
    ...removeDefinition(finding, project),
    ...mergeWithFirst(finding, project),
    ...tellApart(finding, project),
  ],
};

/** A further `def` on a use of the same construct can go. */
function removeDefinition(finding: Finding, project: Project): Fix[] {
  const construct = elementOfFinding(finding, project);
  return (construct?.occurrences ?? []).flatMap(({ uri, source }) => {
    const def = source.attributes.find(
      ({ valueRange }) =>
        uri === finding.place.uri && valueRange.start === finding.place.range.start,
    );
    const text = project.file(uri)?.facts.document.text;
    if (!def || text === undefined) return [];
    const edits = new Map([[uri, removeAttribute(text, source, 'def')]]);
    return [{ title: 'Remove this definition', edits, preferred: true }];
  });
}

/** The second tag goes, its words stay, and what referred to it refers to the construct that was defined first. */
function mergeWithFirst(finding: Finding, project: Project): Fix[] {
  const [construct, first] = bothOf(finding, project);
  if (!construct?.tag || first?.id === undefined || construct.occurrences.length > 0) return [];
  const removal = untag(construct.tag, project.vocabulary);
  const uses = project.referencesTo(construct);
  if (removal.length === 0 || !uses.every((use) => isWritten(project, use))) return [];
  const edits = new Map<string, TextEdit[]>([[construct.tag.uri, [...removal]]]);
  for (const use of uses) {
    const { uri, range } = use.place;
    const newText = sigilOf(use) + first.id;
    edits.set(uri, [...(edits.get(uri) ?? []), { range, newText }]);
  }
  return [{ title: `Remove this tag, and mean ${labelOf(first)} everywhere`, edits }];
}

/** Two constructs of the same name may belong to different levels of analysis. */
function tellApart(finding: Finding, project: Project): Fix[] {
  const both = bothOf(finding, project);
  const [construct, first] = both;
  if (!construct || !first) return [];
  const title = 'Tell them apart by their level, to be filled in';
  const parts = both
    .filter((one) => one && attributeOf(one, 'level') === undefined)
    .map((one) => (one ? setOn(project, one, '', { level: '' }) : []));
  return joined(title, parts).map((fix) => ({ ...fix, unfinished: true }));
}

/** The construct that is defined once more, and the other one of the same term; the second is undefined for one construct. */
function bothOf(finding: Finding, project: Project): [Element | undefined, Element | undefined] {
  const { first } = finding.data;
  return [
    elementOfFinding(finding, project),
    typeof first === 'string' ? project.elementWithKey(first) : undefined,
  ];
}

interface Defined {
  readonly construct: Element;
  readonly definition: Definition;
}

/** Definitions of one construct that differ. */
function* withinOne(construct: Element, definitions: readonly Definition[]): Iterable<Problem> {
  const [first, ...others] = definitions.filter(
    // Beside a `def`, tagged words without a `term` are the term, however long they are.
    ({ place }) => place !== construct.place || attributeOf(construct, 'term') !== undefined,
  );
  if (!first) return;
  for (const other of others) {
    if (wordsKey(other.text) === wordsKey(first.text)) continue;
    yield conflict(construct, other, first);
  }
}

/** Constructs of the same term that are defined differently, unless they belong to different levels of analysis. */
function* betweenTwo(project: Project, [first, ...others]: Defined[]): Iterable<Problem> {
  if (!first) return;
  for (const { construct, definition } of others) {
    if (wordsKey(definition.text) === wordsKey(first.definition.text)) continue;
    if (isShadowed(project, construct) || areApart(construct, first.construct)) continue;
    yield conflict(construct, definition, first.definition, first.construct);
  }
}

function conflict(
  construct: Element,
  definition: Definition,
  first: Definition,
  other?: Element,
): Problem {
  return problemOf(
    construct,
    `${nameOf(construct)} is defined a second time, and differently: the first definition is ${quoted(first.text)}`,
    {
      place: definition.place,
      related: [{ message: 'The first definition', place: first.place }],
      ...(other ? { data: { first: other.key } } : {}),
    },
  );
}

/** Whether two constructs say at which level of analysis they are, and it is not the same. */
function areApart(a: Element, b: Element): boolean {
  const levels = [attributeOf(a, 'level'), attributeOf(b, 'level')].map((level) =>
    level ? wordsKey(level.text) : undefined,
  );
  return levels.every((level) => level !== undefined) && levels[0] !== levels[1];
}

/** A doubled id, or two kinds on one tag, is reported as such. */
function isShadowed(project: Project, construct: Element): boolean {
  return (
    (construct.id !== undefined && project.element(construct.id) !== construct) ||
    tagsOf(construct).some(({ furtherKinds }) => furtherKinds.length > 0)
  );
}
