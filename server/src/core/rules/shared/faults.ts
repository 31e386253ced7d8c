import { nearest, type Attribute, type Reference, type Tag } from '../../model';
import type { Element, Project } from '../../project';

/** The tags of an element: the one that introduces it and its further occurrences. */
export function tagsOf(element: Element): readonly Tag[] {
  return element.tag ? [element.tag, ...element.occurrences] : element.occurrences;
}

/**
 * Whether something is wrong with an element, or with what it says under one of these names, that another rule reports:
 * two kinds, a doubled id, a misspelt name, a value that cannot be read, a reference that leads nowhere. What is missing
 * then may well be there, so that one slip should not be reported twice.
 */
export function isFaulty(project: Project, element: Element, names: readonly string[]): boolean {
  const { id } = element;
  return (
    (id !== undefined && project.element(id) !== element) ||
    isFaultyTag(element.tag, names) ||
    element.occurrences.some((tag) => isFaultyTag(tag, names, true)) ||
    hasMisspeltEntry(element, names) ||
    element.attributes.some(
      (attribute) => names.includes(attribute.name) && isBroken(project, attribute),
    )
  );
}

/** Whether a tag has two kinds, a misspelt name or, where it should stand for itself, the id of another element. */
function isFaultyTag(tag: Tag | undefined, names: readonly string[], mayRefer = false): boolean {
  if (tag === undefined) return false;
  const { attributes, foreign, furtherKinds } = tag;
  return (
    furtherKinds.length > 0 ||
    (!mayRefer && attributes.some(({ name }) => name === 'ref')) ||
    (foreign.length > 0 && foreign.some(({ key }) => isMisspelt(key, names)))
  );
}

/** Whether some reference elsewhere, under one of these names, seems to mean an element by a misspelt id. */
export function isMisspeltElsewhere(
  project: Project,
  { id }: Element,
  names: readonly string[],
): boolean {
  return id !== undefined && names.some((name) => project.isMisspelt(name, id));
}

/** A name of fewer letters is near to others by chance. */
const LONG = 6;

/** Whether a key seems to mean a name: it differs by two letters, a short one by one, or has its letters in disorder. */
function isSlip(key: string, name: string): boolean {
  const letters = (word: string) => word.split('').sort().join('');
  return (
    nearest(key, [name], key.length < LONG ? 1 : undefined).length > 0 ||
    letters(key) === letters(name)
  );
}

function isMisspelt(key: string, names: readonly string[]): boolean {
  return names.some((name) => isSlip(key, name));
}

function hasMisspeltEntry({ entry, attributes }: Element, names: readonly string[]): boolean {
  if (!entry) return false;
  return entry.written.some(
    ({ key }) =>
      key !== 'cites' && !attributes.some(({ name }) => name === key) && isMisspelt(key, names),
  );
}

function isBroken(project: Project, attribute: Attribute): boolean {
  return (
    attribute.problem !== undefined ||
    attribute.references.some((reference) => !leadsSomewhere(project, attribute, reference))
  );
}

function leadsSomewhere(
  project: Project,
  { definition: { targets = [] } }: Attribute,
  { kind, target }: Reference,
): boolean {
  if (kind === 'citation') return targets.includes('citation');
  if (targets.includes('source') && project.source(target)) return true;
  const element = project.element(target);
  return element !== undefined && targets.includes(element.kind);
}
