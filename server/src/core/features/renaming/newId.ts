import { crossReference, suitsCarrier, type Place } from '../../model';
import type { Project } from '../../project';
import { placeName } from '../places';
import { identifiersOf, isId, isTagged, type Name } from './names';
import type { Occurrence } from './occurrences';

/** What Pandoc reads as an id in every version and wherever it may stand (Pandoc manual, `attributes`). */
const VALID = /^\p{L}(?:[\p{L}\p{N}\p{M}_:.-]*[\p{L}\p{N}\p{M}])?$/u;

/** What YAML takes for something else than a text. */
const YAML_WORD = /^(?:true|false|null|yes|no|on|off)$/i;

/** The id that an author has typed, who may have typed its sigil as well. */
export function typedId(typed: string): string {
  return typed.trim().replace(/^[#@]/, '');
}

/** Why what has a name at some places cannot have a new id; nothing where it can. */
export function objectionTo(
  project: Project,
  name: Name,
  newId: string,
  found: readonly Occurrence[],
): string | undefined {
  if (newId === '') return 'An id has at least one letter';
  if (!VALID.test(newId)) return invalid(newId);
  if (YAML_WORD.test(newId)) return `YAML reads “${newId}” as something else than an id`;
  const taken = takenBy(project, newId, confinedTo(project, name, found));
  if (taken !== undefined) return `The id ${newId} is taken by ${taken}`;
  if (name.of === 'source') return undefined;
  const citation = found.find(({ role }) => role === 'citation');
  return crossReferenceObjection(project, name, newId, citation);
}

/** The file outside which nobody speaks of a plain part: parts of other files may have the same id. */
function confinedTo(
  project: Project,
  name: Name,
  found: readonly Occurrence[],
): string | undefined {
  const [first] = found;
  const isConfined = found.every(({ uri }) => uri === first?.uri) && !isTagged(project, name);
  return isConfined && name.of === 'id' ? first?.uri : undefined;
}

function invalid(newId: string): string {
  if (/\s/.test(newId)) return 'An id holds no blanks';
  if (!/^\p{L}/u.test(newId)) {
    return `An id begins with a letter: Pandoc before version 3 does not read “${newId}” as one`;
  }
  if (/[_:.-]$/.test(newId)) return 'An id ends with a letter or a digit';
  return 'An id consists of letters, digits and the characters - _ : .';
}

/** What has an id already, as people say it. */
function takenBy(project: Project, id: string, only: string | undefined): string | undefined {
  const element = project.element(id);
  if (element) return `the ${element.kind} in ${placeName(project, element.place)}`;
  const source = project.source(id);
  if (source) return `the source in ${placeName(project, source.place)}`;
  const first = project.knownIds(id).find(({ uri }) => only === undefined || uri === only);
  if (!first) return undefined;
  const { known, uri } = first;
  const what = known.kind === 'element' ? (known.source?.carrier ?? 'element') : known.kind;
  const place = placeName(project, { uri, range: known.range });
  return `the ${what} in ${place}`;
}

/** Quarto and pandoc-crossref number what has an id of theirs, and take `@id` for a reference to it. */
function crossReferenceObjection(
  project: Project,
  name: Name,
  after: string,
  citation: Place | undefined,
): string | undefined {
  const before = name.id;
  const [old, reserved] = [crossReference(before), crossReference(after)];
  if (old?.prefix === reserved?.prefix) return undefined;
  if (reserved) {
    const carriers = identifiersOf(project, name).map(({ known }) => known.source?.carrier);
    // A figure or a table is to be one, where its author says so.
    const isRight = carriers.every((carrier) => carrier && suitsCarrier(reserved, carrier));
    if (carriers.length > 0 && isRight) return undefined;
    const hint = old && isId(project, before) ? `; it must go on to begin with ${old.prefix}` : '';
    return `Ids that begin with ${reserved.prefix} are cross-references of ${reserved.tool}${hint}`;
  }
  if (!old || !citation) return undefined;
  const where = placeName(project, citation);
  return `@${before} is cited as a cross-reference in ${where}; the id must begin with ${old.prefix}`;
}
