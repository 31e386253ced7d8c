import type { Place } from '../../model';
import {
  attributeOf,
  challengesTo,
  claimsOf,
  elementOfNode,
  isAdmittedGap,
  needsNoSupport,
  partsOf,
  perKey,
  premisesOf,
  stepsOf,
  supportOf,
  termOf,
  valueOf,
  type Element,
  type Link,
  type Project,
} from '../../project';
import { lacksGrounds, WANTS_GROUNDS } from '../grounds';
import { count } from '../markdown';
import { lacksEvidence } from '../mechanismGaps';
import { usesOf } from '../uses';

/** What a lens is about. */
export const LENS_PARTS = [
  'evidence',
  'citations',
  'premises',
  'against',
  'warrant',
  'answers',
  'supports',
  'challenges',
  'steps',
  'bare-steps',
  'claims',
  'uses',
] as const;

/** One of the things that a lens can say of an element. */
export type LensPart = (typeof LENS_PARTS)[number];

/** Something to be said above an element. */
export interface Lens {
  readonly element: Element;
  readonly part: LensPart;
  /** Where the tag begins; it moves with the text. */
  readonly at: { readonly start: number };
  /** How the element is called, for the first lens of each of several elements in one line. */
  readonly name: string;
}

/** What a lens says, and what it leads to. */
export interface LensDetail {
  readonly title: string;
  /** What it counts. */
  readonly places: readonly Place[];
  /** The attribute that would say what is missing. */
  readonly missing?: string;
}

/**
 * The lenses of a manuscript: what the elements that are introduced there rest on and what rests on them, in their order.
 * The list stays the same until what it was read from changes.
 */
export const lensesOf = perKey((project, uri: string): readonly Lens[] => {
  const file = project.file(uri);
  if (!file?.participates) return [];
  return file.facts.tags.flatMap((tag) => {
    const element = project.elementOf(tag);
    if (element?.tag !== tag) return [];
    const name = element.id ?? tag.classToken.name;
    return partsOfElement(project, element).map((part): Lens => {
      return { element, part, at: tag.source.range, name };
    });
  });
});

function partsOfElement(project: Project, element: Element): LensPart[] {
  const given = (part: LensPart, isSo: boolean): LensPart[] => (isSo ? [part] : []);
  switch (element.kind) {
    case 'claim': {
      const links = supportOf(project, element);
      const type = valueOf(element, 'type') ?? '';
      const isEvidenced = links.some(({ from }) => from.type === 'element');
      return [
        ...given('evidence', isEvidenced || lacksGrounds(project, element)),
        ...given('citations', citationPlaces(project, element).length > 0),
        ...given('premises', premisesOf(project, element).length > 0),
        ...given('against', challengesTo(project, element).length > 0),
        ...given(
          'warrant',
          attributeOf(element, 'warrant') !== undefined ||
            (WANTS_GROUNDS.has(type) && !needsNoSupport(element) && !isAdmittedGap(element)),
        ),
        ...given('answers', type === 'question'),
      ];
    }
    case 'evidence': {
      const challenges = project.linksFrom(element, 'challenges').length > 0;
      const isScene = valueOf(element, 'display') === 'context';
      const supports = project.linksFrom(element, 'supports').length > 0;
      return [
        ...given('supports', supports || (!challenges && !isScene)),
        ...given('challenges', challenges),
      ];
    }
    case 'mechanism':
      return [
        'steps',
        ...given('bare-steps', bareSteps(project, element).length > 0),
        ...given('claims', claimsOf(project, element).length > 0),
      ];
    case 'step':
      return given(
        'evidence',
        supportOf(project, element).length > 0 || lacksEvidence(project, element),
      );
    case 'construct':
      return termOf(element) === '' ? [] : ['uses'];
  }
}

/** What a lens says. What it counts is looked up when it comes into view. */
export function lensDetail(project: Project, element: Element, part: LensPart): LensDetail {
  switch (part) {
    case 'evidence': {
      const places = sources(supportOf(project, element));
      if (places.length === 0) return { title: 'no evidence', places, missing: 'evidence' };
      return { title: `${places.length} evidence`, places };
    }
    case 'citations':
      return counted(citationPlaces(project, element), 'citation');
    case 'premises':
      return counted(premisesOf(project, element).map(placeOf), 'premise');
    case 'against': {
      const links = challengesTo(project, element);
      return { title: `${links.length} against`, places: sources(links) };
    }
    case 'warrant': {
      const warrant = attributeOf(element, 'warrant');
      if (!warrant?.text.trim()) return { title: 'no warrant', places: [], missing: 'warrant' };
      return { title: 'warrant', places: [warrant.place] };
    }
    case 'answers': {
      const places = sources(project.linksTo(element, 'answers'));
      return places.length === 0 ? { title: 'no answer yet', places } : counted(places, 'answer');
    }
    case 'supports':
    case 'challenges': {
      const places = targets(project.linksFrom(element, part));
      if (places.length === 0) return { title: `${part} nothing yet`, places, missing: part };
      return { title: `${part} ${places.length}`, places };
    }
    case 'steps': {
      const places = stepsOf(project, element).map(placeOf);
      if (places.length > 0) return counted(places, 'step');
      const parts = partsOf(project, element).map(placeOf);
      return parts.length > 0 ? counted(parts, 'part') : { title: 'no steps', places };
    }
    case 'bare-steps': {
      const places = bareSteps(project, element).map(placeOf);
      return { title: `${places.length} without evidence`, places };
    }
    case 'claims': {
      const places = claimsOf(project, element).map(placeOf);
      return { title: `reported by ${count(places.length, 'claim')}`, places };
    }
    case 'uses': {
      const places = usesOf(project, { type: 'element', element });
      if (places.length === 0) return { title: 'not used yet', places };
      return { title: `used ${count(places.length, 'time')}`, places };
    }
  }
}

function counted(places: readonly Place[], noun: string): LensDetail {
  return { title: count(places.length, noun), places };
}

function bareSteps(project: Project, mechanism: Element): Element[] {
  return stepsOf(project, mechanism).filter((step) => lacksEvidence(project, step));
}

/** Where works are cited for a claim: in its attributes, or in its sentence; each work once. */
function citationPlaces(project: Project, claim: Element): Place[] {
  const places = new Map<string, Place>();
  for (const { from, declarations } of supportOf(project, claim)) {
    const place = declarations[0]?.place;
    if (from.type === 'citation' && place) places.set(from.key, place);
  }
  const { uri } = claim.place;
  for (const { key, range } of project.citationsInSentence(claim.place)) {
    if (!places.has(key)) places.set(key, { uri, range });
  }
  return [...places.values()];
}

function sources(links: readonly Link[]): Place[] {
  return links.flatMap(({ from, declarations }) => {
    const element = elementOfNode(from);
    if (element) return placeOf(element);
    return from.type === 'citation' ? [] : (declarations[0]?.place ?? []);
  });
}

function targets(links: readonly Link[]): Place[] {
  return links.flatMap(({ to }) => {
    const element = elementOfNode(to);
    return element ? placeOf(element) : [];
  });
}

function placeOf({ place }: Element): Place {
  return place;
}
