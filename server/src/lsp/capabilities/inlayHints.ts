import { MarkupKind, type InlayHint, type Range } from 'vscode-languageserver';
import * as z from 'zod';
import { hintTooltip, inlayHints } from '../../core/features/reading/inlayHints';
import { normalizeUri } from '../../core/project';
import { clientFiles, linesOf, projectSoon, type Context } from '../context';
import type { Refreshes } from '../refreshes';
import { toLocation } from '../toProto';

/** What a hint carries until somebody asks for more. */
const data = z.object({
  uri: z.string(),
  about: z.object({ type: z.enum(['element', 'source']), name: z.string() }),
});

/** A few words between what is written in a part of a document (LSP 3.17 §textDocument/inlayHint); none unless the author wants them. */
export async function inlayHintsOf(
  context: Context,
  refreshes: Refreshes,
  uri: string,
  range: Range,
): Promise<InlayHint[]> {
  const { workspace, settings, support } = context;
  if (!(await settings.inlayHints(uri)).enabled) return [];
  const known = normalizeUri(uri);
  const project = support.refreshesHints
    ? (await projectSoon(workspace, known)).project
    : await workspace.projectOf(known);
  const lines = await linesOf(workspace, project, known);
  if (!lines) return [];
  const part = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  const hints = inlayHints(project, known, part);
  refreshes.noteHints(known, part, hints);
  const places = hints.map(({ place }) => place.uri);
  const files = await clientFiles(context, project, places);
  return hints.map(({ at, label, about, place }): InlayHint => {
    const location = toLocation(place, files);
    return {
      position: lines.positionAt(at),
      label: [{ value: label, ...(location ? { location } : {}) }],
      paddingLeft: true,
      data: { uri, about },
    };
  });
}

/** Says more of what a hint speaks of, once it is pointed at (LSP 3.17 §inlayHint/resolve). */
export async function resolveInlayHint(
  { workspace }: Context,
  hint: InlayHint,
): Promise<InlayHint> {
  const { success, data: carried } = data.safeParse(hint.data);
  if (!success) return hint;
  const { project } = await projectSoon(workspace, normalizeUri(carried.uri));
  const value = hintTooltip(project, carried.about);
  return value === undefined ? hint : { ...hint, tooltip: { kind: MarkupKind.Markdown, value } };
}
