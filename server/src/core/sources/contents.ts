import type { Source } from '../config';
import { perProject, type FileReader, type Project, type Reading } from '../project';
import { declaredSource, differing, qdaOf, readingOfQda, textsCalled, type QdaSource } from './qda';
import { isMedia, readSourceText, sourceFileUri, type SourceText } from './texts';
import { plainSource } from './texts/plainText';

/** Makes something of the text of a source, whether that is a file of its own or stands in a QDA project. */
export interface ContentReader<T> extends FileReader<T> {
  /** The same object for the same text. */
  of(text: SourceText): T;
}

/** The text of a source, as far as it is read, and where it stands. */
export interface Content<T> {
  /** The file that holds it. */
  readonly uri: string;
  /** What the QDA project in that file calls it; absent where the file itself is the text. */
  readonly within?: string;
  readonly reading: Reading<T>;
}

/** Reads the text alone. */
export const TEXT: ContentReader<SourceText> = {
  read: readSourceText,
  of: (text) => text,
};

/**
 * The text of a source: that of its file; of one in a QDA project (`file: study.qdpx`), or whose file is a recording, is not
 * there or cannot be read, that which the QDA project has. Undefined where it has neither.
 */
export function contentOf<T>(
  project: Project,
  source: Source,
  reader: ContentReader<T>,
): Content<T> | undefined {
  const uri = sourceFileUri(project, source);
  if (uri !== undefined && isQdaProject(uri)) return inFile(project, source, uri, reader);
  const own =
    uri === undefined || isMedia(uri) ? undefined : { uri, reading: project.external(uri, reader) };
  if (own && (own.reading.state === 'read' || own.reading.state === 'pending')) return own;
  const coded = codedTexts(project).get(source.id);
  if (!coded || (own && coded.texts.length > 1)) return own;
  return oneOf(coded.texts, coded.uri, reader);
}

/** The text of a source; of several, nobody can tell which one evidence is from. */
function oneOf<T>(
  [text, ...others]: readonly QdaSource[],
  uri: string,
  reader: ContentReader<T>,
): Content<T> | undefined {
  if (!text) return undefined;
  const within = text.name;
  if (others.length === 0) return { uri, within, reading: read(text, reader) };
  const message = `the QDA project holds ${others.length + 1} different texts that are called “${within}”; give each a name of its own there`;
  return { uri, within, reading: { state: 'unreadable', message } };
}

/** Whether a source may have a text, so that its quotations are to be looked up. */
export function hasContent(project: Project, source: Source): boolean {
  const uri = sourceFileUri(project, source);
  return (uri !== undefined && !isMedia(uri)) || codedTexts(project).has(source.id);
}

/** Whether a text stands in a QDA project, which no editor shows. */
export function isInQdaProject({ uri, within }: Pick<Content<unknown>, 'uri' | 'within'>): boolean {
  return within !== undefined || isQdaProject(uri);
}

/** What a reader makes of a text that {@link contentOf} has found. */
export function readingAt<T>(
  project: Project,
  { uri, within }: Pick<Content<T>, 'uri' | 'within'>,
  reader: ContentReader<T>,
): Reading<T> {
  if (within === undefined) return project.external(uri, reader);
  const reading = readingOfQda(project, uri);
  if (reading.state !== 'read') return reading;
  const source = reading.value.sources.find(
    ({ name, text }) => name === within && text !== undefined,
  );
  return source ? read(source, reader) : { state: 'missing' };
}

function isQdaProject(uri: string): boolean {
  return /\.(?:qdpx|qde)$/i.test(uri);
}

function inFile<T>(
  project: Project,
  source: Source,
  uri: string,
  reader: ContentReader<T>,
): Content<T> {
  const reading = readingOfQda(project, uri);
  if (reading.state !== 'read') return { uri, reading };
  const found = oneOf(textsCalled(reading.value, source), uri, reader);
  if (found) return found;
  const name = source.qda ?? source.id;
  const message = `the QDA project holds no text of a source that is called “${name}”; qda: takes its name there`;
  return { uri, reading: { state: 'unreadable', message } };
}

/** The texts that the QDA projects of a manuscript have of its declared sources, by their ids. */
const codedTexts = perProject((project) => {
  const found = new Map<string, { readonly uri: string; readonly texts: readonly QdaSource[] }>();
  for (const { uri, reading } of qdaOf(project).files) {
    if (reading.state !== 'read') continue;
    for (const text of reading.value.sources) {
      const source = text.text === undefined ? undefined : declaredSource(project, text);
      if (!source) continue;
      const known = found.get(source.id);
      if (!known) found.set(source.id, { uri, texts: [text] });
      // Of several files, the first counts.
      else if (known.uri === uri) {
        found.set(source.id, { uri, texts: differing([...known.texts, text]) });
      }
    }
  }
  return found;
});

function read<T>(source: QdaSource, reader: ContentReader<T>): Reading<T> {
  let text = TEXTS.get(source);
  if (!text) TEXTS.set(source, (text = plainSource(source.text ?? '', source.minutes)));
  return { state: 'read', value: reader.of(text) };
}

const TEXTS = new WeakMap<QdaSource, SourceText>();
