import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type Location,
  type LocationLink,
} from 'vscode-languageserver';
import { definitionAt } from '../../core/features/definition';
import { highlightsAt } from '../../core/features/documentHighlight';
import { referencesAt } from '../../core/features/references';
import type { Position } from '../../core/text/lineIndex';
import { linesOf, targetOf, type Context } from '../context';
import { indexLinesOf } from '../diagnostics';
import { toLocation, toRange } from '../toProto';

/** Where the thing at a position is introduced (LSP 3.17 §textDocument/definition), with the words asked about. */
export async function definition(
  context: Context,
  uri: string,
  position: Position,
): Promise<LocationLink[]> {
  const target = await targetOf(context, uri, position);
  const found = target && definitionAt(target.project, target.uri, target.offset);
  if (!found) return [];
  const { workspace } = context;
  const uris = new Set([target.uri, ...found.targets.map((place) => place.uri)]);
  const lines = await indexLinesOf(workspace, target.project, uris);
  const own = lines.get(target.uri);
  return found.targets.flatMap((place): LocationLink[] => {
    const location = toLocation(place, (file) => lines.get(file));
    if (!location) return [];
    const { range } = location;
    return [
      {
        targetUri: location.uri,
        targetRange: range,
        targetSelectionRange: range,
        ...(own ? { originSelectionRange: toRange(found.origin, own) } : {}),
      },
    ];
  });
}

/** All uses of the thing at a position (LSP 3.17 §textDocument/references). */
export async function references(
  context: Context,
  uri: string,
  position: Position,
  includeDeclaration: boolean,
): Promise<Location[]> {
  const target = await targetOf(context, uri, position);
  if (!target) return [];
  const places = referencesAt(target.project, target.uri, target.offset, includeDeclaration);
  const uris = new Set(places.map((place) => place.uri));
  const lines = await indexLinesOf(context.workspace, target.project, uris);
  return places.flatMap((place) => toLocation(place, (file) => lines.get(file)) ?? []);
}

/** The uses of the thing at a position in the same document (LSP 3.17 §textDocument/documentHighlight). */
export async function highlights(
  context: Context,
  uri: string,
  position: Position,
): Promise<DocumentHighlight[]> {
  const target = await targetOf(context, uri, position);
  if (!target) return [];
  const lines = await linesOf(context.workspace, target.project, target.uri);
  if (!lines) return [];
  return highlightsAt(target.project, target.uri, target.offset).map(({ range, role }) => ({
    range: toRange(range, lines),
    kind: role === 'introduction' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
