import type { Attribute, Tag } from '../model';
import type { Element } from '../project';
import type { Problem, Rule } from './rule';
import { nameOf } from './shared/naming';
import { projectProblems } from './shared/projectProblems';
import { suggest, suggestionFixes } from './shared/suggestions';

/** Reports attributes with two different values. */
export const conflictingAttribute: Rule = {
  id: 'conflicting-attribute',
  severity: 'error',
  scope: 'project',
  documentation: {
    summary:
      'An attribute that holds one value has two: in the prose and under `elements:`, at two occurrences of one element, or twice on one tag. The prose goes before the registry and what stands first before what follows; the other value is lost. Lists are united and never conflict. A note, and what may well differ from one occurrence to the next (qualifier, scope, page, form), is left alone.',
    bad: `---
warrant:
  elements:
    c-favours: {type: finding}
---

[Trust feeds on small favours]{.claim #c-favours type=interpretation evidence="@crew2012"}.
`,
    good: `---
warrant:
  elements:
    c-favours: {qualifier: probable}
---

[Trust feeds on small favours]{.claim #c-favours type=interpretation evidence="@crew2012"}.
`,
  },
  *check(project) {
    yield* projectProblems(project, 'conflicting-attribute');
    for (const element of project.elements) yield* conflictsOf(element);
  },
  fix: suggestionFixes,
};

function* conflictsOf(element: Element): Iterable<Problem> {
  const first = new Map<string, Attribute>();
  for (const attribute of element.attributes) {
    if (!isScalar(attribute)) continue;
    const winner = first.get(attribute.name);
    if (!winner) first.set(attribute.name, attribute);
    else if (conflicts(element, attribute, winner)) yield problem(element, attribute, winner);
  }
}

const LISTS: ReadonlySet<string> = new Set(['refs', 'refs|text', 'phrases', 'tests']);

/** Judged by other rules (conflicting-definition), or rightly different in prose and registry. */
const FREE: ReadonlySet<string> = new Set(['note', 'def', 'ref']);

/** What may differ between two occurrences of one element; stronger-restatement judges the first two. */
const FREE_AT_OCCURRENCES: ReadonlySet<string> = new Set([
  'qualifier',
  'scope',
  'term',
  'form',
  'loc',
  'lang',
  'original',
  'display',
  'qda',
]);

function isScalar({ definition, name, origin, problem }: Attribute): boolean {
  return (
    origin !== 'class' && problem === undefined && !LISTS.has(definition.type) && !FREE.has(name)
  );
}

function conflicts(element: Element, attribute: Attribute, winner: Attribute): boolean {
  if (folded(attribute) === folded(winner)) return false;
  const apart = element.occurrences.some((tag) => holds(tag, attribute) !== holds(tag, winner));
  return !(apart && FREE_AT_OCCURRENCES.has(attribute.name));
}

function holds(tag: Tag, attribute: Attribute): boolean {
  return tag.attributes.includes(attribute);
}

/** References compare without their sigil. */
function folded({ references, text }: Attribute): string {
  const [reference] = references;
  return reference ? reference.target : text.replace(/\s+/g, ' ').trim();
}

function problem(element: Element, attribute: Attribute, winner: Attribute): Problem {
  const where =
    winner.origin === attribute.origin ? 'where it stands first' : 'in the prose, which counts';
  return {
    message: `${nameOf(element)} has ${attribute.name}=${attribute.text} here, but ${winner.text} ${where}`,
    place: attribute.place,
    element,
    related: [{ message: 'The value that counts', place: winner.place }],
    // A value of one word can be written over another without thought for quotes.
    data: suggest(/^[\p{L}\p{N}-]+$/u.test(winner.text) ? [winner.text] : []),
  };
}
