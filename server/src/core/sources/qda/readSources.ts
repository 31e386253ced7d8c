import type { Milestone } from '../texts';
import type { Steps } from '../../steps';
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
export function* readSources(
  project: XmlElement,
  files: ProjectFiles,
  notes: Notes,
  problems: string[],
): Steps<ReadSource[]> {
  const sources: ReadSource[] = [];
  const elements = childrenOf(project, 'Sources').flatMap(({ children }) => children);
  for (const element of elements) {
    const kind = KINDS[element.name];
    if (!kind) continue;
    const inner = childrenOf(element, TEXT_OF[kind] ?? '');
    const texts = inner.length > 0 ? inner : [element];
    for (const textElement of texts) {
      const name = nameOf(element, textElement, texts.length);
      const text = yield* textOf(textElement, files, (why) => {
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
        ...minutesOf(textElement),
        memos: notes.of(element),
      };
      sources.push({ source, element, textElement, text });
      yield;
    }
  }
  return sources;
}

/** The points at which a transcript is tied to its recording; positions are taken for UTF-16 offsets, which they nearly are. */
function minutesOf(transcript: XmlElement): { minutes?: readonly Milestone[] } {
  const points = childrenOf(transcript, 'SyncPoint').flatMap((point) => {
    const offset = Number(attributeIn(point, 'position') ?? NaN);
    const time = Number(attributeIn(point, 'timeStamp') ?? NaN);
    if (!Number.isFinite(offset) || !Number.isFinite(time)) return [];
    return [{ offset, number: Math.floor(time / MINUTE) }];
  });
  const minutes = points.sort((a, b) => a.offset - b.offset);
  return minutes.length === 0 ? {} : { minutes };
}

/** In milliseconds, in which REFI-QDA gives times. */
const MINUTE = 60_000;

/** The text in an element or in the file that it names. */
export function* textOf(
  element: XmlElement,
  files: ProjectFiles,
  report: (why: string) => void,
): Steps<MarkedText | undefined> {
  const inline = childOf(element, 'PlainTextContent');
  if (inline) return withoutMark(inline.text);
  const path = attributeIn(element, 'plainTextPath');
  if (path === undefined) {
    report('the project holds no plain text of it');
    return undefined;
  }
  try {
    return yield* files.text(path);
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
