import type { Source } from '../config';
import type { Place } from '../model';
import { attributesOf, type Element, type Project } from '../project';
import { checkQuotationsOf, type CheckedQuotation } from '../sources/quotations';
import { contentOf, isInQdaProject, TEXT } from '../sources/contents';
import type { SourceText } from '../sources/texts';
import { touches, type TextRange } from '../text/range';
import { tagsAt, type Introduction } from './subjectAt';

/** A text of a source: the file that holds it, and what the QDA project in that file calls it. */
export interface TextAddress {
  readonly uri: string;
  readonly within?: string;
}

/** The URI of a document in which an editor shows a text that it cannot open: one in a QDA project, or of a Word document. */
export type TextUri = (text: TextAddress) => string;

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
 * files as they begin. Of a source in a QDA project that cannot be shown, where it is declared.
 * @param textUri for editors that show what is no text file
 */
export function passagesOf(
  project: Project,
  evidence: Element,
  place?: string,
  textUri?: TextUri,
): Introduction[] {
  const found = checkQuotationsOf(project, evidence).flatMap(({ checked }) => {
    const range = checked && firstPassage(checked);
    return range ? [introduction(checked, checked.content, range, checked.source, textUri)] : [];
  });
  if (found.length > 0) return found;
  return project.linksFrom(evidence, 'source').flatMap(({ to }) => {
    const source = to.type === 'source' ? project.source(to.id) : undefined;
    const content = source && contentOf(project, source, TEXT);
    if (!content || content.reading.state === 'missing') return [];
    const { reading } = content;
    const text = reading.state === 'read' ? reading.value : undefined;
    const range = place === undefined ? undefined : text?.rangeOf(place);
    return [introduction(content, text, range, source, textUri)];
  });
}

/** Where the first passage of a quotation can be shown; undefined where it was not found, or nothing shows it. */
export function shownPassage(
  checked: CheckedQuotation,
  textUri: TextUri | undefined,
): Place | undefined {
  const passage = firstPassage(checked);
  if (!passage || !(checked.content.offsetInFile ?? textUri)) return undefined;
  const { uri, range } = introduction(checked, checked.content, passage, checked.source, textUri);
  return { uri, range };
}

function firstPassage({ verdict }: CheckedQuotation): TextRange | undefined {
  if (verdict.state !== 'verbatim' && verdict.state !== 'altered') return undefined;
  return verdict.passages[0];
}

function declarationOf({ idPlace, place }: Source): Introduction {
  return { ...(idPlace ?? place), whole: place.range };
}

/** A part of a source's text as a place: of its file, else of the document that shows it, else where the file begins. */
function introduction(
  { uri, within }: TextAddress,
  text: SourceText | undefined,
  range: TextRange | undefined,
  source: Source,
  textUri: TextUri | undefined,
): Introduction {
  const address = within === undefined ? { uri } : { uri, within };
  if (text && !text.offsetInFile && textUri) {
    const shown = range ?? BEGINNING;
    return { uri: textUri(address), range: shown, whole: shown };
  }
  if (isInQdaProject(address)) return declarationOf(source);
  const inFile = text?.offsetInFile?.bind(text);
  const whole =
    range && inFile
      ? { start: inFile(range.start), end: inFile(Math.max(range.start, range.end - 1)) + 1 }
      : BEGINNING;
  return { uri, range: whole, whole };
}

const BEGINNING: TextRange = { start: 0, end: 0 };
