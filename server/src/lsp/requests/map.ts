import type { Connection } from 'vscode-languageserver';
import { MAP, type MapParams } from '../../shared/map';
import type { Answers } from '../answers';
import { mapOf } from '../capabilities/map';
import { PARAMS } from '../params';

/** Serves the request behind the mechanism map; the protocol does not know it. */
export function serveMap(connection: Connection, answers: Answers): void {
  connection.onRequest(
    MAP,
    answers.answer(PARAMS.map, ({ context, tracked }, params: MapParams) =>
      mapOf(context, tracked, params),
    ),
  );
}
