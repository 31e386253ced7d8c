import type { Source } from '../config';
import { attributesOf, type Element, type Project } from '../project';
import { checkQuotationsOf, type CheckedQuotation } from '../sources/quotations';
import { contentOf, isInQdaProject, TEXT } from '../sources/contents';
import type { SourceText } from '../sources/texts';
import { touches, type TextRange } from '../text/range';
import { tagsAt, type Introduction } from './subjectAt';

/** The evidence whose `loc=` stands at an offset of a manuscript or of `warrant.yaml`, and where its value stands. */
export interface LocatorAt {
  readonly evidence: Element;
  readonly place: string;
  readonly range: TextRange;
}

/** The value of a `loc=` at an offset. */
export function locatorAt(project: Project, uri: string, offset: number): LocatorAt | undefined {
  const candidates = project.file(uri)
    ? tagsAt(project, uri, offset).flatMap((tag) => project.elementOf(tag) ?? [])
    : project.elementsOfKind('evidence');
  for (const evidence of candidates) {
    if (evidence.kind !== 'evidence') continue;
    const loc = attributesOf(evidence, 'loc').find(
      ({ place }) => place.uri === uri && touches(place.range, offset),
    );
    if (loc) return { evidence, place: loc.text, range: loc.place.range };
  }
  return undefined;
}

/**
 * Where in the files of its sources evidence stands: where its quotations were found; else where its `loc=` leads; else the
 * files as they begin. Of a source in a QDA project, which no editor shows, where it is declared.
 */
export function passagesOf(project: Project, evidence: Element, place?: string): Introduction[] {
  const found = checkQuotationsOf(project, evidence).flatMap(({ checked }) =>
    checked ? passageOf(checked) : [],
  );
  if (found.length > 0) return found;
  return project.linksFrom(evidence, 'source').flatMap(({ to }) => {
    const source = to.type === 'source' ? project.source(to.id) : undefined;
    const content = source && contentOf(project, source, TEXT);
    if (!content || content.reading.state === 'missing') return [];
    if (isInQdaProject(content)) return [declarationOf(source)];
    const { uri, reading } = content;
    const text = reading.state === 'read' ? reading.value : undefined;
    const range = place === undefined ? undefined : text?.rangeOf(place);
    return [introduction(uri, text, range)];
  });
}

function passageOf(checked: CheckedQuotation): Introduction[] {
  const { uri, content, verdict, source } = checked;
  if (verdict.state !== 'verbatim' && verdict.state !== 'altered') return [];
  const [first] = verdict.passages;
  if (!first) return [];
  return [isInQdaProject(checked) ? declarationOf(source) : introduction(uri, content, first)];
}

function declarationOf({ idPlace, place }: Source): Introduction {
  return { ...(idPlace ?? place), whole: place.range };
}

/** A part of a source's text as a place of its file; of a file that is no text, its beginning. */
function introduction(
  uri: string,
  text: SourceText | undefined,
  range: TextRange | undefined,
): Introduction {
  const inFile = text?.offsetInFile?.bind(text);
  const whole =
    range && inFile
      ? { start: inFile(range.start), end: inFile(Math.max(range.start, range.end - 1)) + 1 }
      : { start: 0, end: 0 };
  return { uri, range: whole, whole };
}
