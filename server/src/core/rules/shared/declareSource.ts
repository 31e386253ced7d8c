import type { Config } from '../../config';
import type { Project } from '../../project';
import type { TextEdit } from '../../text/textEdit';
import type { Fix } from '../rule';
import { editFix } from './suggestions';

/**
 * The fix that declares a source: behind the last one, or at the end of a `warrant.yaml` that has none. None where
 * sources have no place yet.
 */
export function declareSource(project: Project, id: string): Fix[] {
  const configs = [
    ...(project.config ? [project.config] : []),
    ...project.files.map(({ frontMatter }) => frontMatter),
  ];
  const declaring = configs.find(({ sources }) => sources.length > 0);
  const config = declaring ?? project.config;
  const edit = config && (declaring ? behindLast(config, id) : atEnd(config, id));
  return config && edit ? [editFix(`Declare ${id} as a source`, config, [edit])] : [];
}

function behindLast({ text, sources }: Config, id: string): TextEdit | undefined {
  const range = sources.at(-1)?.place.range;
  if (!range) return undefined;
  const written = text.slice(range.start, range.end).trimEnd();
  const at = range.start + written.length;
  const end = { start: at, end: at };
  const line = text.slice(text.lastIndexOf('\n', range.start - 1) + 1, range.start);
  const [indent] = /^[ \t]*(?=-[ \t]+$)/.exec(line) ?? [];
  const item = `{id: ${id}}`;
  if (indent !== undefined) return { range: end, newText: `\n${indent}- ${item}` };
  return written.startsWith('{') ? { range: end, newText: `, ${item}` } : undefined;
}

function atEnd({ text }: Config, id: string): TextEdit | undefined {
  // A key that is there and could not be read must not be written twice.
  if (/^sources[ \t]*:/m.test(text)) return undefined;
  const at = text.trimEnd().length;
  const newText = `${at === 0 ? '' : '\n'}sources:\n  - {id: ${id}}`;
  return { range: { start: at, end: at }, newText };
}
