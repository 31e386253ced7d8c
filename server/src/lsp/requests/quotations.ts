import type { Connection } from 'vscode-languageserver';
import type { FileParams } from '../../shared/protocol';
import { QUOTATIONS, SOURCE_TEXT } from '../../shared/quotations';
import type { Answers } from '../answers';
import { quotationsOf, sourceTextOf } from '../capabilities/quotations';
import { PARAMS } from '../params';

/** Serves what became of the quotations of a manuscript, and the texts in which they are looked up. */
export function serveQuotations(connection: Connection, answers: Answers): void {
  connection.onRequest(
    QUOTATIONS,
    answers.answer(PARAMS.file, (running, { uri }: FileParams) => quotationsOf(running, uri)),
  );
  connection.onRequest(
    SOURCE_TEXT,
    answers.answer(PARAMS.file, ({ context, tracked }, { uri }: FileParams) =>
      sourceTextOf(context, tracked, uri),
    ),
  );
}
