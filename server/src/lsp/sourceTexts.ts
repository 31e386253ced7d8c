import { URI } from 'vscode-uri';
import { nameOf, type Project } from '../core/project';
import { readingAt, TEXT } from '../core/sources/contents';
import { qdaOf } from '../core/sources/qda';
import { sourceFileUri, type SourceText } from '../core/sources/texts';
import type { TextAddress } from '../core/features/passageOf';
import { SOURCE_TEXT_SCHEME } from '../shared/quotations';

/** The URI of a document that shows the text of a source. It ends as plain text does, so that nobody takes it for a manuscript. */
export function sourceTextUri({ uri, within }: TextAddress): string {
  const name = (within ?? nameOf(uri)).replace(/[/\\]/g, '-');
  return URI.from({
    scheme: SOURCE_TEXT_SCHEME,
    path: `/${name}.txt`,
    query: JSON.stringify(within === undefined ? [uri] : [uri, within]),
  }).toString();
}

/** Whose text a document shows; undefined for a document of another kind. */
export function sourceTextAt(uri: string): TextAddress | undefined {
  const { scheme, query } = URI.parse(uri);
  if (scheme !== SOURCE_TEXT_SCHEME) return undefined;
  const [file, within] = partsOf(query);
  if (typeof file !== 'string') return undefined;
  return { uri: file, ...(typeof within === 'string' ? { within } : {}) };
}

function partsOf(query: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(query);
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** The text of a source of a project, as far as it is read; undefined for what no source of the project has. */
export function textOfSource(project: Project, address: TextAddress): SourceText | undefined {
  if (!isOfSource(project, address)) return undefined;
  const reading = readingAt(project, address, TEXT);
  return reading.state === 'read' ? reading.value : undefined;
}

/** By where files are and not by what they hold, since that would read them all. */
function isOfSource(project: Project, { uri, within }: TextAddress): boolean {
  if (project.sources.some((source) => sourceFileUri(project, source) === uri)) return true;
  return within !== undefined && qdaOf(project).files.some((file) => file.uri === uri);
}
