import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type Location,
  type LocationLink,
} from 'vscode-languageserver';
import { definitionAt, type Definition } from '../../core/features/definition';
import { highlightsAt } from '../../core/features/documentHighlight';
import { referencesAt } from '../../core/features/references';
import type { Position } from '../../core/text/lineIndex';
import { clientFiles, targetOf, targetSoon, type Context, type Target } from '../context';
import { toLocation, toRange } from '../toProto';

/** Where the thing at a position is introduced (LSP 3.17 §textDocument/definition). */
export async function definition(
  context: Context,
  uri: string,
  position: Position,
): Promise<LocationLink[] | Location[]> {
  let target = await targetSoon(context, uri, position);
  let found = definitionIn(target);
  if (!found && target?.isWhole === false) {
    // It may be introduced in a file that was not read yet.
    target = await targetOf(context, uri, position);
    found = definitionIn(target);
  }
  if (!target || !found) return [];
  const uris = found.targets.map((place) => place.uri);
  const files = await clientFiles(context, target.project, uris);
  const locations = found.targets.flatMap((place) => toLocation(place, files) ?? []);
  // Links also say which words were asked about.
  if (!context.support.definitionLinks) return locations;
  const originSelectionRange = toRange(found.origin, target.lines);
  return locations.map(({ uri: targetUri, range }) => ({
    targetUri,
    targetRange: range,
    targetSelectionRange: range,
    originSelectionRange,
  }));
}

function definitionIn(target: Target | undefined): Definition | undefined {
  return target && definitionAt(target.project, target.uri, target.offset);
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
  const uris = places.map((place) => place.uri);
  const files = await clientFiles(context, target.project, uris);
  return places.flatMap((place) => toLocation(place, files) ?? []);
}

/** The uses of the thing at a position in the same document (LSP 3.17 §textDocument/documentHighlight). */
export async function highlights(
  context: Context,
  uri: string,
  position: Position,
): Promise<DocumentHighlight[]> {
  const target = await targetSoon(context, uri, position);
  if (!target) return [];
  const { project, uri: known, offset, lines } = target;
  return highlightsAt(project, known, offset).map(({ range, role }) => ({
    range: toRange(range, lines),
    kind: role === 'introduction' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
