import {
  attributeName,
  ID_PREFIXES,
  readTagAttribute,
  type Kind,
  type KindDefinition,
} from '../model';
import type { Project } from '../project';
import type { AttributeToken } from '../syntax';
import type { TextRange } from '../text/range';
import type { TextEdit } from '../text/textEdit';
import { nameOf } from './naming';
import { placeName } from './places';
import { renameAt } from './renaming/rename';
import { cutsIn } from './tagging/cuts';
import { freshWith, takenIds } from './tagging/freshId';
import { refuse, retagging, type Refusal, type Retagging } from './tagging/result';
import { NO_TAG, tagAt, type Pointed } from './tagging/tagAt';

/** What making another kind of a tag comes to. */
export interface KindChange extends Retagging {
  /** The names of attributes that the new kind does not have, or not with such a value. */
  readonly unfit: readonly string[];
}

/** What becomes of attributes that the new kind does not have. */
export type UnfitPolicy = 'keep' | 'remove';

/**
 * Makes a tag of another kind of the one at a selection. An id that begins as those of its kind do follows, everywhere
 * in the project; attributes that the new kind has stay.
 * @param others the further projects that share the `warrant.yaml` of this one
 */
export function changeKind(
  project: Project,
  uri: string,
  selection: TextRange,
  kind: Kind,
  policy: UnfitPolicy = 'keep',
  others: readonly Project[] = [],
): KindChange | Refusal {
  const at = tagAt(project, uri, selection);
  if (!at) return refuse(NO_TAG);
  const { tag, element } = at;
  if (tag.kind === kind) return refuse(`${nameOf(element)} is tagged as ${kind} already`);
  const { text } = at.file.facts.document;
  const unfit = unfitAttributes(at, project.vocabulary.kinds[kind]);
  const { attributeRange } = tag.source;
  const edits: TextEdit[] = [
    { range: tag.classToken.range, newText: kind },
    ...(policy === 'remove'
      ? cutsIn(
          text,
          attributeRange,
          unfit.map(({ range }) => range),
        )
      : []),
  ];
  const notes: string[] = [];
  const renaming = rename(project, at, kind, others);
  if (!renaming.ok) notes.push(`The id stays as it is: ${renaming.message}`);
  const misfits = misfitNote(project, at, kind);
  if (misfits !== undefined) notes.push(misfits);
  const changes = renaming.ok ? renaming.changes : [];
  return {
    ...retagging([[uri, edits], ...changes], notes),
    unfit: unfit.map(({ key }) => attributeName(key)),
  };
}

/** The attributes of the vocabulary on a tag that another kind does not have, or not with such a value. */
function unfitAttributes(
  { tag, element }: Pointed,
  { attributes }: KindDefinition,
): AttributeToken[] {
  const own = new Set(tag.attributes.map(({ keyRange }) => keyRange.start));
  return tag.source.attributes.filter((token) => {
    if (!own.has(token.keyRange.start)) return false;
    const name = attributeName(token.key);
    const definition = attributes[name];
    // What restates a claim can be no restatement of it as something else.
    if (name === 'ref') return element.tag !== tag;
    return !definition || readTagAttribute(definition, tag.uri, token).problem !== undefined;
  });
}

/** Lets the id of a tag begin as those of another kind do, wherever it is written. */
function rename(
  project: Project,
  { tag, element }: Pointed,
  kind: Kind,
  others: readonly Project[],
) {
  const nothing = { ok: true, changes: new Map<string, TextEdit[]>() } as const;
  const prefix = ID_PREFIXES[tag.kind];
  // An occurrence is called as what it restates.
  if (!tag.id?.value.startsWith(prefix) || element.tag !== tag) return nothing;
  const id = freshWith(takenIds(project), kind, tag.id.value.slice(prefix.length));
  return renameAt(project, tag.uri, tag.id.range.start, id, others);
}

/** What names the tag by an attribute in which the new kind cannot stand. */
function misfitNote(project: Project, { element, tag }: Pointed, kind: Kind): string | undefined {
  const misfits = project.referencesTo(element).filter(({ attribute }) => {
    const targets = attribute?.definition.targets;
    const isOwn = attribute !== undefined && tag.attributes.includes(attribute);
    return targets !== undefined && !targets.includes(kind) && !isOwn;
  });
  const [first] = misfits;
  if (!first?.attribute) return undefined;
  const more = misfits.length > 1 ? `; so do ${misfits.length - 1} more` : '';
  const where = placeName(project, first.place);
  return `${first.attribute.name}= in ${where} names it, and takes no ${kind}${more}`;
}
