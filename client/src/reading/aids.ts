import * as vscode from 'vscode';
import {
  CodeLensRequest,
  InlayHintRequest,
  type BaseLanguageClient,
  type Middleware,
} from 'vscode-languageclient';
import {
  SHOW_PLACES,
  WRITE_ATTRIBUTE,
  type ProtocolLocation,
  type ProtocolPosition,
} from '../../../server/src/shared/protocol';
import { toRange } from '../commands/reveal';
import type { HiddenMarkup } from './hiddenMarkup';

const LENSES = 'codeLens.enabled';

/** Asks the server for nothing that the author has switched off, and puts no hints into markup that is hidden. */
export function quietAids(
  hidden: HiddenMarkup,
): Pick<Middleware, 'provideCodeLenses' | 'provideInlayHints'> {
  return {
    provideCodeLenses: (document, token, next) =>
      isOn(document, LENSES) ? next(document, token) : [],
    provideInlayHints: async (document, part, token, next) => {
      const hints = (await next(document, part, token)) ?? [];
      const isHidden = hidden.of(document);
      return hints.filter(({ position }) => !isHidden(position));
    },
  };
}

/** Registers what lenses do, and lets them come and go with their setting, and hints with the markup that they stand in. */
export function registerAids(client: BaseLanguageClient, hidden: HiddenMarkup): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(SHOW_PLACES, showPlaces),
    vscode.commands.registerCommand(WRITE_ATTRIBUTE, writeAttribute),
    hidden.onDidChange((document) => {
      const hints = client.getFeature(InlayHintRequest.method).getProvider(document);
      hints?.onDidChangeInlayHints.fire();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(`warrant.${LENSES}`)) return;
      const lenses = client.getFeature(CodeLensRequest.method);
      for (const document of vscode.workspace.textDocuments) {
        lenses.getProvider(document)?.onDidChangeCodeLensEmitter.fire();
      }
    }),
  );
}

function isOn({ uri }: vscode.TextDocument, setting: string): boolean {
  return vscode.workspace.getConfiguration('warrant', uri).get<boolean>(setting, true);
}

/** Shows places in the text from which they are asked for, so that the author does not leave it. */
async function showPlaces(
  { uri, range }: ProtocolLocation,
  locations: readonly ProtocolLocation[],
): Promise<void> {
  if (locations.length === 0) return;
  await vscode.commands.executeCommand(
    'editor.action.peekLocations',
    vscode.Uri.parse(uri),
    toRange(range).start,
    locations.map((place) => {
      return new vscode.Location(vscode.Uri.parse(place.uri), toRange(place.range));
    }),
    'peek',
  );
}

/**
 * Offers values for an attribute of a tag.
 * @param name of one that is to be written; one that stands there already is filled in at its end
 */
async function writeAttribute(
  uri: string,
  { line, character }: ProtocolPosition,
  name?: string,
): Promise<void> {
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri));
  const position = new vscode.Position(line, character);
  if (name === undefined) {
    editor.selection = new vscode.Selection(position, position);
    editor.revealRange(editor.selection);
  } else {
    await editor.insertSnippet(new vscode.SnippetString(` ${name}="$1"`), position);
  }
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
}
