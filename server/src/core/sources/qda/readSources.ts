import { withoutMark, type MarkedText } from './decodeBytes';
import { canonicalGuid } from './guids';
import type { ProjectFiles } from './projectFiles';
import type { QdaSource, QdaSourceKind } from './qdaProject';
import type { Notes } from './readNotes';
import { attributeIn, childOf, childrenOf, type XmlElement } from './xmlTree';

/** The elements of REFI-QDA for sources. */
const KINDS: Readonly<Record<string, QdaSourceKind>> = {
  TextSource: 'text',
  PDFSource: 'pdf',
  AudioSource: 'audio',
  VideoSource: 'video',
  PictureSource: 'picture',
};

/** The element in which the text of a source that is no text stands. */
const TEXT_OF: Readonly<Partial<Record<QdaSourceKind, string>>> = {
  pdf: 'Representation',
  audio: 'Transcript',
  video: 'Transcript',
  picture: 'TextDescription',
};

/** A source, with the element in which its text and the selections of it stand. */
export interface ReadSource {
  readonly source: QdaSource;
  readonly element: XmlElement;
  /** A recording may have several transcripts, each of which is a text of its own. */
  readonly textElement: XmlElement;
  readonly text: MarkedText | undefined;
}

/** Reads the sources of a project; what has no text that can be read is named in `problems` if something was coded there. */
export function readSources(
  project: XmlElement,
  files: ProjectFiles,
  notes: Notes,
  problems: string[],
): ReadSource[] {
  const elements = childrenOf(project, 'Sources').flatMap(({ children }) => children);
  return elements.flatMap((element) => {
    const kind = KINDS[element.name];
    if (!kind) return [];
    const inner = childrenOf(element, TEXT_OF[kind] ?? '');
    const texts = inner.length > 0 ? inner : [element];
    return texts.map((textElement) => {
      const name = nameOf(element, textElement, texts.length);
      const text = textOf(textElement, files, (why) => {
        if (hasSelections(textElement))
          problems.push(`The text of “${name}” could not be read: ${why}`);
      });
      const guid = attributeIn(element, 'guid');
      const path =
        attributeIn(element, 'path') ??
        attributeIn(element, 'richTextPath') ??
        attributeIn(textElement, 'plainTextPath');
      const source: QdaSource = {
        ...(guid === undefined ? {} : { guid: canonicalGuid(guid) }),
        name,
        kind,
        ...(path === undefined ? {} : { path }),
        ...(text ? { text: text.text } : {}),
        memos: notes.of(element),
      };
      return { source, element, textElement, text };
    });
  });
}

/** The text in an element or in the file that it names. */
export function textOf(
  element: XmlElement,
  files: ProjectFiles,
  report: (why: string) => void,
): MarkedText | undefined {
  const inline = childOf(element, 'PlainTextContent');
  if (inline) return withoutMark(inline.text);
  const path = attributeIn(element, 'plainTextPath');
  if (path === undefined) {
    report('the project holds no plain text of it');
    return undefined;
  }
  try {
    return files.text(path);
  } catch (error) {
    report(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

function nameOf(element: XmlElement, textElement: XmlElement, count: number): string {
  const path = attributeIn(element, 'path') ?? attributeIn(element, 'plainTextPath') ?? '';
  const own = attributeIn(element, 'name') ?? path.slice(path.lastIndexOf('/') + 1);
  const name = own === '' ? '(unnamed)' : own;
  const part = count > 1 ? attributeIn(textElement, 'name') : undefined;
  return part === undefined || part === name ? name : `${name}: ${part}`;
}

function hasSelections({ children }: XmlElement): boolean {
  return children.some(
    ({ name }) => name === 'PlainTextSelection' || name === 'TranscriptSelection',
  );
}
