import type { Project, ReferenceUse } from '../project';
import type { TextRange } from '../text/range';
import { nameOf } from './naming';
import { placeName } from './places';
import { referrersOf } from './tagging/dropReferences';
import { removal } from './tagging/removal';
import { refuse, retagging, type Refusal, type Retagging } from './tagging/result';
import { NO_TAG, tagAt } from './tagging/tagAt';
import { readsAlike } from './tagging/verify';

/** What taking a tag away comes to. */
export interface Untagging extends Retagging {
  /** How many references in the attributes of other tags name what is no tag any more, or did until the edits. */
  readonly references: number;
}

/** What becomes of the references to a tag that is taken away. */
export type ReferencePolicy = 'keep' | 'remove';

/**
 * Takes the tag at a selection away and gives the text back as it was before it was tagged. References to it that stay
 * lead nowhere then.
 */
export function untag(
  project: Project,
  uri: string,
  selection: TextRange,
  policy: ReferencePolicy = 'keep',
): Untagging | Refusal {
  const at = tagAt(project, uri, selection);
  if (!at) return refuse(NO_TAG);
  const { tag, element } = at;
  const { document } = at.file.facts;
  const edits = removal(document, tag.source, project.vocabulary);
  if (edits.length === 0)
    return refuse(`The marks of ${nameOf(element)} cannot be told from its text`);
  // Others may still bear the name.
  const isLast = element.tag === tag && project.tagsWithId(tag.id?.value ?? '').length <= 1;
  const referrers = isLast ? referrersOf(project, element) : undefined;
  const notes: string[] = [];
  if (!readsAlike(document, edits, tag.source)) {
    notes.push('Without the tag, Pandoc reads the text otherwise: look at it');
  }
  const isDropped = policy === 'remove';
  const left = [...(isDropped ? [] : (referrers?.removable ?? [])), ...(referrers?.others ?? [])];
  const { entry } = element;
  const isAnchored = entry?.is !== undefined && entry.quote !== undefined;
  if (isLast && entry && !isAnchored) {
    notes.push(
      `The entry ${entry.id} in ${placeName(project, entry.place)} stands for no tag any more`,
    );
  }
  const first = left.find(({ place }) => place.uri === uri) ?? left[0];
  if (first) notes.push(stillNamed(project, first, left.length));
  const result = retagging([[uri, edits], ...(isDropped ? (referrers?.edits ?? []) : [])], notes);
  return { ...result, references: referrers?.removable.length ?? 0 };
}

function stillNamed(project: Project, { target, place }: ReferenceUse, count: number): string {
  const more = count > 1 ? ` and in ${count - 1} more ${count > 2 ? 'places' : 'place'}` : '';
  return `#${target} is still named in ${placeName(project, place)}${more}`;
}
