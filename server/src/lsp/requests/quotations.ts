import type { Connection } from 'vscode-languageserver';
import type { FileParams } from '../../shared/protocol';
import { QUOTATIONS } from '../../shared/quotations';
import type { Answers } from '../answers';
import { quotationsOf } from '../capabilities/quotations';
import { PARAMS } from '../params';

/** Serves what became of the quotations of a manuscript. */
export function serveQuotations(connection: Connection, answers: Answers): void {
  connection.onRequest(
    QUOTATIONS,
    answers.answer(PARAMS.file, (running, { uri }: FileParams) => quotationsOf(running, uri)),
  );
}
