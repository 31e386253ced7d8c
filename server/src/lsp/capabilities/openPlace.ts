import type { Connection, ExecuteCommandParams } from 'vscode-languageserver';
import * as z from 'zod';
import { OPEN_PLACE } from '../../shared/protocol';
import { range } from '../params';

const places = z.tuple([z.array(z.object({ uri: z.string(), range }))]);

/** Opens the first of some places in the editor (LSP 3.17 §window/showDocument); nothing where there is none. */
export async function openPlace(
  { window }: Connection,
  { command, arguments: given }: ExecuteCommandParams,
): Promise<null> {
  if (command !== OPEN_PLACE) throw new Error(`there is no command ${command}`);
  const [found] = places.parse(given);
  const [first] = found;
  if (first) {
    await window.showDocument({ uri: first.uri, selection: first.range, takeFocus: true });
  }
  return null;
}
