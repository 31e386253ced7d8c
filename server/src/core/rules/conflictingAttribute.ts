import type { Attribute, Tag } from '../model';
import type { Element } from '../project';
import type { Problem, Rule } from './rule';
import { nameOf } from './shared/naming';
import { problemsNamed } from './shared/projectProblems';
import { suggest, suggestionFixes } from './shared/suggestions';
import { NONE } from './shared/problems';

/** Reports attributes with two different values. */
export const conflictingAttribute: Rule = {
  id: 'conflicting-attribute',
  severity: 'error',
  scope: 'element',
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
  check(element) {
    return saysTwice(element.attributes) ? conflictsOf(element) : NONE;
  },
  also: [problemsNamed('conflicting-attribute')],
  fix: suggestionFixes,
};

/** Most elements say everything once. */
function saysTwice(attributes: readonly Attribute[]): boolean {
  const { length } = attributes;
  if (length > FEW) return true;
  for (let index = 1; index < length; index++) {
    for (let before = 0; before < index; before++) {
      if (attributes[before]?.name === attributes[index]?.name) return true;
    }
  }
  return false;
}

/** More attributes than these are not compared one by one. */
const FEW = 12;

function* conflictsOf(element: Element): Iterable<Problem> {
  const first = new Map<string, Attribute>();
  let owners: ReturnType<typeof ownersIn> | undefined;
  for (const attribute of element.attributes) {
    if (!isScalar(attribute)) continue;
    const winner = first.get(attribute.name);
    if (!winner) first.set(attribute.name, attribute);
    else if (folded(attribute) !== folded(winner)) {
      owners ??= ownersIn(element);
      const apart = owners.get(attribute) !== owners.get(winner);
      if (apart && FREE_AT_OCCURRENCES.has(attribute.name)) continue;
      yield problem(element, attribute, winner);
    }
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

/** The occurrences on which attributes stand. */
function ownersIn({ occurrences }: Element): Map<Attribute, Tag> {
  const owners = new Map<Attribute, Tag>();
  for (const tag of occurrences) {
    for (const attribute of tag.attributes) owners.set(attribute, tag);
  }
  return owners;
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
