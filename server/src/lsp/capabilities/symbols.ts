import {
  SymbolKind,
  type DocumentSymbol as ProtoSymbol,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import {
  documentSymbols as symbolsOf,
  type DocumentSymbol,
} from '../../core/features/documentSymbols';
import { workspaceSymbols as findSymbols } from '../../core/features/workspaceSymbols';
import type { Pace } from '../../core/ports';
import { normalizeUri } from '../../core/project';
import type { LineIndex } from '../../core/text/lineIndex';
import { clientFiles, linesOf, projectSoon, type Context } from '../context';
import { slices } from '../pace';
import { toLocation, toRange } from '../toProto';
import type { TrackedProjects } from '../tracked';

/** LSP has no kinds for arguments; these have icons that tell the five kinds apart (LSP 3.17 §SymbolKind). */
export const SYMBOL_KINDS = {
  section: SymbolKind.String,
  claim: SymbolKind.Event,
  evidence: SymbolKind.Field,
  mechanism: SymbolKind.Module,
  step: SymbolKind.Function,
  construct: SymbolKind.Class,
} as const satisfies Record<DocumentSymbol['kind'], SymbolKind>;

/**
 * The headings and tags of a document as a tree (LSP 3.17 §textDocument/documentSymbol). Of a large document there are
 * thousands, so that messages are let in between; where one of them changes the text, the answer is of no use and empty.
 */
export async function documentSymbols(context: Context, uri: string): Promise<ProtoSymbol[]> {
  const known = normalizeUri(uri);
  const { project } = await projectSoon(context.workspace, known);
  const lines = await linesOf(context.workspace, project, known);
  if (!lines) return [];
  const version = context.version(known);
  const isCurrent = () => context.version(known) === version;
  return toProto(symbolsOf(project, known), lines, { pace: slices(), isCurrent });
}

/** When work is interrupted, and whether it is still of use. */
interface Course {
  readonly pace: Pace;
  readonly isCurrent: () => boolean;
}

async function toProto(
  symbols: readonly DocumentSymbol[],
  lines: LineIndex,
  course: Course,
): Promise<ProtoSymbol[]> {
  const { pace, isCurrent } = course;
  const converted: ProtoSymbol[] = [];
  for (const { name, detail, kind, range, selectionRange, children } of symbols) {
    if (pace.isDue()) await pace.pause();
    if (!isCurrent()) return [];
    // What is empty is left out: of a large document the answer has thousands of symbols.
    converted.push({
      name,
      ...(detail === '' ? {} : { detail }),
      kind: SYMBOL_KINDS[kind],
      range: toRange(range, lines),
      selectionRange: toRange(selectionRange, lines),
      ...(children.length === 0 ? {} : { children: await toProto(children, lines, course) }),
    });
  }
  return converted;
}

/** The elements of all projects that answer a query (LSP 3.17 §workspace/symbol). */
export async function workspaceSymbols(
  context: Context,
  tracked: TrackedProjects,
  query: string,
): Promise<WorkspaceSymbol[]> {
  const symbols: WorkspaceSymbol[] = [];
  for (const project of await tracked.all()) {
    const found = findSymbols(project, query);
    const uris = found.map(({ place }) => place.uri);
    const files = await clientFiles(context, project, uris);
    for (const { name, kind, container, place } of found) {
      const location = toLocation(place, files);
      if (!location) continue;
      symbols.push({ name, kind: SYMBOL_KINDS[kind], containerName: container, location });
    }
  }
  return symbols;
}
