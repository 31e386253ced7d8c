import { startServer } from './lsp/server';

// One bundle serves from a process and from a web worker. What belongs to only one of them is run nowhere else.
if (typeof WorkerGlobalScope === 'undefined') {
  void import('./lsp/stdio').then(({ startStdioServer }) => startStdioServer(startServer));
} else {
  void import('./lsp/worker').then(({ startWorkerServer }) => {
    startWorkerServer(startServer);
  });
}
