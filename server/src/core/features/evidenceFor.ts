import type { Element, Project } from '../project';
import type { WorkspaceEdits } from '../rules';
import type { TextRange } from '../text/range';
import { identify, linkTo } from './linkTags';
import { nameOf } from './naming';
import { linkAttribute, type Stance } from './tagging/linkAttribute';
import { trimRange } from './tagging/lines';
import { refuse, retagging, type Refusal } from './tagging/result';
import { tagAt } from './tagging/tagAt';
import { tagSelection } from './tagSelection';

/** What tagging evidence for something comes to. */
export interface EvidenceFor {
  readonly ok: true;
  readonly changes: WorkspaceEdits;
  /** The id of the new tag in the file of the selection after the edits; absent where it was tagged before. */
  readonly created?: { readonly id: string; readonly idRange: TextRange };
}

/**
 * Tags a selection as evidence for a claim, mechanism or step, or against it, and links the two: the selected text, or
 * without a selection the block quotation, the quotation or the sentence at the caret. What is evidence already is linked
 * only; what stands within a claim or step supports it without being told to.
 */
export function evidenceFor(
  project: Project,
  uri: string,
  selection: TextRange,
  target: Element,
  stance: Stance = 'for',
): EvidenceFor | Refusal {
  const attribute = linkAttribute('evidence', target.kind, stance);
  if (attribute === undefined) {
    return refuse(
      `${nameOf(target)} is a ${target.kind}, which evidence neither supports nor challenges`,
    );
  }
  if (isTagged(project, uri, selection)) {
    const linked = linkTo(project, uri, selection, target, stance);
    return linked.ok ? { ok: true, changes: linked.changes } : linked;
  }
  const identified = identify(project, target, target.tag);
  if (!identified) return refuse(`${nameOf(target)} can be given no id to name it by`);
  const isWithin = stance === 'for' && tagAt(project, uri, selection)?.element === target;
  const nests = isWithin && (target.kind === 'claim' || target.kind === 'step');
  const attributes = nests ? [] : [`${attribute}=${identified.id}`];
  const tagged = tagSelection(project, uri, selection, 'evidence', attributes);
  if (!tagged.ok) return tagged;
  const naming = nests ? [] : identified.edits;
  const { changes } = retagging([[uri, tagged.edits], ...naming]);
  const marks = tagged.edits.find(({ newText }) => newText.includes(`#${tagged.id}`));
  // An id that the target gets before the new tag moves it.
  const shift = naming
    .flatMap(([file, edits]) => (file === uri ? edits : []))
    .filter(({ range }) => marks !== undefined && range.start <= marks.range.start)
    .reduce((sum, { newText, range }) => sum + newText.length - (range.end - range.start), 0);
  const { start, end } = tagged.idRange;
  const idRange = { start: start + shift, end: end + shift };
  return { ok: true, changes, created: { id: tagged.id, idRange } };
}

/** Whether a selection is evidence already: a caret in it, or all of it. */
function isTagged(project: Project, uri: string, selection: TextRange): boolean {
  const at = tagAt(project, uri, selection, ['evidence']);
  if (!at) return false;
  const { start, end } = trimRange(at.file.facts.document.text, selection);
  const { range, contentRange } = at.tag.source;
  const isAll = [range, contentRange].some((one) => one.start === start && one.end === end);
  return isAll || selection.start === selection.end;
}
