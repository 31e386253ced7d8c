import { attributesOf, type Element, type Project } from '../project';
import { setAttributes } from '../rules/shared/tagEdits';
import { checkQuotationsOf, type CheckedQuotation } from '../sources/quotations';
import type { TextRange } from '../text/range';
import type { TextEdit } from '../text/textEdit';
import { refuse, retagging, type Refusal, type Retagging } from './tagging/result';
import { tagAt } from './tagging/tagAt';

/**
 * Where the quotations of a piece of evidence were found, as `loc=` takes it: `min 12`, or `p. 3, p. 5` of two. Undefined
 * where not all were found in one source, where its tag does not take it, and where its `loc=` leads there or means nothing
 * to the source, such as the page of a printed transcript.
 */
export function placeToSet(project: Project, element: Element): string | undefined {
  const written = attributesOf(element, 'loc');
  if (!element.tag || written.some(({ origin }) => origin !== 'tag')) return undefined;
  const [loc] = written;
  const checks = checkQuotationsOf(project, element);
  const places = checks.map(({ checked }) => checked && foundPlace(checked, loc?.text));
  const sources = new Set(checks.map(({ checked }) => checked?.source.id));
  const found = places.filter((place) => place !== undefined);
  if (found.length === 0 || found.length < places.length || sources.size > 1) return undefined;
  return [...new Set(found)].join(', ');
}

/** @param loc the place that is given; nothing is found where it holds the passage, or is not understood */
function foundPlace({ content, verdict }: CheckedQuotation, loc?: string): string | undefined {
  if (verdict.state !== 'verbatim' && verdict.state !== 'altered') return undefined;
  const [passage] = verdict.passages;
  if (!passage) return undefined;
  const given = loc === undefined ? undefined : content.rangeOf(loc);
  const isKept = loc !== undefined && (!given || holds(given, passage));
  return isKept ? undefined : content.placeOf(passage.start);
}

function holds(place: TextRange, { start, end }: TextRange): boolean {
  return start < place.end && end > place.start;
}

/** Sets `loc=` of the evidence at a selection to where its quotations were found. */
export function setPlace(project: Project, uri: string, selection: TextRange): Retagging | Refusal {
  const element = tagAt(project, uri, selection)?.element;
  const edits = element && editsFor(project, element);
  return edits ? retagging([edits]) : refuse('Its quotation is not found in its source any more');
}

/** The evidence of a file that has no `loc=` though its quotations were found. */
export function withoutPlace(project: Project, uri: string): Element[] {
  return project
    .elementsOfKind('evidence')
    .filter(
      (element) =>
        element.tag?.uri === uri &&
        attributesOf(element, 'loc').length === 0 &&
        placeToSet(project, element) !== undefined,
    );
}

/** Sets `loc=` of all evidence of a file that has none, to where its quotations were found; what is given is kept. */
export function setAllPlaces(project: Project, uri: string): Retagging {
  return retagging(
    withoutPlace(project, uri).flatMap((element) => {
      const edits = editsFor(project, element);
      return edits ? [edits] : [];
    }),
  );
}

function editsFor(
  project: Project,
  element: Element,
): readonly [string, readonly TextEdit[]] | undefined {
  const loc = placeToSet(project, element);
  const { tag } = element;
  const text = tag && project.file(tag.uri)?.facts.document.text;
  if (loc === undefined || !tag || text === undefined) return undefined;
  return [tag.uri, setAttributes(text, tag.source, { loc })];
}
