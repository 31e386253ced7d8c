import type { Attribute, Kind, Tag, Target } from '../model';
import type { Element, Project, ProjectFile, ReferenceUse } from '../project';
import type { Attributed } from '../syntax';
import type { TextEdit } from '../text/textEdit';
import type { Finding, Fix, Problem, Rule } from './rule';
import { addClass } from './shared/classEdits';
import { atOtherEnd, attributesNaming } from './shared/misplaced';
import { misspeltKind } from './shared/misspelling';
import { perKey } from './shared/perProject';
import { editFix } from './shared/suggestions';
import { addToList } from './shared/tagEdits';
import { problemsIn } from './shared/problems';
import { removeUse, tagWith, useAt } from './shared/usesEdits';

/** Reports references to something that cannot stand where it is named. */
export const wrongKind: Rule = {
  id: 'wrong-kind',
  severity: 'error',
  scope: 'element',
  documentation: {
    summary:
      'A reference names something that exists but cannot stand there: a claim where evidence is wanted, a heading that is no step, a source among the claims. The link that it should make is not made. Name what is meant, put the reference into the attribute where it belongs (a claim that another follows from stands in `from=`), or tag what it names.',
    bad: `---
warrant: true
---

[Crews worked on without a bonus]{.claim #c-bonus evidence="@crew2012"}.
[Trust outlived the incentives]{.claim #c-trust evidence=c-bonus}.
`,
    good: `---
warrant: true
---

[Crews worked on without a bonus]{.claim #c-bonus evidence="@crew2012"}.
[Trust outlived the incentives]{.claim #c-trust from=c-bonus}.
`,
  },
  check(element, project) {
    return problemsIn(project.referencesFrom(element), (use) => {
      const is = misfit(project, use);
      return is === undefined ? undefined : problem(use, is);
    });
  },
  fix(finding, project) {
    const use = useAt(project, finding.place);
    return use ? [...moveAlong(use, project), ...tagIt(finding, use, project)] : [];
  },
};

/** What a reference names, where that cannot stand there; undefined where it can, or where another rule says why not. */
function misfit(project: Project, use: ReferenceUse): string | undefined {
  const { attribute, resolution, target } = use;
  const targets = attribute?.definition.targets;
  if (!targets || !resolution) return undefined;
  switch (resolution.type) {
    case 'element': {
      if (targets.includes(resolution.element.kind)) return undefined;
      return isMeantOtherwise(project, target, targets)
        ? undefined
        : nounOf(resolution.element.kind);
    }
    case 'source':
      return targets.includes('source') ? undefined : 'a source';
    case 'citation':
      return targets.includes('citation') ? undefined : 'a citation';
    case 'id': {
      const source = carrierOf(use);
      if (source && misspeltKind(source, project.vocabulary)) return undefined;
      const { kind } = resolution.known;
      return kind === 'element' ? 'no tag of Warrant' : ANCHORS[kind];
    }
  }
}

/** Whether a tag with that id could stand there but for another fault: a doubled id, a second kind. */
function isMeantOtherwise(project: Project, id: string, targets: readonly Target[]): boolean {
  const kinds = kindsWithId(project, id);
  return targets.some((target) => kinds.has(target));
}

/** The kinds of all tags with an id. */
const kindsWithId = perKey(
  (project, id: string): ReadonlySet<string | undefined> =>
    new Set(
      project
        .tagsWithId(id)
        .flatMap(({ classToken, furtherKinds }) => [classToken, ...furtherKinds])
        .map(({ name }) => project.vocabulary.classes.get(name)?.kind),
    ),
);

const ANCHORS = {
  heading: 'a heading without a kind',
  cell: 'a code cell',
  equation: 'an equation',
  example: 'an example of a numbered list',
} as const;

function problem(
  { place, target, attribute, owner, resolution }: ReferenceUse,
  is: string,
): Problem {
  const name = attribute?.name ?? '';
  const wanted = (attribute?.definition.targets ?? []).map((kind) => PLURALS[kind]);
  const premise = isPremise(attribute?.name, owner, resolution)
    ? '; a claim that it follows from stands in from='
    : '';
  return {
    message: `${target} is ${is}, and ${name}= takes ${enumerate(wanted)}${premise}`,
    place,
    ...(owner ? { element: owner } : {}),
    ...(resolution?.type === 'element'
      ? {
          related: [
            {
              message: `${target} is this ${resolution.element.kind}`,
              place: resolution.element.place,
            },
          ],
        }
      : {}),
  };
}

const PLURALS: Readonly<Record<Target, string>> = {
  claim: 'claims',
  evidence: 'evidence',
  mechanism: 'mechanisms',
  step: 'steps',
  construct: 'constructs',
  citation: 'citations',
  source: 'sources',
};

function nounOf(kind: Kind): string {
  return kind === 'evidence' ? 'evidence' : `a ${kind}`;
}

function enumerate(words: readonly string[]): string {
  const last = words[words.length - 1] ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
}

function isPremise(
  name: string | undefined,
  owner: Element | undefined,
  resolution: ReferenceUse['resolution'],
): boolean {
  return (
    name === 'evidence' &&
    owner?.kind === 'claim' &&
    resolution?.type === 'element' &&
    resolution.element.kind === 'claim'
  );
}

/** Names the element in an attribute that takes its kind: of the same tag, or of its own one. */
function moveAlong(use: ReferenceUse, project: Project): Fix[] {
  const { attribute, owner, resolution, place } = use;
  const tag = attribute && owner && tagWith(owner, attribute);
  const file = project.file(place.uri);
  if (!attribute || !tag || !file || resolution?.type !== 'element') return [];
  const { element } = resolution;
  const names = attributesNaming(project, tag.kind, element);
  const own = names.flatMap((name) => {
    const edits = renamed(use, attribute, tag, name, file, project);
    const isObvious = isPremise(attribute.name, owner, resolution) && name === 'from';
    const title = isObvious
      ? `Make ${use.target} a premise (from=)`
      : `Write ${name}=${use.target}`;
    return edits.length > 0 ? [editFix(title, place, edits, isObvious)] : [];
  });
  if (own.length > 0) return own;
  return atOtherEnd(project, owner, element, { uri: place.uri, edits: removeUse(project, use) });
}

/** The key is another one, where the attribute holds nothing else; or else the reference moves. */
function renamed(
  use: ReferenceUse,
  attribute: Attribute,
  tag: Tag,
  name: string,
  { facts }: ProjectFile,
  project: Project,
): TextEdit[] {
  const isAlone = attribute.references.length === 1 && attribute.phrases.length === 0;
  if (isAlone && !tag.attributes.some((other) => other.name === name)) {
    return [{ range: attribute.keyRange, newText: name }];
  }
  const removal = removeUse(project, use);
  if (removal.length === 0) return [];
  return [...removal, ...addToList(facts.document.text, tag.source, name, [use.target])];
}

/** What has an id but no kind may be meant as just what is wanted: a figure as evidence, a heading as a step. */
function tagIt({ place }: Finding, use: ReferenceUse, project: Project): Fix[] {
  const kind = use.attribute?.definition.targets?.find((target): target is Kind =>
    project.vocabulary.classes.has(target),
  );
  const source = carrierOf(use);
  if (use.resolution?.type !== 'id' || !kind || !source) return [];
  const { uri } = use.resolution;
  const text = project.file(uri)?.facts.document.text ?? '';
  const edits = addClass(text, source, kind);
  return edits.length === 0
    ? []
    : [editFix(`Tag ${use.target} as ${nounOf(kind)}`, { ...place, uri }, edits)];
}

/** What bears an id that is written out. */
function carrierOf({ resolution }: ReferenceUse): Attributed | undefined {
  const source = resolution?.type === 'id' ? resolution.known.source : undefined;
  return source?.id && source;
}
