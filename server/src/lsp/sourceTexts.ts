import { URI } from 'vscode-uri';
import { nameOf, type Project } from '../core/project';
import type { Source } from '../core/config';
import { contentOf, TEXT } from '../core/sources/contents';
import { declaredSource, qdaOf } from '../core/sources/qda';
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
  for (const source of sourcesAt(project, address)) {
    const content = contentOf(project, source, TEXT);
    if (content?.uri !== address.uri || content.within !== address.within) continue;
    if (content.reading.state === 'read') return content.reading.value;
  }
  return undefined;
}

/** The sources that may have their text there: of no other one the file is read. */
function sourcesAt(project: Project, { uri, within }: TextAddress): readonly Source[] {
  const own = project.sources.filter((source) => sourceFileUri(project, source) === uri);
  const coded =
    within === undefined ? undefined : qdaOf(project).files.find((one) => one.uri === uri);
  if (coded?.reading.state !== 'read') return own;
  const texts = coded.reading.value.sources.filter(({ name }) => name === within);
  return [...own, ...texts.flatMap((text) => declaredSource(project, text) ?? [])];
}
