import type { Connection } from 'vscode-languageserver';
import type { ReadPdf } from '../core/ports';
import { SCRIPT_ADDRESS } from '../shared/protocol';

/** Where the script that reads PDF puts what it has to give. */
interface Scope {
  warrantReadPdf?: ReadPdf;
}

/** Reads PDF in this web worker; the script that can is large, and loaded with the first one. */
export function readPdfInWorker(connection: Connection): ReadPdf {
  const scope = self as Scope;
  return async (bytes, pace) => {
    if (!scope.warrantReadPdf) {
      const address = await connection.sendRequest<string>(SCRIPT_ADDRESS, { name: 'pdf.js' });
      importScripts(address);
    }
    if (!scope.warrantReadPdf) throw new Error('PDF cannot be read here; save it as text');
    return scope.warrantReadPdf(bytes, pace);
  };
}
