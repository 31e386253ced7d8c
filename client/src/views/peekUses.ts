import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  SHOW_PLACES,
  USES,
  type ProtocolLocation,
  type UsesParams,
} from '../../../server/src/shared/protocol';
import { reveal, toRange } from '../commands/reveal';
import { ask } from '../commands/serverCommands';
import type { TreeRow } from './argumentTree';

/** Registers *Peek References* of the rows of tree views: it shows beside the text of a row where else that is named. */
export function registerPeekUses(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('warrant.row.peekUses', async (row?: TreeRow) => {
    const { location, element } = row?.item ?? {};
    if (!location) return;
    const asked: UsesParams | undefined = element && { uri: location.uri, element: element.key };
    const places = asked
      ? await ask<ProtocolLocation[]>(client, USES, asked)
      : await referencesAt(location);
    if (!places) return;
    await reveal(location);
    if (places.length > 0) {
      await vscode.commands.executeCommand(SHOW_PLACES, location, places);
    } else {
      void vscode.window.showInformationMessage('Warrant: nothing else names it.');
    }
  });
}

/** Of a source or a work, the name that stands at a place says which one it is. */
async function referencesAt({ uri, range }: ProtocolLocation): Promise<ProtocolLocation[]> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    vscode.Uri.parse(uri),
    toRange(range).start,
  );
  return found.map((place) => ({ uri: place.uri.toString(), range: place.range }));
}
