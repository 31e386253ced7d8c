import type { Attribute, Kind, Place, Tag } from '../model';
import type { RegistryEntry } from '../config';

/** A claim, a piece of evidence, a mechanism, a step or a construct of the manuscript, counted once. */
export interface Element {
  /** Unique in the project, and the same as long as the element is the same. */
  readonly key: string;
  readonly kind: Kind;
  readonly id?: string;
  /** The tag that introduces it; absent for an entry of `elements:` that annotates untagged prose. */
  readonly tag?: Tag | undefined;
  /** Its entry under `elements:`. */
  readonly entry?: RegistryEntry | undefined;
  /** Further tags of the same element (`ref=`): restatements, uses. */
  readonly occurrences: readonly Tag[];
  /** Prose first, then the registry, then what occurrences add. */
  readonly attributes: readonly Attribute[];
  /** Where a finding about it stands: the tagged words, or the opening line of what is longer. */
  readonly place: Place;
  /** The tagged text as its reader sees it, white space folded; the quoted words of an anchored entry. */
  readonly text: string;
  /** The beginning of the text, of a fixed length: enough to name the element. */
  readonly beginning: string;
  /** For evidence whose words are held back from what is given away: why; see `holdBack`. */
  readonly withheld?: 'restricted' | 'confidential';
}

/** All that is written for an attribute, over the tag, the registry and further occurrences. */
export function attributesOf(element: Element, name: string): readonly Attribute[] {
  return element.attributes.filter((attribute) => attribute.name === name);
}

/** The first place where an attribute is written with a value that can be read. */
export function attributeOf(element: Element, name: string): Attribute | undefined {
  for (const attribute of element.attributes) {
    if (attribute.name === name && attribute.problem === undefined) return attribute;
  }
  return undefined;
}

/** The text of an attribute as written; where it is not, the default of the vocabulary, if any. */
export function valueOf(
  element: Element,
  name: string,
  defaults: Readonly<Record<string, string>> = DEFAULTS[element.kind],
): string | undefined {
  return attributeOf(element, name)?.text ?? defaults[name];
}

const DEFAULTS: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  claim: { type: 'finding', status: 'asserted' },
  evidence: {},
  mechanism: { status: 'theorized' },
  step: {},
  construct: { match: 'text' },
};
