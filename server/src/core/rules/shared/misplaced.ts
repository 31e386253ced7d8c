import type { Kind } from '../../model';
import { valueOf, type Element, type Project } from '../../project';
import type { TextEdit } from '../../text/textEdit';
import type { Fix } from '../rule';
import { joined, link } from './fixing';
import { labelOf } from './naming';
import { MAX_SUGGESTIONS } from './suggestions';

/**
 * Attributes that name other elements without saying anything against them, the likeliest first: what is named in the
 * wrong one of these can be moved to another.
 */
const NAMING = [
  'evidence',
  'from',
  'supports',
  'of',
  'parts',
  'parent',
  'constructs',
  'mechanism',
  'answers',
  'instantiates',
] as const;

/** The attributes of a kind that may name an element, the likeliest first. */
export function attributesNaming(
  project: Project,
  owner: Kind,
  target: Element,
): readonly string[] {
  const { attributes } = project.vocabulary.kinds[owner];
  const isQuestion = valueOf(target, 'type') === 'question';
  return NAMING.filter(
    (name) =>
      attributes[name]?.targets?.includes(target.kind) === true &&
      // A question is answered, and nothing else is; nothing follows from it.
      (target.kind !== 'claim' || (name === 'answers') === isQuestion),
  ).slice(0, MAX_SUGGESTIONS);
}

/** The fixes that declare a link at its other end, and take it away where it is. */
export function atOtherEnd(
  project: Project,
  owner: Element,
  target: Element,
  removal: { readonly uri: string; readonly edits: readonly TextEdit[] },
): Fix[] {
  if (removal.edits.length === 0 || owner === target) return [];
  return attributesNaming(project, target.kind, owner).flatMap((attribute) => {
    const title = `Write ${attribute}= on ${labelOf(target)} instead`;
    return joined(title, [
      [{ title, edits: new Map([[removal.uri, removal.edits]]) }],
      link(project, title, { element: target, attribute }, { element: owner }),
    ]);
  });
}
