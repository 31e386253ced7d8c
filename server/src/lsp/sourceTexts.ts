import { URI } from 'vscode-uri';
import { nameOf, type Project } from '../core/project';
import { contentOf, TEXT } from '../core/sources/contents';
import type { SourceText } from '../core/sources/texts';
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
export function textOfSource(
  project: Project,
  { uri, within }: TextAddress,
): SourceText | undefined {
  for (const source of project.sources) {
    const content = contentOf(project, source, TEXT);
    if (content?.uri !== uri || content.within !== within) continue;
    if (content.reading.state === 'read') return content.reading.value;
  }
  return undefined;
}
