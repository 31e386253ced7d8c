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
import { normalizeUri } from '../../core/project';
import type { LineIndex } from '../../core/text/lineIndex';
import { clientFiles, linesOf, projectSoon, type Context } from '../context';
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

/** The headings and tags of a document as a tree (LSP 3.17 §textDocument/documentSymbol). */
export async function documentSymbols(context: Context, uri: string): Promise<ProtoSymbol[]> {
  const known = normalizeUri(uri);
  const { project } = await projectSoon(context.workspace, known);
  const lines = await linesOf(context.workspace, project, known);
  return lines ? symbolsOf(project, known).map((symbol) => toProto(symbol, lines)) : [];
}

function toProto(symbol: DocumentSymbol, lines: LineIndex): ProtoSymbol {
  const { name, detail, kind, range, selectionRange, children } = symbol;
  // What is empty is left out: of a large document the answer has thousands of symbols.
  return {
    name,
    ...(detail === '' ? {} : { detail }),
    kind: SYMBOL_KINDS[kind],
    range: toRange(range, lines),
    selectionRange: toRange(selectionRange, lines),
    ...(children.length === 0 ? {} : { children: children.map((child) => toProto(child, lines)) }),
  };
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
