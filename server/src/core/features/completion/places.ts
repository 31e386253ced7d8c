import type { Source } from '../../config';
import type { Project } from '../../project';
import { checkQuotation } from '../../sources/quotations';
import { QUOTED_SOURCE } from '../../sources/quotations/quotedSource';
import { contentOf, TEXT } from '../../sources/contents';
import { turnAt, type SourceText } from '../../sources/texts';
import type { TextRange } from '../../text/range';
import { shorten } from '../markdown';
import type { BracesAt } from './bracesAt';
import type { CompletionItem } from './item';

/** How many words of a passage stand beside its place, in UTF-16 units. */
const BESIDE = 60;

/** More places than these nobody looks through. */
const MOST = 200;

/**
 * The places in the files of the sources that braces name: where the tagged words were found comes first, then the minutes
 * or pages in order. Nothing while a file is being read.
 * @param uri the file in which the braces stand
 */
export function placeItems(project: Project, uri: string, braces: BracesAt): CompletionItem[] {
  const sources = sourcesNamed(braces).flatMap((id) => project.source(id) ?? []);
  const quoted = quotedWords(project, uri, braces.content);
  const found = sources.flatMap((source) => foundIn(project, source, quoted));
  const all = sources.flatMap((source) => {
    const reading = contentOf(project, source, TEXT)?.reading;
    if (reading?.state !== 'read') return [];
    const { value: text } = reading;
    return text.places.slice(0, MOST).map(({ name, range }) => item(text, name, range));
  });
  const seen = new Set<string>();
  return [...found, ...all].filter(({ label }) => {
    const isNew = !seen.has(label);
    seen.add(label);
    return isNew;
  });
}

/** The ids in `source=` beside the caret. */
function sourcesNamed({ pieces, near: { text } }: BracesAt): string[] {
  return pieces.flatMap((piece) => {
    if (piece.type !== 'pair' || text.slice(piece.start, piece.keyEnd) !== 'source') return [];
    const words = text.slice(piece.value.start, piece.value.end).split(/[\s,]+/);
    return words.map((word) => word.replace(/^#/, '')).filter((word) => word !== '');
  });
}

/** The tagged words without the marks around them. */
function quotedWords(project: Project, uri: string, content: TextRange | undefined): string {
  const words = content && project.file(uri)?.facts.current.slice(content.start, content.end);
  return (words ?? '').replace(/^[\s"'“”„«»‘’*_>]+|[\s"'“”„«»‘’*_]+$/gu, '');
}

function foundIn(project: Project, source: Source, quoted: string): CompletionItem[] {
  const reading = quoted === '' ? undefined : contentOf(project, source, QUOTED_SOURCE)?.reading;
  if (reading?.state !== 'read') return [];
  const { content } = reading.value;
  const verdict = checkQuotation(quoted, reading.value.indexIn(source.lang), {});
  if (verdict.state !== 'verbatim' && verdict.state !== 'altered') return [];
  const [passage] = verdict.passages;
  const place = passage && content.placeOf(passage.start);
  if (!passage || place === undefined) return [];
  return [{ ...item(content, place, passage), suffix: ' (where it stands)' }];
}

/** A place with who speaks there first, and the words. */
function item(content: SourceText, place: string, range: TextRange): CompletionItem {
  const speaker = turnAt(content, range.start)?.speaker;
  const words = shorten(content.text.slice(range.start, range.start + 2 * BESIDE), BESIDE);
  const isSaid = speaker !== undefined && !words.startsWith(speaker);
  return {
    label: place,
    description: isSaid ? `${speaker}: ${words}` : words,
    role: 'value',
    filterText: place,
    newText: place,
  };
}
