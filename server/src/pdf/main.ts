import { readPdf } from './readPdf';

// One script for a thread of Node and for a web worker, which finds what it has loaded among its globals.
if (typeof WorkerGlobalScope === 'undefined') {
  void import('./thread').then(({ answer }) => answer(readPdf));
} else {
  (self as { warrantReadPdf?: typeof readPdf }).warrantReadPdf = readPdf;
}
