import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type Location,
  type LocationLink,
} from 'vscode-languageserver';
import { definitionAt } from '../../core/features/definition';
import { highlightsAt } from '../../core/features/documentHighlight';
import { distinctPlaces } from '../../core/features/places';
import { referencesAt } from '../../core/features/references';
import type { Position } from '../../core/text/lineIndex';
import { clientFiles, targetOf, targetSoon, type Context, type Target } from '../context';
import { firstAnswer, projectsKnowing } from '../sharedProjects';
import { sourceTextUri } from '../sourceTexts';
import { toLocation, toRange } from '../toProto';

/** Where the words at a position lead (LSP 3.17 §textDocument/definition). */
export async function definition(
  context: Context,
  uri: string,
  position: Position,
): Promise<LocationLink[] | Location[]> {
  let target = await targetSoon(context, uri, position);
  let found = await definitionIn(context, target);
  if (target?.isWhole === false && found?.answer.isIntroduction !== false) {
    // It may be introduced, or referred to, in a file that was not read yet.
    target = await targetOf(context, uri, position);
    found = await definitionIn(context, target);
  }
  if (!target || !found) return [];
  const { origin, targets } = found.answer;
  const uris = targets.map((place) => place.uri);
  const files = await clientFiles(context, found.project, uris);
  const locations = targets.flatMap((place) => toLocation(place, files) ?? []);
  // Links also say which words were asked about.
  if (!context.support.definitionLinks) return locations;
  const originSelectionRange = toRange(origin, target.lines);
  return locations.map(({ uri: targetUri, range }) => ({
    targetUri,
    targetRange: range,
    targetSelectionRange: range,
    originSelectionRange,
  }));
}

async function definitionIn({ workspace, support }: Context, target: Target | undefined) {
  if (!target) return undefined;
  const { project, uri, offset } = target;
  const textUri = support.showsSourceTexts ? sourceTextUri : undefined;
  return firstAnswer(workspace, project, uri, (one) => definitionAt(one, uri, offset, textUri));
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
  const projects = await projectsKnowing(context.workspace, target.project, target.uri);
  const places = distinctPlaces(
    projects.flatMap((one) => referencesAt(one, target.uri, target.offset, includeDeclaration)),
  );
  const uris = places.map((place) => place.uri);
  const files = await clientFiles(context, projects, uris);
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
  const found = await firstAnswer(context.workspace, project, known, (one) => {
    const places = highlightsAt(one, known, offset);
    return places.length > 0 ? places : undefined;
  });
  return (found?.answer ?? []).map(({ range, role }) => ({
    range: toRange(range, lines),
    kind: role === 'introduction' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
